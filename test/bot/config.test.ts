import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { botsOf } from '../../bot/bots.ts'
import { ConfigRefusal, readConfig, VARIABLES } from '../../bot/config.ts'

type Environment = Readonly<Record<string, string>>

const EXAMPLE = readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8')
const NAMES = Object.keys(VARIABLES.shape)

/** A complete channel of each platform, by webhook. */
const SITE = { PUBLIC_URL: 'https://thidua.example.vn' }
const COMPLETE = {
  TELEGRAM: {
    TELEGRAM_BOT_TOKEN: '1000000001:telegram-secret-half',
    TELEGRAM_WEBHOOK_SECRET: 'telegram-webhook-secret',
  },
  ZALO: {
    ZALO_BOT_TOKEN: '1000000000000000002:zalo-secret-half',
    ZALO_WEBHOOK_SECRET: 'zalo-webhook-secret',
  },
} as const
const PLATFORMS = ['TELEGRAM', 'ZALO'] as const
/** Where the tests' stand-in platforms answer. */
const STAND_IN = 'http://127.0.0.1:4000'

function without(environment: Environment, name: string): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([key]) => key !== name))
}

/** The sentence with which an environment is refused; fails when it is not. */
function refusalOf(environment: Environment): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigRefusal) return error.message
    throw error
  }
  throw new Error(`not refused: ${Object.keys(environment).join(', ')}`)
}

