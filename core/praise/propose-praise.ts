import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { rememberQuestion } from '../conversation/ask.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import { nomineeKey } from '../nomination/likeness.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Praise, Praiseworthy } from './praise.ts'
import { CONSENT_CHOICES, isDecided, praiseCode } from './praise.ts'

export type Found = { readonly campaign: Campaign; readonly source: Praiseworthy }

/**
 * What the office wants to hold up as an example. Refuses who may not announce, a report that was
 * withdrawn or is not there, and a nomination that is not decided, in the words of one that is not there.
 */
export async function findPraiseworthy(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Found>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  if (code.startsWith('BC-')) {
    const report = await tx.reports.findByCode(campaign.id, code)
    if (report?.state !== 'submitted' || report.content.nothingToReport)
      return refuse({ reason: 'not-praiseworthy', code })
    return accept({ campaign, source: { kind: 'report', report } })
  }
  const nomination = await tx.nominations.findByCode(campaign.id, code)
  if (!nomination || !isDecided(nomination)) return refuse({ reason: 'not-praiseworthy', code })
  return accept({ campaign, source: { kind: 'nomination', nomination } })
}

/**
 * Keeps the praise and asks for consent, each with one digit: the awarded person where the roster has
 * that name in the unit, else the contacts of the unit. Nothing is told to anybody else before one of
 * them agrees. Refuses what `findPraiseworthy` refuses, and where nobody can be asked.
 */
export async function proposePraise(
  tx: Transaction,
  official: Official,
  { code, text }: { code: string; text: string },
): Promise<Outcome<{ praise: Praise; asked: readonly Official[] }>> {
  const found = await findPraiseworthy(tx, official, code)
  if (!found.ok) return found
  const { campaign, source } = found.value
  const people = await whoMayAgree(tx, source)
  if (people.length === 0) return refuse({ reason: 'nobody-to-consent', code })
  const praise: Praise = {
    id: tx.chance.uuid(),
    code: praiseCode(await tx.campaigns.nextNumber(campaign.id, 'praise')),
    campaignId: campaign.id,
    sourceCode: code,
    unitCode: unitOf(source),
    text,
    authorId: official.id,
    state: 'asked',
  }
  await tx.praises.insert(praise, tx.now)
  const event = { kind: 'praise-proposed', data: { source: code } } as const
  await tx.audit.append({ ...event, actor: official.id, subject: praise.id })
  for (const person of people) await askConsent(tx, praise, { person, campaign })
  return accept({ praise, asked: people })
}

function unitOf(source: Praiseworthy): string {
  return source.kind === 'report' ? source.report.unitCode : source.nomination.unitCode
}

/** The person, if he or she can be asked; else the contacts of the unit. */
async function whoMayAgree(tx: Transaction, source: Praiseworthy): Promise<readonly Official[]> {
  const colleagues = await tx.officials.list({ unitCode: unitOf(source) })
  const accounts = await tx.accounts.listReachable(colleagues.map(({ id }) => id))
  const reachable = new Set(accounts.map(({ officialId }) => officialId))
  const open = colleagues.filter(({ id }) => reachable.has(id))
  if (source.kind === 'nomination' && source.nomination.nomineeKind === 'individual') {
    const key = nomineeKey(source.nomination.nomineeName)
    const self = open.filter(({ name }) => nomineeKey(name) === key)
    if (self.length > 0) return self
  }
  return open.filter(({ roles }) => roles.includes('contact'))
}

async function askConsent(
  tx: Transaction,
  praise: Praise,
  { person, campaign }: { person: Official; campaign: Campaign },
): Promise<void> {
  const id = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
  const choices = { id, options: CONSENT_CHOICES }
  const notice = { kind: 'consent-asked', praise, office: campaign.office.name, choices } as const
  const because = { cause: 'notice', causeId: praise.id } as const
  const queued = await queueNotice(tx, person, notice, because)
  if (!queued) return
  await rememberQuestion(tx, queued.account.address, {
    id,
    topic: { kind: 'consent-to-praise', praiseId: praise.id },
    options: CONSENT_CHOICES,
    askedAt: tx.now.toString(),
  })
}
