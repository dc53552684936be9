import { NOTICE } from './notice-rules.ts'
import { ME, rule } from './request-rule.ts'

/** Weaker signs of what was said above, once nothing stronger has been found. */
export const LAST_RULES = [
  rule('notices', {
    when: NOTICE,
    unless: '(to chuc|ban hanh|thuc hien|tham muu|trien khai|xay dung)',
  }),
  rule('nomination_status', {
    when: '(ho so|de cu|khen|bang khen|xet|tham dinh) … (chua|khong|dau|nao|sao|van de gi|ket qua)',
    unless: '(khong muon|thoi|rut|huy|bo sung|tieu chuan|de nghi khen cho)',
  }),
  rule('unit_progress', { when: '(don vi|xa) nao\n(cac xa|cac don vi|toan huyen)' }),
  rule('my_reports', { when: `${ME} … (bao cao|nop|gui) … (dau|nao|gi|chua|khong)` }),
]
