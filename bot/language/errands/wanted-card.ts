import type { CardKind } from '../../../core/card/card.ts'
import { readingOf } from '../writing/fold.ts'

const WORDS: Readonly<Record<CardKind, string>> = {
  countdown: 'dem nguoc',
  progress: 'tien do',
  thanks: 'cam on',
}
/** A picture is the thing that is asked for: behind words that ask at most. */
const ASKING = '(?:(?:xin|cho|lam|ve|tao|gui|lay|toi|em|minh|giup|tro ly|mot|1|cai|xuat) )*'
const PICTURE = '(?<picture>anh|hinh|hinh anh|tam anh|buc anh|thiep|card|poster)'

const KINDS = (Object.keys(WORDS) as CardKind[]).map((kind) => ({
  kind,
  asks: new RegExp(`^${ASKING}${PICTURE} (?:the hien |bao |ve )?${WORDS[kind]}(?![a-z])`, 'u'),
}))

/** Which picture a message asks for: "ảnh đếm ngược", "vẽ thiệp cảm ơn xã …". */
export function readWantedCard(message: string): CardKind | undefined {
  const { typed, folded } = readingOf(message.trim())
  for (const { kind, asks } of KINDS) {
    const found = asks.exec(folded)
    if (found && !(kind === 'thanks' && isElderBrother(found, typed))) return kind
  }
  return undefined
}

/** "anh cảm ơn" thanks somebody; only with its mark is it a picture. */
function isElderBrother(found: RegExpExecArray, typed: string): boolean {
  return found.groups?.['picture'] === 'anh' && !/ảnh/iu.test(typed.slice(0, found[0].length))
}
