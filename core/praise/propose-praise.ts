import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { rememberQuestion } from '../conversation/ask.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import { keepPhoto, PHOTO_LOST_AFTER, pictureOf } from '../file/picture.ts'
import { nomineeKey } from '../nomination/likeness.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Praise, Praiseworthy } from './praise.ts'
import { consentChoices, isDecided, praiseCode } from './praise.ts'

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
  const source = await sourceOf(tx, loaded.campaign.id, code)
  if (!source) return refuse({ reason: 'not-praiseworthy', code })
  return accept({ campaign: loaded.campaign, source })
}

async function sourceOf(
  tx: Transaction,
  campaignId: string,
  code: string,
): Promise<Praiseworthy | undefined> {
  if (code.startsWith('BC-')) {
    const report = await tx.reports.findByCode(campaignId, code)
    if (report?.state !== 'submitted' || report.content.nothingToReport) return undefined
    return { kind: 'report', report }
  }
  const nomination = await tx.nominations.findByCode(campaignId, code)
  return nomination && isDecided(nomination) ? { kind: 'nomination', nomination } : undefined
}

/**
 * Keeps the praise and asks for consent, each with one digit: the awarded person where the roster has
 * that name in the unit, else the contacts of the unit. Nothing is told to anybody else before one of
 * them agrees; a photo has a consent of its own, and is shown to whoever is asked. Refuses what
 * `findPraiseworthy` refuses, where nobody can be asked, and a report's photo that there is not.
 */
export async function proposePraise(
  tx: Transaction,
  official: Official,
  { code, text, photo }: { code: string; text: string; photo?: PraisePhoto },
): Promise<Outcome<{ praise: Praise; asked: readonly Official[] }>> {
  const found = await findPraiseworthy(tx, official, code)
  if (!found.ok) return found
  const { campaign, source } = found.value
  const people = await whoMayAgree(tx, source)
  if (people.length === 0) return refuse({ reason: 'nobody-to-consent', code })
  const photoId = photo?.of === 'report' ? await photoOf(tx, source) : photo?.id
  if (photo && photoId === undefined) return refuse({ reason: 'no-photo-to-show', code })
  const praise: Praise = {
    id: tx.chance.uuid(),
    code: praiseCode(await tx.campaigns.nextNumber(campaign.id, 'praise')),
    campaignId: campaign.id,
    sourceCode: code,
    unitCode: unitOf(source),
    text,
    authorId: official.id,
    state: 'asked',
    photoAgreed: false,
    ...(photoId === undefined ? {} : { photoId }),
  }
  await tx.praises.insert(praise, tx.now)
  const event = { kind: 'praise-proposed', data: { source: code } } as const
  await tx.audit.append({ ...event, actor: official.id, subject: praise.id })
  const isHere = photoId === undefined || (await tx.evidence.photoState(photoId)) === 'ready'
  if (isHere) await askForConsent(tx, praise, { people, campaign })
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

/** A photo that the author has sent, or the newest of the report that is praised. */
export type PraisePhoto = { readonly of: 'author'; readonly id: string } | { readonly of: 'report' }

async function photoOf(tx: Transaction, source: Praiseworthy): Promise<string | undefined> {
  return source.kind === 'report' ? tx.evidence.findPhotoOf(source.report.id) : undefined
}

/**
 * Asks for the consents that waited for a photo; of a lost one the words alone are asked for. Gives the
 * number of praises.
 */
export async function askWaitingConsents(tx: Transaction): Promise<number> {
  const waiting = await tx.praises.listUnasked(tx.now.subtract(PHOTO_LOST_AFTER))
  for (const { praise, photo } of waiting) {
    const { campaign } = await tx.campaigns.get(praise.campaignId)
    const source = await sourceOf(tx, campaign.id, praise.sourceCode)
    // Withdrawn or undone meanwhile: it is asked of nobody.
    if (!source) {
      await tx.praises.noteAsked(praise.id, tx.now)
      continue
    }
    if (photo !== 'ready') await tx.praises.dropPhoto(praise.id)
    const people = await whoMayAgree(tx, source)
    const asked = photo === 'ready' ? praise : withoutPhoto(praise)
    await askForConsent(tx, asked, { people, campaign })
  }
  return waiting.length
}

function withoutPhoto({ photoId: _lost, ...praise }: Praise): Praise {
  return praise
}

async function askForConsent(
  tx: Transaction,
  praise: Praise,
  { people, campaign }: { people: readonly Official[]; campaign: Campaign },
): Promise<void> {
  const { id, code: name, photoId, authorId: createdFor } = praise
  if (photoId !== undefined) await keepPhoto(tx, photoId, { name, createdFor })
  for (const person of people) await askConsent(tx, praise, { person, campaign })
  await tx.praises.noteAsked(id, tx.now)
}

async function askConsent(
  tx: Transaction,
  praise: Praise,
  { person, campaign }: { person: Official; campaign: Campaign },
): Promise<void> {
  const id = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
  const options = consentChoices(praise)
  const notice = {
    kind: 'consent-asked',
    ...{ praise, office: campaign.office.name, choices: { id, options } },
    ...(praise.photoId === undefined ? {} : { picture: pictureOf(tx, praise.photoId) }),
  } as const
  const because = { cause: 'notice', causeId: praise.id } as const
  const queued = await queueNotice(tx, person, notice, because)
  if (!queued) return
  await rememberQuestion(tx, queued.account.address, {
    id,
    topic: { kind: 'consent-to-praise', praiseId: praise.id },
    options,
    askedAt: tx.now.toString(),
  })
}
