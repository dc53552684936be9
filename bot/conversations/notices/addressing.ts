import { Temporal } from 'temporal-polyfill'
import type { Audience } from '../../../core/announcement/audience.ts'
import type { Instant } from '../../../core/calendar/local-time.ts'
import { instantOf, localDateOf } from '../../../core/calendar/local-time.ts'
import { clustersOf } from '../../../core/group/group.ts'
import type { Unit, UnitKind } from '../../../core/unit/unit.ts'
import { fold } from '../../language/writing/fold.ts'
import type { Addressed, NoticeHead } from '../../language/errands/notice-head.ts'
import { readAddressed } from '../../language/errands/notice-head.ts'
import { pickDeadline } from '../office/chasing.ts'
import { unitsIn } from '../units/named-units.ts'
import type { Spoken } from '../turn.ts'

/** Whom a notice is for, and when it leaves; or the words of its head that nobody can be sure of. */
export type Meant =
  | { readonly ok: true; readonly audience: Audience; readonly sendAt?: Instant }
  | { readonly ok: false; readonly unclear: readonly string[]; readonly several: readonly string[] }
  /** The moment cannot be kept. */
  | { readonly ok: false; readonly moment: string }

/**
 * What the head of a notice means in the turn's campaign. A word that is no role, kind, unit or cluster of it
 * makes the whole unclear: a notice never goes to more people than its author has named.
 */
export async function meantBy(turn: Spoken, head: NoticeHead): Promise<Meant> {
  const { tx, campaign } = turn
  if (head.unclear !== undefined) return { ok: false, moment: head.unclear }
  const sendAt = head.moment && momentOf(head.moment)
  const isLate = sendAt && campaign && localDateOf(sendAt).toString() > campaign.endsOn.toString()
  if (sendAt && (isLate || Temporal.Instant.compare(sendAt, tx.now) < 0))
    return { ok: false, moment: localDateOf(sendAt).toString() }
  const units = campaign ? await tx.units.list(campaign.id) : []
  const to = head.to.map((piece) => readPiece(turn, units, piece))
  const except = head.except.map((words) => readPiece(turn, units, { ...readAddressed(words) }))
  const strange = except.filter(({ units: named, several }) => named.length + several.length === 0)
  const unclear = [
    ...to.flatMap(({ unclear: words }) => words),
    ...strange.map(({ words }) => words),
  ]
  const several = [...to, ...except].flatMap((piece) => piece.several)
  if (unclear.length + several.length > 0) return { ok: false, unclear, several }
  const owing = head.to.some((piece) => piece.owing) && campaign
  const deadline = owing ? await pickDeadline(turn, campaign.id) : undefined
  const excluded = except.flatMap((piece) => piece.units)
  const audience = {
    ...audienceOf(head.to, to),
    ...(deadline ? { owing: deadline.id } : {}),
    ...(excluded.length > 0 ? { except: excluded } : {}),
  }
  return { ok: true, audience, ...(sendAt ? { sendAt } : {}) }
}

/** Without an hour: from the beginning of that day's office hours on. */
function momentOf({ on, at }: NonNullable<NoticeHead['moment']>): Instant {
  return instantOf(on, at ?? Temporal.PlainTime.from('07:00'))
}

/** One of those a notice is for, among the campaign's own units and clusters. */
type Piece = {
  readonly words: string
  /** Codes. */
  readonly units: readonly string[]
  readonly clusters: readonly string[]
  readonly kinds: readonly UnitKind[]
  readonly several: readonly string[]
  readonly unclear: readonly string[]
}

function readPiece(turn: Spoken, units: readonly Unit[], addressed: Addressed): Piece {
  const { words, whole, kinds } = addressed
  const folded = fold(words)
  const clusters = clustersOf(units).filter((name) => folded.includes(fold(name)))
  const nothing = { words, clusters, kinds: [], units: [], several: [], unclear: [] }
  if (clusters.length > 0) return nothing
  if (whole) return { ...nothing, kinds }
  const named = unitsIn(turn, units, words)
  if (named.match === 'ambiguous')
    return { ...nothing, several: named.units.map(({ name }) => name) }
  if (named.units.length === 0) return { ...nothing, unclear: [words] }
  // A name may have "và" in it.
  const others = words.split(/\s+(?:và|va|với|voi)\s+/iu).filter((part) => !isOf(named.units, part))
  const read = others.map(readAddressed)
  const strange = read.filter(
    (part) => !part.whole && unitsIn(turn, units, part.words).units.length === 0,
  )
  return {
    ...nothing,
    kinds: read.flatMap((part) => (part.whole ? part.kinds : [])),
    unclear: strange.map((part) => part.words),
    units: named.units.map(({ code }) => code),
  }
}

function isOf(named: readonly Unit[], words: string): boolean {
  const names = named.flatMap(({ name, fullName, aliases }) => [name, fullName, ...aliases])
  return names.some((name) => fold(name).includes(fold(words)))
}

/** Roles narrow all units; kinds, units and clusters are met by any of them. */
function audienceOf(said: readonly Addressed[], pieces: readonly Piece[]): Audience {
  const roles = [...new Set(said.flatMap((piece) => piece.roles))]
  const unitCodes = pieces.flatMap(({ units }) => units)
  const clusters = [...new Set(pieces.flatMap((piece) => piece.clusters))]
  const kinds = pieces.flatMap((piece) => piece.kinds)
  return {
    ...(roles.length > 0 ? { roles } : {}),
    ...(unitCodes.length > 0 ? { unitCodes } : {}),
    ...(kinds.length > 0 ? { kinds: [...new Set(kinds)] } : {}),
    ...(clusters.length > 0 ? { clusters } : {}),
  }
}
