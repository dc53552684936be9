import type { Instant } from '../calendar/local-time.ts'
import type { ChannelName } from '../delivery/channel.ts'
import type { Report, ReportContent, SourceMessage } from './report.ts'

export interface ReportStore {
  insert(report: Report): Promise<void>
  /** Adds a version; the earlier ones stay. */
  revise(
    report: Report,
    change: { content: ReportContent; officialId: string; at: Instant; reason?: string },
  ): Promise<Report>
  setState(id: string, state: Report['state']): Promise<void>
  /** From now on a change wants a reason. Locking twice keeps the first moment. */
  lock(ids: readonly string[], at: Instant): Promise<void>
  /** In the campaign, or in one in whose place it goes on. */
  findByCode(campaignId: string, code: string): Promise<Report | undefined>
  get(id: string): Promise<Report>
  /** Notes the messages a report is made of, after those noted before. */
  addMessages(reportId: string, messages: readonly SourceMessage[]): Promise<void>
  /** The messages a report is made of, in the order they came. */
  listMessages(reportId: string): Promise<readonly SourceMessage[]>
  /** The message reads otherwise since its sender has edited it. */
  editMessage(message: SourceMessage): Promise<void>
  /** The report that message is part of. */
  findBySource(ref: string): Promise<Report | undefined>
  /** The newest standing report of a unit, or of one official of it. */
  findLatest(
    campaignId: string,
    by: { unitCode: string; officialId?: string },
  ): Promise<Report | undefined>
  /** Newest first; withdrawn ones included, and those of units and campaigns in whose place these go on. */
  list(campaignId: string, filter: { unitCode: string; limit: number }): Promise<readonly Report[]>
  /** Every standing report of a period, in protocol order of the units, a unit's own oldest first. */
  listStanding(campaignId: string, period: string): Promise<readonly Report[]>
  countStanding(campaignId: string, unitCode: string, period: string): Promise<number>
  /** How many reports an official has sent, the withdrawn ones too. */
  countBy(officialId: string): Promise<number>
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

/** Evidence with its bytes, where they have been fetched and were not too many. */
export type EvidenceFile = Evidence & {
  readonly mediaType?: string
  readonly sha256?: string
  readonly bytes?: Uint8Array
}

/** Whether a photo can be shown to others. `unusable`: the platform did not give it, or not as a picture that every channel shows. */
export type PhotoState = 'waiting' | 'ready' | 'unusable'

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
  photoState(id: string): Promise<PhotoState>
  /** The photo of a report that was received last and is ready. */
  findPhotoOf(reportId: string): Promise<string | undefined>
  /** Evidence of those reports and of those ids, oldest first; bytes until `mostBytes` together are reached. */
  listFiles(
    of: { readonly reportIds: readonly string[]; readonly ids: readonly string[] },
    mostBytes: number,
  ): Promise<readonly EvidenceFile[]>
}
