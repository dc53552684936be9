import { ABSENCE_RULES } from './absence-rules.ts'
import { FIRST_RULES, REGISTER_RULES } from './account-rules.ts'
import { CONTACT_RULES } from './contact-rules.ts'
import { CONTENT_RULES } from './content-rules.ts'
import { DESK_RULES, DUTY_RULES } from './duty-rules.ts'
import { EARLY_RULES } from './early-rules.ts'
import { FILE_RULES } from './file-rules.ts'
import { GROUP_RULES } from './group-rules.ts'
import { HELP_RULES, HOW_RULES } from './help-rules.ts'
import { LATER_RULES } from './later-rules.ts'
import { NOTICE_RULES } from './notice-rules.ts'
import { OFFICE_RULES } from './office-rules.ts'
import type { RequestRule } from './request-rule.ts'
import { STATUS_RULES } from './status-rules.ts'

/** In this order: what is said of a thing comes before the thing, how a thing is done before the thing. */
export const REQUEST_RULES: readonly RequestRule[] = [
  ...GROUP_RULES,
  ...EARLY_RULES,
  ...FIRST_RULES,
  ...ABSENCE_RULES,
  ...REGISTER_RULES,
  ...HOW_RULES,
  ...DUTY_RULES,
  ...DESK_RULES,
  ...LATER_RULES,
  ...FILE_RULES,
  ...OFFICE_RULES,
  ...STATUS_RULES,
  ...CONTENT_RULES,
  ...CONTACT_RULES,
  ...NOTICE_RULES,
  ...HELP_RULES,
]
