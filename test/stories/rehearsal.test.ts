import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../support/tables.ts'
import { openTables } from '../support/tables.ts'
import type { GroupPhone, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'

type Message = { at: string; official: string; channel: string; kind: string; text: string }
type Diagnosis = {
  ready: boolean
  findings: { area: string; level: string; text: string }[]
  pendingMigrations: string[]
}
type Rehearsed = {
  messages: Message[]
  groups: { at: string; text: string }[]
  silent: { official: string; missed: number }[]
  collisions: { at: string; official: string }[]
}

/** By hand, from the plan, twelve dates: the reports of 25/11 and 25/12, and the nomination window to 31/12. */
const CONTACT = [
  '2025-11-20T08:00', // T-3 of November
  '2025-11-24T08:00', // T-1
  '2025-11-25T08:00', // the day itself
  '2025-11-25T13:30',
  '2025-11-26T08:00', // T+1
  '2025-12-01T08:00', // T-30 of the window
  '2025-12-17T08:00', // T-14
  '2025-12-22T08:00', // T-3 of December
  '2025-12-24T08:00', // T-1, and T-7 of the window
  '2025-12-25T08:00',
  '2025-12-25T13:30',
  '2025-12-26T08:00', // T+1, and T-3 of the window
]
const HEAD = ['2025-11-20T08:00', '2025-11-26T08:00', '2025-12-22T08:00', '2025-12-26T08:00']
/** Between them: days off, and hours at which nothing is due. */
const QUIET = ['2025-11-22T09:00', '2025-11-25T12:00', '2025-12-06T08:00']
const LAST_DAY = '2025-12-26'
/** By hand: Mondays, and each working day of the last seven before 25/11. */
const DIGESTS = ['2025-11-19', '2025-11-21', '2025-11-24', '2025-11-25', '2025-12-01', '2025-12-08']
/** Of the group: the last afternoon of each week while a report is awaited, and the morning after its day. */
const GROUP = ['2025-11-21T15:00', '2025-11-26T08:00', '2025-12-05T15:00', '2025-12-12T15:00']

/** Of a machine that does other things too. */
const PATIENCE = 90_000

describe('a rehearsal', { timeout: 400_000 }, () => {
  let world: World
  let tables: Tables
  let phones: ReadonlyMap<string, Phone>
  let group: GroupPhone

  beforeAll(async () => {
    world = await openWorld({ processes: 'within', clock: '2025-11-17T09:00:00+07:00' })
    tables = openTables(() => world.databaseUrl)
    const people = [
      await world.phone('telegram', 'CB-025'),
      await world.phone('zalo', 'CB-026'),
      await world.phone('zalo', 'CB-027'),
      await world.phone('telegram', 'CB-109'),
    ]
    await Promise.all(people.map((phone) => phone.register()))
    const [contact, head, other, appraiser] = people
    phones = new Map([
      ['CB-025', contact!],
      ['CB-026', head!],
      ['CB-027', other!],
      ['CB-109', appraiser!],
    ])
    group = contact!.makesGroup()
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(await appraiser!.says('mã nhóm'))?.[0]
    await group.asks(code ?? '')
  }, 60_000)
  afterAll(() => world.close())

  const rehearse = async (...args: string[]): Promise<Rehearsed> => {
    const { code, stdout, stderr } = await world.admin('rehearse', '--format', 'json', ...args)
    if (code !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Rehearsed
  }

  test('and before it the doctor: what is right, what is not, and what to do', async () => {
    const { code, stdout } = await world.admin('doctor', '--json')
    const { ready, findings } = JSON.parse(stdout) as Diagnosis
    const levelOf = (area: string) => findings.find((one) => one.area.startsWith(area))?.level
    expect([code, ready]).toEqual([1, false])
    expect(findings.filter(({ level }) => level === 'blocks').map(({ text }) => text)).toEqual([
      expect.stringContaining('CLOCK'),
    ])
    for (const area of ['cơ sở dữ liệu', 'hàng đợi', 'bot Zalo', 'bot Telegram', 'PUBLIC_URL'])
      expect(levelOf(area), area).toBe('ok')
    expect(stdout).not.toMatch(/stand-in-secret/u)

    const [last] = await tables.rows<{ name: string }>(
      `update _prisma_migrations set rolled_back_at = now()
       where migration_name = (select max(migration_name) from _prisma_migrations)
       returning migration_name as name`,
    )
    const behind = await world.admin('doctor', '--json')
    await tables.rows(`update _prisma_migrations set rolled_back_at = null`)
    const told = JSON.parse(behind.stdout) as Diagnosis
    expect([behind.code, told.pendingMigrations]).toEqual([1, [last?.name]])
    const structure = told.findings.find(({ area }) => area === 'cơ sở dữ liệu')
    expect(structure?.level).toBe('blocks')
    expect(structure?.text).toContain('npm run admin -- migrate')
  })

  test('says what the platforms then carry, to the minute and the word, when everybody stays silent', async () => {
    const before = await tables.rows(COUNTS)
    const rehearsed = await rehearse('--to', LAST_DAY)
    expect(await tables.rows(COUNTS)).toEqual(before)
    expect(momentsOf(rehearsed, 'CB-025')).toEqual(CONTACT)
    expect(momentsOf(rehearsed, 'CB-026')).toEqual(HEAD)
    expect(
      rehearsed.collisions.map(({ at, official }) => `${at.slice(0, 16)} ${official}`),
    ).toContain('2025-12-24T08:00 CB-025')
    const digests = of(rehearsed, 'CB-109').filter(({ kind }) => kind === 'digest')
    expect(digests.map(({ at }) => at.slice(0, 10))).toEqual(expect.arrayContaining(DIGESTS))
    expect(rehearsed.silent).toContainEqual(expect.objectContaining({ official: 'CB-001' }))

    expect(rehearsed.groups.map(({ at }) => at.slice(0, 16))).toEqual(expect.arrayContaining(GROUP))

    const greeted = group.heard().length
    const begun = new Map([...phones].map(([code, phone]) => [code, phone.heard().length]))
    const said = (code: string) => phones.get(code)!.heard().slice(begun.get(code))
    const all = [...rehearsed.messages, ...rehearsed.groups].map(({ at }) => at.slice(0, 16))
    const moments = new Set([...all, ...QUIET])
    for (const moment of [...moments].sort()) {
      await world.moveTo(`${moment}:01+07:00`)
      for (const code of phones.keys()) {
        const due = of(rehearsed, code).filter(({ at }) => at.slice(0, 16) <= moment)
        await eventually(
          () => said(code).length >= due.length,
          `${code} hears by ${moment}`,
          PATIENCE,
        )
        expect(said(code).length, `${code} at ${moment}`).toBe(due.length)
      }
      const posts = rehearsed.groups.filter(({ at }) => at.slice(0, 16) <= moment).length
      await eventually(
        () => group.heard().length >= greeted + posts,
        `the group by ${moment}`,
        PATIENCE,
      )
      expect(group.heard().length, `the group at ${moment}`).toBe(greeted + posts)
    }
    for (const code of phones.keys()) {
      expect(said(code).map(withoutChain)).toEqual(of(rehearsed, code).map(({ text }) => text))
    }
    expect(group.heard().slice(greeted)).toEqual(rehearsed.groups.map(({ text }) => text))
  })
})

const COUNTS = `select (select count(*) from reminder) as reminders, (select count(*) from duty) as duties,
  (select count(*) from outbox_part) as parts, (select count(*) from audit_event) as events`

/** The end of the audit chain, which the weekly digest tells, is not foreseen. */
function withoutChain(text: string): string {
  return text.replace(/\nNhật ký đến sự kiện .*$/u, '')
}

function of({ messages }: Rehearsed, code: string): Message[] {
  return messages.filter(({ official }) => official === code)
}

function momentsOf(rehearsed: Rehearsed, code: string): string[] {
  return of(rehearsed, code).map(({ at }) => at.slice(0, 16))
}
