import { rule } from './request-rule.ts'

const ISSUED = '(ban hanh|ky ban hanh|ky|xay dung|phe duyet|ra)'
const UNIT =
  '(don vi|xa|phuong|thi tran|thon|to dan pho|phong|phong ban|co quan|truong|tram|trung tam|van phong)'

/** What is due besides reports: the unit's own plan, more time, and the office's chasing. */
export const DUTY_RULES = [
  rule('unit_plan', {
    when: `
      ${ISSUED} [xong|duoc|roi|rieng|cong van]* ke hoach … (so #|# / ke hoach)
      ke hoach [so] # / ke hoach … (ban hanh|da ky|ngay #)
      ke hoach so # … (ban hanh|da ky|ngay #)
      (ai|${UNIT} nao|nhung ai|bao nhieu ${UNIT}) … ${ISSUED} [duoc|xong]* ke hoach
      (han|thoi han|truoc) … ${ISSUED} ke hoach
      (da|vua|moi) [ky]* ${ISSUED} [xong|duoc|rieng]* ke hoach [rieng]* (cua ${UNIT}|thi dua cua|rieng)`,
    unless: '(tuyen truyen|pho bien|quan triet|xem|gui toi|cho toi|noi dung)',
  }),
  rule('extension', {
    mayCount: true,
    when: `
      gia han
      (keo dai|noi|noi rong|lui) [them|cho|toi|em]* (han|thoi han|han nop)
      (xin|de nghi|cho) [phep|toi|em|xa|don vi|duoc|ban|cap tren]* lui han`,
    unless: '(giay phep|the|hop dong)',
  }),
  rule('nudge', {
    mayCount: true,
    when: `
      (nhac|don doc|nhac nho|nhac nop) [gui|rieng|giup|lai|cho|nho|nop]* [cac|nhung|rieng|toan bo|tat ca|#|ca]* ${UNIT}
      (gui|soan|phat) [cac|tin|thong bao|loi]* (nhac|don doc) [den|cho|toi|#]* [cac|nhung|toan bo|tat ca|#]* ${UNIT}
      (nhac|don doc) [het|tat ca|rieng|toan bo|nhung|cac]* (ai|nguoi|cac dong chi|dau moi) [nao]* (chua|con)
      ^[xin|hay|toi muon|muon|giup]* (don doc|nhac rieng|nhac het|nhac tat ca)`,
    unless: `
      (nhac|don doc) [lai]* (toi|em|minh)
      cong van don doc`,
  }),
]

/** The desk of the office: whom it cannot reach, what waits for it, what units find hard. */
export const DESK_RULES = [
  rule('unreachable', {
    when: `
      (ai|${UNIT} nao|nhung ai|danh sach|can bo nao|dau moi nao) … (khong lien lac duoc|khong lien he duoc|mat lien lac|chua lien ket|khong nhan duoc tin|chan bot|chan tin|chua kich hoat|chua dang ky)
      ^[xem|danh sach|cac|nhung]* (khong lien lac duoc|khong lien he duoc)`,
  }),
  rule('difficulties_summary', {
    when: `
      ^[cho|xem|toi|em|xin|muon|hay|giup]* (tong hop|liet ke|danh sach|thong ke|xem|loc) [nhung|cac|lai|ve|cac xa|cac don vi|neu]* (kho khan|vuong mac|kien nghi|de xuat kien nghi)
      (${UNIT} nao|nhung|cac xa|cac don vi) … (gap|co|neu|bao) [nhung|cac]* (kho khan|vuong mac) [gi|nao]*`,
    unless: '(cu tri|giai quyet)',
  }),
  rule('waiting_messages', {
    when: `
      ^[xem|doc|mo|cac|con|liet ke|danh sach|co|may|bao nhieu|nhung|cho|toi]* (tin nhan|tin) [dang|nao|con|moi]* cho [xem|can bo|tra loi|xu ly|toi|doc|nao|khong|a|nhe]*$
      (tin|tin nhan) … cho can bo xem`,
  }),
  rule('decision', {
    tells: true,
    when: `
      (nhap|ghi|vao|cap nhat|luu) [so|lai]* quyet dinh [khen|so]* #
      quyet dinh [khen|khen thuong]* [so] # … (tang|khen|giay khen|bang khen|ho so #)
      ho so # … quyet dinh [khen|so]* #`,
    unless: '(tuyen truyen|pho bien|trien khai|thuc hien)',
  }),
  rule('council', {
    when: `
      (mo|lap|tao|len lich|trieu tap|xep lich|ket thuc|dong|be mac) [mot|phien|ky|cuoc|lich]* (phien hop|ky hop|hop|phien|ky) [xet|cua]* [khen|hoi dong]* …
      (phien hop|ky hop|lich hop|cuoc hop) [xet|xet khen|cua]* hoi dong
      (so phieu|kiem phieu|ket qua kiem phieu|bien ban kiem phieu)`,
    unless: `
      (hoi dong nhan dan|hdnd|tiep xuc|hop thon|hop dan|hop xa)
      (khi nao|bao gio|chua|in|xuat|tai)`,
  }),
]
