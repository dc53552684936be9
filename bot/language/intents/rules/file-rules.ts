import { rule } from './request-rule.ts'

const FILE =
  '(file|tep|word|excel|pdf|xlsx|docx|ban mem|ban word|ban excel|ban pdf|ban in|ban cung)'
const PAPER =
  '(ho so|bao cao|to trinh|cong van don doc|danh sach|bien ban|du lieu|so lieu|bang|quyet dinh|giay khen|giay moi|mau|ket qua|tong hop|de nghi|phieu|trich ngang|bo ho so)'
const GIVE = '(xuat|tai|tai ve|tai xuong|ket xuat|trich xuat|download|export|in|in an|in ra)'

/** Papers as files. */
export const FILE_RULES = [
  rule('export_dossier', {
    mayCount: true,
    spelt: /^(?!.*(?:đề xuất|tái|tại))/s,
    when: `
      ^[xin|em|toi|minh|cho|giup|hay|muon|can|da|lam on|nho]* ${GIVE} [ra|ve|xuong|cho|toi|em|giup|bo|toan bo|het|cac|nhung|cai|lai|ho|ban|to|cuon|mot|1|minh|voi]* ${PAPER}
      ^[xin|em|toi|minh|cho|giup|hay|muon|can|da|lam on|nho]* (xuat|tai ve|tai xuong|ket xuat|download|export|in) [ra|di|nhe|a]*$`,
    unless: '(de xuat|tai khoan)',
  }),
  rule('export_dossier', {
    mayCount: true,
    when: `
      (${GIVE}|lay|xin|gui|dua|luu|can|cho|co) … ${FILE}
      ^${FILE} [ho so|bao cao|to trinh|danh sach|tong hop]*$
      ${PAPER} … (word|excel|pdf|file|ban mem)
      (dang|ban|file) (word|excel|pdf)`,
    unless: `
      (ke hoach|cong van|thong bao|chi dao)
      (nop|cach|the nao|hoi|loi|hong|treo)
      (gui|nop) [em|toi]* file [a]*$`,
  }),
  rule('export_dossier', {
    spelt: /^(?!.*(?:đề xuất|tại))/s,
    when: `
      (xuat|tai ve|tai xuong|ket xuat|download) … ${PAPER}
      (soan|lap|lam|tao|du thao|ra) [giup|cho|toi|em|ho|san|mau|du thao]* (to trinh|bien ban|quyet dinh khen|danh sach trich ngang|trich ngang|cong van don doc)
      ^[ban|xem|xin]* (to trinh|bien ban hop|danh sach trich ngang)$`,
    unless: `
      de xuat
      (xuat sac|san xuat)
      hoi nghi`,
  }),
]
