import { rule } from './request-rule.ts'

const STAFF =
  '(can bo|nguoi|chuyen vien|dong chi|phong noi vu|nhan vien|lanh dao|ai|co quan|ban to chuc|sep|phu trach|noi vu|quan tri|admin|ky thuat|tong dai|phong|nguoi that)'
/** Whom to speak with; what the office sends out. */
export const CONTACT_RULES = [
  rule('contact_office', {
    when: `
      (so dien thoai|dien thoai|so dt|so may|hotline|duong day nong|duong day ho tro|duong day|lien he|lien lac|so lien he|email|zalo cua phong)
      (xin|cho|can) [toi|em|xin]* so [cua|may|goi]* (can bo|phong|dong chi|anh|chi|noi vu|lanh dao|chuyen vien|nguoi|huyen|xa|co quan)
      (gap|noi chuyen voi|trao doi voi) [duoc|truc tiep]* (dong chi|anh|chi|co|chu|ong|ba|bac) _
      (goi dien|tong dai|truc ban|ho tro vien)
      (noi may|ket noi|chuyen may|noi) [cho|giup|toi|em|minh|voi|den]* (dong chi|anh|chi|co|chu|ong|ba|bac) _
      ^[toi|em|minh|xin|can|muon|duoc|phep|co|viec]* (phan anh|gop y|khieu nai) [voi|len|chut|mot viec|viec nay|a|nhe]*$
      dia chi [cua]* (phong|co quan|lien he)
      (gap|noi chuyen|trao doi|phan anh|kien nghi|hoi|noi|goi|goi dien|chat|chuyen|ket noi|chuyen may|lam viec|lien ket) [voi|cho|may|toi|den|truc tiep|lai|thang|duoc|qua|mot|giup|em|minh]* ${STAFF}
      (ai|dong chi nao|nguoi nao|can bo nao|phong nao) [_] [_] (phu trach|chiu trach nhiem|theo doi|huong dan|ho tro|truc|giai dap|tiep nhan)
      (can|muon|co|xin) … (nguoi that|nguoi ho tro|nguoi giup|nguoi huong dan|can bo ho tro|ho tro truc tiep|gap truc tiep|ai ho tro)
      (nguoi that|bao loi|bi loi|loi he thong|phan anh loi|gop y|can bo phu trach|nguoi phu trach)
      khieu nai voi
      phong noi vu (so|o dau|may)
      ^(hoi ai|gap ai|goi ai|ho tro truc tiep)`,
    unless: `
      (bao nhieu nguoi|nguoi tot|nguoi dan|nguoi ngheo|moi nguoi|gap go|doi thoai|nguoi hay may)
      ai (chua|da) (nop|gui|bao cao)
      doi dien thoai
      (goi vay|vay von)`,
  }),
  rule('announce', {
    when: `
      (gui|phat|dang|soan|ra|phat hanh|truyen dat) [mot|1|giup|ngay|di|cai|moi]* (thong bao|tin|tin nhan|cong van|giay moi) … (cho|den|toi|toan|tat ca) [cac|tat ca|toan bo|moi|nhung|#|ca]* (don vi|xa|thi tran|dau moi|can bo|huyen|nguoi|thanh vien)
      thong bao (cho|den|toi) (cac|tat ca|toan|moi)
      ^soan thong bao`,
  }),
]
