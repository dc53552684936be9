import type { Instant } from '../calendar/local-time.ts'
import type { ChannelName } from '../delivery/channel.ts'
import type { Report, ReportContent } from './report.ts'

export interface ReportStore {
  insert(report: Report, sourceRef: string | undefined): Promise<void>
  /** Adds a version; the earlier ones stay. */
  revise(
    report: Report,
    change: { content: ReportContent; officialId: string; at: Instant; reason?: string },
  ): Promise<Report>
  setState(id: string, state: Report['state']): Promise<void>
  findByCode(campaignId: string, code: string): Promise<Report | undefined>
  get(id: string): Promise<Report>
  /** The report made from that message of a platform. */
  findBySource(sourceRef: string): Promise<Report | undefined>
  /** The newest standing report of a unit, or of one official of it. */
  findLatest(
    campaignId: string,
    by: { unitCode: string; officialId?: string },
  ): Promise<Report | undefined>
  /** Newest first; withdrawn ones included. */
  list(
    campaignId: string,
    filter: { unitCode?: string; period?: string; limit: number },
  ): Promise<readonly Report[]>
  /** Every standing report of a period, in protocol order of the units, a unit's own oldest first. */
  listStanding(campaignId: string, period: string): Promise<readonly Report[]>
  countStanding(campaignId: string, unitCode: string, period: string): Promise<number>
  previousContent(report: Report): Promise<ReportContent | undefined>
}

export type Evidence = {
  readonly id: string
  readonly reportId?: string
  readonly unitCode: string
  readonly officialId: string
  readonly channel: ChannelName
  readonly kind: 'photo' | 'voice' | 'file'
  /** By which the channel fetches it. */
  readonly ref: string
  readonly caption?: string
  readonly receivedAt: Instant
}

export interface EvidenceStore {
  insert(evidence: Evidence): Promise<void>
  attach(ids: readonly string[], reportId: string): Promise<void>
  count(reportId: string): Promise<number>
  /** Claims evidence whose bytes are still to be fetched; each is tried again after `retryAt`. */
  claimWaiting(limit: number, now: Instant, retryAt: Instant): Promise<readonly Evidence[]>
  saveBytes(
    id: string,
    file: { bytes: Uint8Array; mediaType: string; sha256: string },
  ): Promise<void>
  refuse(id: string): Promise<void>
}
