import { rule } from './request-rule.ts'

/** What the office has sent. */
export const NOTICE =
  '(thong bao|chi dao|cong van|van ban|ke hoach|tin tuc|tin moi|quyet dinh moi|giay moi|lich hop|tin tuyen truyen|bang tin|phong trao)'

/** What has been sent, who one is, courtesy. */
export const NOTICE_RULES = [
  rule('notices', {
    when: `
      ${NOTICE} … (moi|nao|gi|gan day|gan nhat|moi nhat|hom qua|hom nay|tuan nay|khong|cua|noi gi|lai|da gui|tu huyen|tu tinh|chua|hom truoc|huong dan|#)
      (xem|doc|coi|mo|gui|cho|tim|nghe|co|danh sach|cac|nhung|noi dung|xin) … ${NOTICE}
      ^${NOTICE} [di|voi|a|nhe|giup|nay|huyen|phong|noi vu|thi dua|phat dong|cho|toi|em|phong trao|thang|tuan]*$
      (huyen|tinh|phong|cap tren|noi vu) … (co|moi) … (tin|van ban|chi dao|thong bao) … (gi|nao|khong|moi)
      ^[da|hom nay|co|dao nay|ben|huyen|phong|tren|tuan nay|bua nay|chao|em|hoi|ad]* [co] (gi|chi|tin gi|viec gi|tin tuc gi) (moi|hot) [khong|chua|a|vay|the|nhi]*$
      (thong tin|cap nhat) moi [nhat]*$
      lich cong tac
      tin (moi|gi|nao)`,
    unless: `
      (thuc hien|theo|ban hanh|tham muu|can cu) [cac] (cong van|ke hoach|van ban|chi dao)
      (luat|khong thong bao|dang ky|thong tin)
      (to chuc|tuyen truyen|ra quan) … #
      ^(phat dong|huong ung) phong trao`,
  }),
  rule('who_am_i', {
    when: `
      (toi|em|minh) [dang] la (ai|gi|nguoi nao)
      (toi|em|minh) [dang] la … (xa|don vi|phong) nao
      (toi|em|minh) ten (gi|la gi)
      biet (toi|em|minh) la ai
      [thong tin|xem|check|kiem tra]* tai khoan
      thong tin (cua [toi|em|minh|don vi|ca nhan]*|toi|ca nhan|nguoi dung|nguoi su dung|tai khoan|don vi toi|don vi|dang ky)
      ho so ca nhan
      (ten|chuc vu|chuc danh|don vi|vai tro|quyen|quyen han) (cua (toi|em|minh)|toi|em)
      (duoc|co|giao) [nhung|cac|giao]* quyen
      (vai tro|phan quyen|quyen gi|quyen han|co quyen)
      (toi|em|minh) … (thuoc|o|phu trach|dai dien|dau moi cua|lam o|cong tac o|quan ly|gan voi|gan) … (xa|don vi|phong|dau|co quan|thi tran|cho) (nao|gi|dau)
      (dang nhap|dang dung|dang ky|dung ten|de ten) … (ten gi|ten nao|ai|ten ai|voi ten)
      (ten nao|ten gi)`,
    unless: `
      (ho so (?!ca nhan)\\S+|de cu|de nghi)
      (bao cao|nop|dau roi|duoc khen|da gui|bo phieu|tiep can|ho so khen)
      (lien ket|ket noi)
      (xoa|huy|mo|tao|cap|chua co) tai khoan
      con (meo|cho)
      (ban|bot|may|tro ly) … (ten gi|ten nao|ai)`,
  }),
  rule('greeting', {
    when: `
      ^[da|vang|xin|em|toi|minh|rat|a|ok|oke|vay|the|kinh|chan thanh|cho|thay mat|tot|tot lam|duoc roi|tuyet voi|hay qua|tot qua]* (chao|hello|helo|hi|hey|alo|he lo|cam on|tam biet|bye|good morning|goodbye|chuc|hen gap lai|gap lai sau|thank you|cam on you) [_] [_] [_] [_] [_] [_] [_] [_] [_] [_] [_]$
      ^[alo]* alo$
      ^[em|bot|tro ly|ban]* (gioi|thong minh|tuyet|nhiet tinh|de thuong|nhanh nhen|vat va) [qua|lam|the|ghe|nhe|em|roi|day]*$
      ^(bot|tro ly|em|ad) oi [a]*$
      ^(good job|thank kiu|chuc ngu ngon)$`,
    unless: `
      (bao cao|nop|han|ho so|thong bao|dang ky|chua|gi|nao|sao|the nao|de nghi|khen|huong dan|giup|nhac|chuc nang|chuc vu|chuc danh|chao mung|chao don|cach|lam (sao|gi|the nao|duoc|ho so)|hi sinh|#)`,
  }),
]
