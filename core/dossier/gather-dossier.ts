import type { Campaign } from '../campaign/campaign.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Transaction } from '../ports.ts'
import type { EvidenceFile } from '../report/report-store.ts'
import type { DossierItem } from './dossier.ts'
import type { NominationFacts } from './gather-nominations.ts'
import { gatherNomination } from './gather-nominations.ts'

/** Everything that belongs to one nomination. */
export type DossierFacts = {
  readonly facts: NominationFacts
  /** What was sent or handed in for it, oldest first. */
  readonly items: readonly DossierItem[]
  /** Photos and files of the reports that bear it out, of its parts and of its decisions; bytes only of what has been fetched. */
  readonly evidence: readonly EvidenceFile[]
}

/**
 * Reads a nomination with the evidence of its cited reports, parts and decisions. Evidence beyond
 * `mostBytes` together comes without its bytes. Changes nothing.
 */
export async function gatherDossier(
  tx: Transaction,
  campaign: Campaign,
  { nomination, mostBytes }: { nomination: Nomination; mostBytes: number },
): Promise<DossierFacts> {
  const facts = await gatherNomination(tx, campaign, nomination)
  const items = await tx.dossiers.list(nomination.id)
  const reportIds = await tx.nominations.citedReportIds(nomination.id)
  const parts = items.flatMap(({ evidenceId }) => (evidenceId === undefined ? [] : [evidenceId]))
  const scans = (await tx.decisions.listFor(nomination.id)).flatMap((decision) => decision.scans)
  const ids = [...parts, ...scans]
  const evidence = await tx.evidence.listFiles({ reportIds, ids }, mostBytes)
  return { facts, items, evidence }
}
