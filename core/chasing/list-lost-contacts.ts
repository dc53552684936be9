import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { fallbackHours } from '../delivery/fall-back.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { workingHoursBefore } from '../reminder/sending-hours.ts'
import type { Unit } from '../unit/unit.ts'
import { validOn } from '../unit/unit.ts'
import { peopleByUnit } from './list-silent-units.ts'
import type { Answerable } from './silence.ts'
import { isReachable } from './silence.ts'

/** Why a unit's contact cannot be written to. */
export type Loss = 'no-contact' | 'never-linked' | 'blocked' | 'left' | 'undelivered'

export type LostContact = { readonly unit: Unit; readonly loss: Loss; readonly official?: Official }

/**
 * Contacts of a campaign's units who cannot be written to now, in protocol order: units without any,
 * people who never registered, who blocked the bot, whose account is gone, to
 * whom something could not be delivered for hours. The caller has asked who may see it.
 */
export async function listLostContacts(
  tx: Transaction,
  campaign: Campaign,
): Promise<readonly LostContact[]> {
  const today = localDateOf(tx.now)
  const people = await peopleByUnit(tx, campaign)
  const units = (await tx.units.list(campaign.id)).filter((unit) => validOn(unit, today))
  const calendar = await tx.calendars.load()
  const since = workingHoursBefore(calendar, tx.now, await fallbackHours(tx))
  const stuck = await tx.outbox.listStuckOfficials(since)
  return units.flatMap((unit) => lossesOf(unit, people.get(unit.code) ?? [], stuck))
}

function lossesOf(
  unit: Unit,
  people: readonly Answerable[],
  stuck: ReadonlySet<string>,
): readonly LostContact[] {
  const contacts = people.filter(({ official }) => official.roles.includes('contact'))
  if (contacts.length === 0) return [{ unit, loss: 'no-contact' }]
  return contacts
    .filter((person) => !isReachable(person) || stuck.has(person.official.id))
    .map((person) => ({ unit, loss: lossOf(person), official: person.official }))
}

function lossOf(person: Answerable): Loss {
  if (isReachable(person)) return 'undelivered'
  const newest = person.accounts.at(-1)
  if (!newest) return 'never-linked'
  return newest.unreachable === 'gone' ? 'left' : 'blocked'
}
