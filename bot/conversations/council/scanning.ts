import { keepScan } from '../../../core/decision/keep-scan.ts'
import type { Linked } from '../../../core/official/official-store.ts'
import { may } from '../../../core/permission.ts'
import { readScanCaption } from '../../language/errands/council-command.ts'
import { sayScanned } from '../../texts/decisions.ts'
import type { Kept } from '../reporting/evidence.ts'
import type { Answer, Turn } from '../turn.ts'
import { refused } from '../turn.ts'

/** A photo or file with "QĐ 128" below it, from the office: the signed paper. Undefined for any other. */
export async function takeScan(
  { tx }: Turn,
  { official }: Linked,
  { ids, kind, caption }: Kept & { readonly caption: string },
): Promise<Answer | undefined> {
  if (ids.length === 0 || kind === 'voice' || !may(official, 'decide')) return undefined
  const number = readScanCaption(caption)
  if (number === undefined) return undefined
  const kept = await keepScan(tx, official, { number, evidenceIds: ids })
  if (!kept.ok) return refused(kept.refusal)
  return { what: 'decision-scanned', text: sayScanned(kept.value, ids.length) }
}
