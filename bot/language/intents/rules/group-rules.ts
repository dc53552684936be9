import { rule } from './request-rule.ts'

/** The chat groups that are told totals: before "mã", "liên kết" and "tắt tin" of one's own account. */
export const GROUP_RULES = [
  rule('group_code', {
    mayCount: true,
    when: `
      ma [lien ket|de lien ket|ket noi|cho|cua|moi|dung cho]* nhom
      (lien ket|ket noi) [voi|cua|cac|them|mot|cai]* nhom
      (tat|bat|ngung|dung|mo) [gui|nhan|cac]* (tin|thong bao|tong so|ban tin|tin tong so|tin nhan) [tong so|cua|cho|o|trong|vao]* nhom
      (danh sach|cac|xem|nhung) [cac|nhung]* nhom [chat|zalo|telegram]* [nao]* [da|dang|duoc]* lien ket
      ^[xem|cho xem|liet ke]* (danh sach nhom|cac nhom) [chat|zalo|telegram]*$`,
    unless: `
      (vao|tham gia) … nhom
      ma (dang ky|kich hoat)`,
  }),
]
