import type { Unit } from '../../../core/unit/unit.ts'
import type { Intent } from '../../language/understanding.ts'
import { sayFormerName } from '../../texts/former-names.ts'
import { plain } from './named-units.ts'
import type { Answer, Spoken } from '../turn.ts'

/** In a report a name is where something happened, and is left as it was written. */
const TELLS_OF_PLACES: ReadonlySet<Intent> = new Set<Intent>([
  'submit_report',
  'edit_report',
  'unknown',
])

/** Where a unit was called by the name of one in whose place it stands, the answer says so. */
export async function withFormerNames(turn: Spoken, answer: Answer): Promise<Answer> {
  const { tx, campaign, understood, text } = turn
  const { match, candidates } = understood.units
  if (answer.text === undefined || !campaign || TELLS_OF_PLACES.has(understood.intent))
    return answer
  if (match !== 'sure' || candidates.every(({ formerNames }) => formerNames.length === 0))
    return answer
  const line = await tx.units.listLine(campaign.id)
  const said = candidates.flatMap((candidate) => {
    const unit = line.find(({ code }) => code === candidate.code)
    const former = unit && formerNameIn(text, unit)
    if (!unit || former === undefined || answer.text?.includes(former)) return []
    const old = line.find(({ name, ending }) => name === former && ending?.successor === unit.code)
    return [sayFormerName(former, unit, old)]
  })
  return said.length === 0 ? answer : { ...answer, text: [answer.text, ...said].join('\n') }
}

/** The former name by which a text calls the unit; none where it uses the present one. */
export function formerNameIn(
  text: string,
  { name, formerNames }: Pick<Unit, 'name' | 'formerNames'>,
): string | undefined {
  const words = ` ${plain(text)} `
  const has = (known: string): boolean => words.includes(` ${plain(known)} `)
  if (has(name)) return undefined
  return (
    formerNames.find(has) ??
    (has(bare(name)) ? undefined : formerNames.find((one) => has(bare(one))))
  )
}

/** "xã Mai Sao" → "Mai Sao". */
function bare(name: string): string {
  return name.replace(/^(?:xã|phường|thị trấn) /iu, '')
}
