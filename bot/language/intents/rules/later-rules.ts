import { DO_SEND, rule } from './request-rule.ts'

const WEEKDAY = '(thu (hai|ba|tu|nam|sau|bay|\\d)|chu nhat)'
/** A time ahead. */
const LATER = `(mai|ngay mai|sang mai|chieu mai|toi mai|trua mai|chieu|chieu nay|trua|trua nay|toi nay|dem nay|sang som|${WEEKDAY}|ngay kia|ngay \\d{1,2}|lat|lat nua|lat sau|ti nua|ty nua|chut nua|mot lat|mot chut|mot luc|hom sau|hom khac|luc khac|khi khac|buoi khac|tuan sau|tuan toi|cuoi tuan|dau tuan|cuoi ngay|cuoi gio|cuoi buoi|dau gio|\\d{1,2} (h|gio|phut|tieng|ngay|hom)( \\d{2})?|\\d{1,2}:\\d{2}|vai (hom|ngay) nua|toi ve|ve nha|ve co quan|sau)`
const FILL =
  '(thi|moi|toi|em|minh|se|xin|ben em|xa em|xa toi|don vi|xa|ve|roi|nhe|co the|nua|toi|sang|chieu|nay|toi|luc|vao|hop xong|xong|di|tuan sau|tuan toi)'

/** A reminder wished, a promise, a day's grace. */
export const LATER_RULES = [
  rule('remind_me_later', {
    when: 'nhac',
    spelt: /nh[ăắ]c|^[^à-ỹ]*$/u,
    unless: `
      (van nghe|am nhac|bai hat|nghe nhac|ca nhac|nhac si)
      nhac lai (thong bao|noi dung|chi dao)
      (sao|vi sao)`,
  }),
  rule('remind_me_later', {
    when: `
      (dat|len) (lich|hen)
      (khat|xin lui|lui han|lui lai|lui sang|lui den|gia han|hoan lai|xin hoan|xin khat)
      (xin|cho|them) [xin|them|toi|em|minh]* [it|chut|mot it|vai|mot chut]* (thoi gian|(mot|hai|ba|vai|#|may|it) (ngay|hom|tuan|buoi|tieng|gio))
      (dang|con|ban|mac) (hop|ban|di cong tac|cong tac|lai xe|chay xe|di xe|ngoai duong|di duong|tren duong|tren xe|o ngoai|di co so|o co so|nghi|om|an com|bieu|viec|tiep khach|tiep doan|tiep dan|di hop|du hop|trong cuoc hop|trong hop|giao ban|don con|tap huan|di thon|xuong thon|duoi thon)
      (ban lam|ban qua|ban roi|ban viec)
      (cho|xin) [toi|em|minh|xin|phep|xa]* no [lai]* [den|toi|sang|qua]* ${LATER}
      ^[thoi|da|de|hen|ok|vang]* ${WEEKDAY} [tuan sau|tuan toi|tuan nay]* [di|nhe|em|a|anh|chi|nha|vay|toi|gui|nop]*$
      ^[da|a|em|toi|thi|cho|thoi]* # (p|ph|phut|tieng|h|gio) nua [nhe|a|nha|di|gui|nop|nhac|toi|em|bao cao]*$
      ^[thoi|da|cho|toi|em|anh|minh]* (de|doi|cho) [toi|em|minh|anh|chi]* (hop|an com|hoi|xin|tong hop|xem|ve|lam|di hop|tiep khach) [xong|ve|co quan|nha|viec]* [da|roi]* [gui|nop|bao cao|tinh|tiep|nhe|a|da|em]*$
      tam thoi chua … (gui|nop|bao cao)
      (xin|cho) [cho|toi|em|minh|xin|phep|duoc|lui|khat]* (den|toi|sang|qua) ${LATER}
      (hen gio|tam hoan|cho chut|doi chut|cho ty|cho ti|cho mot chut|doi mot chut)
      (nop|gui|bao cao) (muon|tre|cham) duoc khong`,
    unless: `
      (can bo|bien ban|van ban)
      (con|may|bao nhieu) [_] (ngay|lau)
      co quan`,
    spelt: /^(?!.*\b(?:bạn|bàn|bán|bản))/su,
  }),
  rule('remind_me_later', {
    when: `
      ${LATER} [${LATER}]* [${FILL}]* ${DO_SEND}
      ${LATER} [${FILL}]* (lam|tra loi|hoan thanh|xong|bo sung sau)
      ${DO_SEND} [bu|lai|tiep|sau|ho so|bao cao]* [vao|luc]* ${LATER} [nhe|a|nha|duoc|em|toi|nua|sau|vay]*$
      ^[thoi|thi|da|em|toi|minh|xin|cho|ok|vang|a|hay|tam thoi|anh|chi|ban qua|ban]* (de|hen|khat|hoan|lui|doi|cho) [em|toi|minh|lai|den|luc|sang|qua|vao]* ${LATER}
      ^[thoi|thi|da|em|toi|xin|ok|vang|hen]* (de sau|luc khac|khi khac|hom khac|lat nua|ti nua|chut nua|mai|sau|hen sau|tu tu|hen lai|lat) [di|nhe|a|nha|da|vay|nua]*$`,
    unless: `
      (phai|han|truoc|den|bao gio|khi nao|ngay nao|hom qua|da|vua|o dau|muon nhat|cham nhat)
      (nop|gui|bao cao) … chua
      ^[xin|em|toi|kinh|da|cho]* (nop|gui|bao cao) [bao cao|ket qua|so lieu]* (ngay|sau|thang|quy) #
      (to chuc|tuyen truyen|hoi nghi|ra quan|hop thon)
      xa (nao|_ _) … chua`,
  }),
  rule('remind_me_later', {
    spelt: /tối|bận|chiều|trưa/,
    when: '^[anh|em|toi|chi|minh]* (toi|ban|chieu|trua) [toi|em|minh|ve|se|roi|a|nhe|nay|gui|nop|bao cao|qua|lam|de]*$',
    unless: '^[anh|em|chi|minh]* toi [gui|nop|bao cao|em|a|se|lam]*$',
  }),
]
