import { localDateOf } from '../calendar/local-time.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Praise } from './praise.ts'

/** What somebody agrees to. */
export type Consent = { readonly words: boolean; readonly photo: boolean }

/** Whoever was asked agrees or not, to the photo apart, once; the author is told. Refuses what was answered before. */
export async function answerPraise(
  tx: Transaction,
  official: Official,
  { praiseId, consent }: { praiseId: string; consent: Consent },
): Promise<Outcome<Praise>> {
  const praise = await tx.praises.get(praiseId)
  const { code } = praise
  const state = consent.words ? 'agreed' : 'declined'
  const photo = consent.words && consent.photo && praise.photoId !== undefined
  if (praise.unitCode !== official.unitCode) return refuse({ reason: 'praise-not-found', code })
  const by = { by: official.id, at: tx.now }
  if (!(await tx.praises.answer(praiseId, { from: ['asked'], state, photo, ...by })))
    return refuse({ reason: 'praise-answered', code })
  await audit(tx, official, praise, state)
  const answered: Praise = { ...praise, state, photoAgreed: photo }
  await tellAuthor(tx, answered)
  return accept(answered)
}

/** Somebody of the unit takes the consent back: what has not left does not leave. Refuses what is not there or not agreed. */
export async function withdrawPraise(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Praise>> {
  const found = await findOwn(tx, official, code)
  return found.ok ? takeBack(tx, official, found.value) : found
}

async function findOwn(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Praise>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  const praise = loaded && (await tx.praises.findByCode(loaded.campaign.id, code))
  return praise?.unitCode === official.unitCode
    ? accept(praise)
    : refuse({ reason: 'praise-not-found', code })
}

/**
 * Somebody of the unit takes back the consent to the photo: what has not left goes without it. Refuses what
 * is not there, and where the photo was not agreed to.
 */
export async function withdrawPhoto(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Praise>> {
  const found = await findOwn(tx, official, code)
  if (!found.ok) return found
  const praise = found.value
  if (praise.state !== 'agreed' || !praise.photoAgreed)
    return refuse({ reason: 'praise-answered', code })
  await tx.praises.answer(praise.id, {
    ...{ from: ['agreed'], state: 'agreed', photo: false },
    ...{ by: official.id, at: tx.now },
  })
  for (const id of await tx.praises.listTelling(praise.id)) {
    await tx.announcements.recall(id, tx.now)
    await tx.announcements.setPhoto(id, undefined)
    await tx.announcements.move(id, { from: ['published'], state: 'released' })
  }
  await audit(tx, official, praise, 'photo-withdrawn')
  const answered: Praise = { ...praise, photoAgreed: false }
  await tellAuthor(tx, answered)
  return accept(answered)
}

/** The person withdraws consent altogether: every praise that he or she agreed to. Gives their number. */
export async function withdrawAllPraise(tx: Transaction, official: Official): Promise<number> {
  const agreed = await tx.praises.listAgreedBy(official.id)
  for (const praise of agreed) await takeBack(tx, official, praise)
  return agreed.length
}

async function takeBack(
  tx: Transaction,
  official: Official,
  praise: Praise,
): Promise<Outcome<Praise>> {
  const to = { state: 'withdrawn', by: official.id, at: tx.now } as const
  if (!(await tx.praises.answer(praise.id, { from: ['asked', 'agreed'], ...to })))
    return refuse({ reason: 'praise-answered', code: praise.code })
  for (const id of await tx.praises.listTelling(praise.id)) {
    await tx.announcements.recall(id, tx.now)
    await tx.announcements.endRepetition(id)
    const from = ['draft', 'awaiting-release', 'released', 'published'] as const
    await tx.announcements.move(id, { from, state: 'stopped' })
  }
  await audit(tx, official, praise, 'withdrawn')
  const withdrawn: Praise = { ...praise, state: 'withdrawn', photoAgreed: false }
  await tellAuthor(tx, withdrawn)
  return accept(withdrawn)
}

async function audit(
  tx: Transaction,
  official: Official,
  { id }: Praise,
  state: string,
): Promise<void> {
  const event = { kind: 'praise-answered', data: { state } } as const
  await tx.audit.append({ ...event, actor: official.id, subject: id })
}

async function tellAuthor(tx: Transaction, praise: Praise): Promise<void> {
  const author = await tx.officials.get(praise.authorId)
  const notice = { kind: 'consent-given', praise } as const
  await queueNotice(tx, author, notice, { cause: 'notice', causeId: praise.id })
}
