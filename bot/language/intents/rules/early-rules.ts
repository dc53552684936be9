import { DO_SEND, UNITS, rule } from './request-rule.ts'

const ACT =
  '(tu choi|phe duyet|tham dinh|bac|thu hoi|nop|gui|bao cao|de nghi|de cu|sua|rut|huy|bo phieu|bieu quyet|xuat|in|tai|dung|su dung|xai|viet|nhap|lam|soan|tao|lap|xem|thao tac|dinh kem|duyet|tra|nhan|ghi|dien|thuc hien|bat dau|trinh|dang ky|tra cuu|theo doi|thuc)'
const WHEN =
  '(khi nao|bao gio|ngay nao|hom nao|luc nao|may gio|ngay may|thang may|ngay bao nhieu|het nam|cuoi nam)'

/** Wordings with one meaning, before anything that they might be taken for by their other words. */
export const EARLY_RULES = [
  rule('register', {
    when: 'ma [_] [_] [_] (lay|xin|tim|nhan) [duoc]* (o dau|dau|the nao|cho nao|cua ai)',
    unless: 'ho so',
  }),
  rule('help', {
    when: `
      ^[alo|bot|tro ly|oi|em|anh|chi|ad|a]* sao (dung|xai|gui|nop|sua|lam|viet|bao cao|vao) [day|vay|ta|nhi|duoc|a|em|gio]*$
      (bay|chi|day|huong dan) [cho|giup]* (toi|em|minh|anh|chi|bac|co|chu) [voi|cai|cach|nhe|a|di|chut]*$
      (gui|nop|dinh kem|dua|up) [_] [_] (vao dau|vao cho nao|len dau)
      (ghi|viet|nhan|bao cao|lam|nop|gui) [_] nhu nao
      (bang|qua) (giong noi|thoai|anh|file|excel|giay|tin nhan|ghi am) [co]* (duoc khong|khong|duoc a)
      (co dau|khong dau|viet tat|linh tinh) [co]* (khong|duoc khong)$`,
  }),
  rule('my_reports', {
    mayCount: true,
    when: `
      ^[em|toi|cho|giup|minh|ho|hay|xin|muon|a]* (tim|xem|coi|mo|tra|kiem tra) [lai|giup|cho|toi|em|minh|cai|ban|ho|to]* bao cao [hom|ngay|thang|tuan|quy|cu|gui|da|nop|cua|#|toi|em|xa|vua|roi|truoc|nam]*$
      (xem|coi) lai [giup|cho|toi|em|minh|cai|may|nhung|ban|tin]* (vua|da|moi) (gui|nop|bao cao)
      (nop|gui) roi (dung khong|phai khong|dung chua)
      (gui|nop) …… roi … (co|thay|nhan|nhan duoc) [_] chua`,
    unless: '(ho so|de cu|de nghi|thanh tich|sua|xoa|rut)',
  }),
  rule('help', {
    mayCount: true,
    when: '^[cho|xin|toi|em|minh|anh|chi|muon|duoc|dong chi]* (hoi|biet|chi|huong dan) [ve|giup|toi|em]* (cach|cach thuc|quy trinh|thao tac|thu tuc)',
  }),
  rule('help', {
    when: `
      (cach|cach thuc|quy trinh|thao tac|thu tuc|trinh tu) [de|ma|thuc]* ${ACT}
      (quy trinh|thao tac|thu tuc|trinh tu) …… (the nao|ra sao|sao|gom gi|gom nhung gi)
      (theo|co|can|dung) mau (nao|gi|rieng|san)
      (can|phai|nen) (ghi|viet|neu|khai|co) [nhung|cac|cai]* (gi|noi dung gi|noi dung nao|thong tin gi|so lieu gi|nhung gi|phan nao)`,
    unless: '(cach lam hay|cach lam moi|ket qua|tien do ho so|toi dau|den dau|dang ky thi dua)',
  }),
  rule('my_reports', {
    when: `
      ${DO_SEND} [duoc|thanh cong]* roi …… (nhan|nhan duoc|ghi nhan|luu|vao|toi noi|den noi) [duoc|chua|he thong]* (chua|khong)
      (gui|nop) (thanh cong|duoc roi|xong) [roi]* (chua|khong)`,
    unless: '(ho so|de cu|de nghi khen)',
  }),
  rule('deadlines', {
    when: `
      (phong trao|dot thi dua|thi dua|chuong trinh) …… (ket thuc|keo dai|bat dau|tong ket|den|toi|het) … ${WHEN}
      ${WHEN} [thi|la|moi]* (het han|den han|toi han|qua han)
      ${WHEN} [thi|la|moi]* (ket thuc|bat dau|tong ket|so ket|het) [dot|han]* (phong trao|thi dua|dot thi dua)
      (nop|gui|bao cao) [vao|truoc|den]* (ngay bao nhieu|ngay may|hom may|mung may)`,
  }),
  rule('unit_progress', {
    when: `
      ${UNITS} [nao]* da (nop|gui) [va|hay|hoac|xa|don vi|ai|nao]* chua (nop|gui)
      (da|ai) (nop|gui) [va|hay|hoac|ai|xa nao|don vi nao]* (ai|xa nao|don vi nao) chua
      (duoc|co|da co|da duoc) (bao nhieu|may) ${UNITS} [nop|gui|bao cao|hoan thanh|xong]* (roi|chua|a|vay)
      (bao nhieu|may) ${UNITS} [da]* (nop|gui|bao cao|xong|hoan thanh)`,
    unless: '(ho so|de cu|khen)',
  }),
  rule('unit_progress', {
    mayCount: true,
    when: '^[toi|em|cho|xin|hay|giup|muon|can|anh|chi]* (tong hop|thong ke|liet ke|xem|kiem tra) [giup|cho|toi|em|lai]* (tien do|tinh hinh nop|ty le nop|so don vi|danh sach don vi)',
    unless: '(ho so|de cu|khen)',
  }),
  rule('notices', {
    when: '(huyen|tinh|phong|cap tren|noi vu|uy ban|ubnd|chu tich) [_] [_] (gui|ra|co|phat) [_] (thong bao|van ban|cong van|chi dao|tin) (gi|nao|moi)',
  }),
  rule('remind_me_later', {
    when: '(gui|nop|bao cao) (cham|muon|tre|sau) [den|sang|toi|vao|mot|1]* (mai|ngay|hom|thu|chieu|sang|toi|cuoi|dau|tuan|vai|it)',
    unless: '(duoc khong|co duoc|bi|nhat|xa nao|don vi nao|ai)',
  }),
  rule('contact_office', {
    when: `
      (so|sdt) (nao|may) [de|ma]* (goi|lien he|hoi|dien)
      (hoi|gap|lien he|goi) truc tiep … (ai|nao|dau|duoc khong)`,
  }),
]
