import { z } from 'zod'
import type { Role } from '../../core/official/role.ts'
import { ROLES } from '../../core/official/role.ts'
import { fold } from './fields.ts'

/** What offices call the roles, folded; English names are accepted as they are. */
const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  contact: ['daumoi', 'canbodaumoi'],
  head: ['thutruong', 'lanhdaodonvi', 'nguoidungdau'],
  appraiser: ['thamdinh', 'canbothamdinh'],
  secretary: ['thukyhoidong', 'thukyhd'],
  member: ['thanhvienhoidong', 'thanhvienhd'],
  signer: ['nguoiky'],
  propagation: ['tuyentruyen'],
  admin: ['quantri'],
  viewer: ['lanhdaoxem', 'nguoixem'],
}

/** The role a word means, in Vietnamese or English, with or without marks. */
export function roleOf(word: string): Role | undefined {
  const folded = fold(word)
  return ROLES.find((role) => role === folded || ROLE_WORDS[role].includes(folded))
}

/** Roles in one cell, between "|", ";", "," or "+". */
export const roles = z.string().transform((value, context) => {
  const words = value.split(/[|;,+\n]/).filter((word) => word.trim() !== '')
  const unknown = words.filter((word) => roleOf(word) === undefined)
  for (const word of unknown)
    context.addIssue({
      code: 'custom',
      message: `Không có vai trò "${word.trim()}". Các vai trò: ${ROLES.join(', ')}.`,
    })
  if (words.length === 0)
    context.addIssue({ code: 'custom', message: `Cần ít nhất một vai trò: ${ROLES.join(', ')}.` })
  if (unknown.length > 0 || words.length === 0) return z.NEVER
  return [...new Set(words.flatMap((word) => roleOf(word) ?? []))]
})
