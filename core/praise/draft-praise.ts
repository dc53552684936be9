import type { Preview } from '../announcement/draft-announcement.ts'
import { draftAnnouncement } from '../announcement/draft-announcement.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { agreedPhoto } from './praise.ts'
import { refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'

/**
 * Makes an optional notice of a praise, to everybody, with its photo where that was agreed to, and shows it
 * before it leaves. Refuses who may not announce, a praise that is not there, and one without consent.
 */
export async function draftPraise(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<Preview>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  const praise = loaded && (await tx.praises.findByCode(loaded.campaign.id, code))
  if (!praise) return refuse({ reason: 'praise-not-found', code })
  if (praise.state !== 'agreed') return refuse({ reason: 'consent-missing', code })
  const wish = {
    text: praise.text,
    audience: {},
    optional: true,
    weekly: false,
    ...agreedPhoto(praise),
  }
  return draftAnnouncement(tx, official, { ...wish, praiseId: praise.id })
}
