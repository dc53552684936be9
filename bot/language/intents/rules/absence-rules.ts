import { rule } from './request-rule.ts'

const AWAY =
  '(nghi phep|nghi om|nghi thai san|nghi che do|nghi viec rieng|(?<!(?:de|kien|hoi|suy) )nghi|di cong tac|di hoc|di vang|vang mat|di dieu tri|nam vien|di phep)'
const PERSON = '(dong chi|anh|chi|em|ong|ba|co|chu)'
const UNTIL = '(den|toi|tu|het|trong|qua)'
const DAY = '(#|ngay|thu|chu nhat|tuan|thang|cuoi|dau|mai|het|hom nay|mot|hai|ba|vai)'

/** Who is away, who stands in, who comes after. Before promises: "nghỉ đến thứ hai" is no promise. */
export const ABSENCE_RULES = [
  rule('back_from_leave', {
    tells: true,
    when: `
      (di lam|lam viec) (lai|tro lai)
      (tro lai|quay lai) (lam viec|co quan|cong tac)
      (het|xong) (phep|nghi phep|ky nghi|dot nghi|nghi om|nghi)
      (da|vua) (di cong tac ve|ve co quan|di lam)`,
    unless: '(gui|nop|bao cao|nhac|khi|toi moi)',
  }),
  rule('leave', {
    tells: true,
    mayCount: true,
    when: `
      ${AWAY} … (${PERSON}|uy quyen cho|nho) … (thay|lam thay|truc thay|phu trach thay|phu trach|bao cao thay|lam giup|nhan tin thay|truc)
      ${PERSON} _ [_] [_] (thay|lam thay|truc thay|bao cao thay|phu trach thay|lam giup) [cho]* (toi|em|minh)
      uy quyen cho ${PERSON} _ … ${UNTIL} … #`,
    unless: '(da nghi|nghi huu)',
  }),
  rule('leave', {
    tells: true,
    when: `
      ^[da|bao cao|em|toi|minh|xin|phep|xin phep|anh|chi|dong chi|bao|tro ly|tu|mai|hom nay|ngay mai|sap|chuan bi|se|dang|duoc|se duoc|tuan sau|tuan nay|#]* ${AWAY} … ${UNTIL} [ngay|het|hom|sang|chieu|#]* ${DAY}
      (xin|em|toi|minh) [xin|phep|duoc|se]* (nghi phep|nghi om|nghi thai san|di phep) [a|nhe|#|ngay|tuan|thang|den|tu|hom|nay|mai|sau|ca]*$`,
    unless: '(gui|nop|nhac|bao cao|nghi huu|nghi hoc|nghi tet|lich nghi)',
  }),
  rule('handover', {
    tells: true,
    when: `
      (ban giao|chuyen giao) [lai|toan bo|cong viec|viec|nhiem vu|dau moi|phan viec|het]* cho (dong chi|anh|chi|ong|ba|co|chu|can bo|nguoi) _
      ${PERSON} _ [_] [_] (nhan|tiep nhan|lam|se nhan) [ban giao|thay|viec|cong viec]* (tu|cua) (toi|em|minh)
      (toi|em|minh) [se|duoc|sap|da]* (chuyen cong tac|chuyen viec|nghi huu|thoi viec|thoi lam dau moi)`,
    unless: '(nha|can|tang|qua|cong trinh|nhan ban giao)',
  }),
]
