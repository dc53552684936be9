import type { Intent } from '../../understanding.ts'
import { wordPatterns } from '../../writing/word-pattern.ts'

/** A way of asking for something that decides nothing. Rules are tried in order on the words of `lineOf`. */
export type RequestRule = {
  readonly intent: Intent
  readonly when: readonly RegExp[]
  readonly unless: readonly RegExp[]
  /** How it must be spelt where the person types with marks: "nhầm", not "nhằm". */
  readonly spelt?: RegExp
  /** Also where the message counts things; otherwise such a message is a report. */
  readonly mayCount?: true
  /** Not where the message asks something: "được đề nghị khen không?" proposes nobody. */
  readonly tells?: true
}

type Written = {
  /** Word patterns, one a line. */
  readonly when: string
  readonly unless?: string
} & Pick<RequestRule, 'spelt' | 'mayCount' | 'tells'>

export function rule(intent: Intent, { when, unless = '', ...rest }: Written): RequestRule {
  return { intent, when: wordPatterns(when), unless: wordPatterns(unless), ...rest }
}

/** Whoever writes, and his unit. */
export const ME =
  '(toi|em|minh|chung toi|[xa|don vi|ben|phong|truong|thi tran|co quan] (toi|em|minh|ta|nha|chung toi))'
export const UNITS = '(don vi|xa|thi tran|phong ban|phong|co quan|xa thi tran|nganh|noi)'
export const DO_SEND = '(nop|gui|bao cao|gui bao cao|nop bao cao)'
/** Words that ask for a manner or a place. */
export const HOW =
  '(nhu the nao|the nao|lam sao|ra sao|kieu gi|bang cach nao|cach nao|sao|o dau|cho nao)'
