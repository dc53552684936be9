import type { Groups } from '../dates/date-rule.ts'

const ORDINALS: Readonly<Record<string, number>> = {
  ...{ dau: 1, nhat: 1, mot: 1, i: 1, hai: 2, ii: 2, ba: 3, iii: 3, tu: 4, bon: 4, iv: 4, nam: 5 },
  ...{ sau: 6, bay: 7 },
}
export const numberOf = (word: string) => ORDINALS[word] ?? Number(word)
export const isLast = (nth: string) => nth.startsWith('cuoi')
export const ordinal = (nth: string) => numberOf(nth.replace('thu ', '').replace(' tien', ''))
export const isNext = (which: string | undefined) =>
  which !== undefined && /sau|toi|tiep|lien ke/.test(which)

export const weekday = ({ w, sunday }: Groups) =>
  sunday ? 7 : /\d/.test(w ?? '') ? Number(w) - 1 : numberOf(w ?? '') - 1