describe('.env.example', () => {
  /** What the file would set with every comment mark before a variable taken away. */
  const everything = parseEnv(EXAMPLE.replaceAll(/^#(?=[A-Z])/gmu, '')) as Environment

  test('names every variable that is read, and no other', () => {
    expect(Object.keys(everything).toSorted()).toEqual(NAMES.toSorted())
  })

  test('says each variable once, below a comment', () => {
    const lines = EXAMPLE.split('\n')
    for (const name of NAMES) {
      const places = lines.flatMap((line, at) => (line.startsWith(`#${name}=`) ? [at] : []))
      expect(places, name).toHaveLength(1)
      expect(lines[(places[0] ?? 0) - 1], name).toMatch(/^# /u)
    }
  })

  test('sets nothing when it is copied as it stands', () => {
    expect(parseEnv(EXAMPLE)).toEqual({})
  })

  test('holds values that are accepted together; only the movable clock is not for production', () => {
    const config = readConfig(without(everything, 'CLOCK'))
    expect(Object.keys(config.channels).toSorted()).toEqual(['telegram', 'zalo'])
    expect(readConfig(without(everything, 'NODE_ENV')).clock).toBeDefined()
  })

  test('shows the defaults where there are some', () => {
    const bare = readConfig({ ...SITE, ...COMPLETE.TELEGRAM, ...COMPLETE.ZALO })
    const { DATA_DIR, PORT, TELEGRAM_API_ROOT, ZALO_API_ROOT } = everything
    expect(DATA_DIR).toBe(bare.dataDir)
    expect(PORT).toBe(String(bare.port))
    expect(TELEGRAM_API_ROOT).toBe(bare.channels.telegram?.apiRoot)
    expect(ZALO_API_ROOT).toBe(bare.channels.zalo?.apiRoot)
  })
})

describe('defaults', () => {
  test('with nothing set, everything is embedded, simulated and on port 8080', () => {
    expect(readConfig({})).toEqual({
      dataDir: '.data',
      port: 8080,
      production: false,
      channels: {},
      simulated: true,
    })
  })

  test('an empty variable counts as not set', () => {
    const blank = Object.fromEntries(NAMES.map((name, at) => [name, ' '.repeat(at % 2)]))
    expect(readConfig(blank)).toEqual(readConfig({}))
  })

  test('variables of other programs are let be', () => {
    expect(readConfig({ PATH: '/usr/bin', PGHOST: 'elsewhere' })).toEqual(readConfig({}))
  })

  test('a token turns its channel on, by webhook and at the real platform', () => {
    const { channels, simulated } = readConfig({ ...SITE, ...COMPLETE.ZALO })
    expect(channels).toEqual({
      zalo: {
        token: COMPLETE.ZALO.ZALO_BOT_TOKEN,
        secret: COMPLETE.ZALO.ZALO_WEBHOOK_SECRET,
        apiRoot: 'https://bot-api.zaloplatforms.com',
        mode: 'webhook',
        plan: { messages: 3_000, users: 50, counts: 'both' },
      },
    })
    expect(simulated).toBe(false)
  })

  test('the plan of Zalo’s bots is the free one unless told, and a stand-in takes whoever comes', () => {
    const planOf = (more: Environment) =>
      readConfig({ ...SITE, ...COMPLETE.ZALO, ...more }).channels.zalo?.plan
    expect(planOf({ ZALO_MONTHLY_MESSAGES: '0', ZALO_MOST_USERS: '500' })).toEqual({
      ...{ users: 500, counts: 'both' },
    })
    expect(planOf({ ZALO_API_ROOT: STAND_IN, ZALO_COUNTS: 'sent' })).toEqual({
      ...{ messages: 3_000, counts: 'sent' },
    })
  })

  test('several Zalo bots share all but their tokens', () => {
    const several = { ...without(COMPLETE.ZALO, 'ZALO_BOT_TOKEN'), ZALO_BOT_TOKENS: '11:a, 12:b' }
    const { zalo } = readConfig({ ...SITE, ...several }).channels
    expect(zalo).toMatchObject({ token: '11:a', furtherTokens: ['12:b'] })
    expect(zalo && botsOf({ zalo }).map(({ key, link }) => [key, link])).toEqual([
      ['zalo:11', 'https://zalo.me/11'],
      ['zalo:12', 'https://zalo.me/12'],
    ])
    expect(refusalOf({ ...SITE, ...several, ZALO_BOT_TOKENS: '11:a,11:b' })).toContain(
      'cùng một bot',
    )
    expect(
      readConfig({ ...SITE, ...COMPLETE.ZALO, ZALO_BOT_TOKENS: '11:a' }).channels.zalo,
    ).toMatchObject({ token: COMPLETE.ZALO.ZALO_BOT_TOKEN, furtherTokens: ['11:a'] })
  })

  test('a movable clock brings the simulation back beside real channels', () => {
    const clock = '2025-10-20T07:45:00+07:00'
    const config = readConfig({ ...SITE, ...COMPLETE.ZALO, CLOCK: clock })
    expect(config.simulated).toBe(true)
    expect(config.clock?.toString()).toBe('2025-10-20T00:45:00Z')
  })

  test('the public address loses its last slashes', () => {
    expect(readConfig({ PUBLIC_URL: 'https://thidua.example.vn//' }).publicUrl).toBe(
      'https://thidua.example.vn',
    )
  })
})

describe.each(PLATFORMS)('%s half-set', (platform) => {
  const complete = { ...SITE, ...COMPLETE[platform] }
  const token = `${platform}_BOT_TOKEN`
  const secret = `${platform}_WEBHOOK_SECRET`

  test.each([
    ['WEBHOOK_SECRET', 'a-secret-of-sixteen'],
    ['MODE', 'polling'],
    ['API_ROOT', 'https://api.example.vn'],
    ['BOT_NAME', 'thi_dua_bot'],
  ])('%s without a token is refused', (suffix, value) => {
    const sentence = refusalOf({ [`${platform}_${suffix}`]: value })
    expect(sentence).toContain(`${platform}_${suffix}`)
    expect(sentence).toContain(token)
    expect(sentence).not.toContain(value)
  })

  test('a webhook without its secret is refused', () => {
    const sentence = refusalOf(without(complete, secret))
    expect(sentence).toContain(secret)
    expect(sentence).toContain(`${platform}_MODE=polling`)
  })

  test('a webhook without the public address is refused', () => {
    expect(refusalOf(without(complete, 'PUBLIC_URL'))).toContain('PUBLIC_URL')
  })

  test('polling needs the token alone', () => {
    const polling = {
      [token]: complete[token as keyof typeof complete],
      [`${platform}_MODE`]: 'polling',
    }
    expect(Object.values(readConfig(polling).channels)).toMatchObject([{ mode: 'polling' }])
  })

  test('an API root in plain http is accepted on this machine alone', () => {
    const root = `${platform}_API_ROOT`
    const rooted = (url: string): Environment => ({ ...complete, [root]: url })
    expect(Object.values(readConfig(rooted(STAND_IN)).channels)).toMatchObject([
      { apiRoot: STAND_IN },
    ])
    for (const url of [
      'http://api.example.vn',
      'http://10.0.0.5:4000',
      'http://127.0.0.1.example.vn',
    ])
      expect(refusalOf(rooted(url)), url).toContain(root)
  })
})

describe('refused', () => {
  test.each([
    ['DATABASE_URL', 'mysql://u:p@host/db'],
    ['REDIS_URL', 'http://host:6379'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'may-chu.example.org'],
    ['PUBLIC_URL', 'ftp://thidua.example.vn'],
    ['CLOCK', '20/10/2025 07:45'],
    ['CLOCK', '2025-10-20T07:45:00'],
    ['TELEGRAM_BOT_TOKEN', 'no-digits-before-it'],
    ['TELEGRAM_WEBHOOK_SECRET', 'has spaces in it'],
    ['TELEGRAM_WEBHOOK_SECRET', 'có dấu và khoảng trắng'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_MODE', 'push'],
    ['TELEGRAM_BOT_NAME', '@thi_dua_bot'],
    ['ZALO_BOT_TOKEN', 'no-digits-before-it'],
    ['ZALO_WEBHOOK_SECRET', 'short'],
    ['ZALO_API_ROOT', 'bot-api.zaloplatforms.com'],
    ['ZALO_MODE', 'push'],
    ['ZALO_MONTHLY_MESSAGES', 'ba nghìn'],
    ['ZALO_MOST_USERS', '-50'],
    ['ZALO_COUNTS', 'received'],
    ['ZALO_BOT_TOKENS', 'no-digits-before-it'],
  ])('%s=%s, in a sentence that names the variable and not the value', (name, value) => {
    const sentence = refusalOf({ ...SITE, ...COMPLETE.TELEGRAM, ...COMPLETE.ZALO, [name]: value })
    expect(sentence).toContain(name)
    expect(sentence).not.toContain(value)
  })

  test('everything that is broken is named at once', () => {
    const sentence = refusalOf({ PORT: 'x', CLOCK: 'x', ZALO_MODE: 'x' })
    for (const name of ['PORT', 'CLOCK', 'ZALO_MODE']) expect(sentence).toContain(name)
  })

  test('a movable clock in production', () => {
    const clock = { CLOCK: '2025-10-20T07:45:00+07:00' }
    expect(refusalOf({ ...clock, NODE_ENV: 'production' })).toContain('CLOCK')
    expect(readConfig({ ...clock, NODE_ENV: 'development' }).production).toBe(false)
    expect(readConfig({ NODE_ENV: 'production' }).production).toBe(true)
  })

  test('a public address in plain http, unless every platform is a stand-in on this machine', () => {
    const http = { PUBLIC_URL: 'http://127.0.0.1:8080' }
    const zalo = { ...http, ...COMPLETE.ZALO, ZALO_API_ROOT: STAND_IN }
    const telegram = { ...COMPLETE.TELEGRAM, TELEGRAM_API_ROOT: STAND_IN }
    expect(readConfig(zalo).publicUrl).toBe(http.PUBLIC_URL)
    expect(readConfig({ ...zalo, ...telegram }).publicUrl).toBe(http.PUBLIC_URL)
    expect(refusalOf({ ...http, ...COMPLETE.ZALO })).toContain('PUBLIC_URL')
    expect(refusalOf({ ...zalo, ...COMPLETE.TELEGRAM })).toContain('PUBLIC_URL')
  })
})

/** Long and odd enough never to stand in a sentence of ours by chance. */
const secretText = fc.stringMatching(/^Q[0-9A-F]{12}$/u)

/** Each variable: not set, a secret alone, or a secret within something of the right or a wrong form. */
const anyValue = fc.tuple(
  secretText,
  fc.constantFrom(
    (secret: string) => secret,
    (secret: string) => `1234567890:${secret}`,
    (secret: string) => `${secret}-${secret}`,
    (secret: string) => `https://${secret}.example.vn/${secret}`,
    (secret: string) => `http://user:${secret}@127.0.0.1:1`,
    (secret: string) => `postgresql://u:${secret}@host/db`,
    (secret: string) => `redis://:${secret}@host:6379`,
    (secret: string) => `polling ${secret}`,
  ),
)
const anyEnvironment = fc.dictionary(fc.constantFrom(...NAMES), anyValue, { maxKeys: NAMES.length })

test('no refusal holds any part of a value that was given, and nothing else is ever thrown', () => {
  let refused = 0
  fc.assert(
    fc.property(anyEnvironment, (chosen) => {
      const values = Object.entries(chosen)
      const environment = Object.fromEntries(
        values.map(([name, [secret, inside]]) => [name, inside(secret)]),
      )
      try {
        readConfig(environment)
      } catch (error) {
        if (!(error instanceof ConfigRefusal)) throw error
        refused += 1
        const told = `${error.message}\n${error.stack ?? ''}`.toUpperCase()
        expect(NAMES.some((name) => told.includes(name))).toBe(true)
        for (const [, [secret]] of values) expect(told).not.toContain(secret)
      }
    }),
    { numRuns: 2_000 },
  )
  expect(refused).toBeGreaterThan(500)
})
