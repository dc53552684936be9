import { HOW, rule } from './request-rule.ts'

const ACT =
  '(nop|gui|bao cao|de nghi|de cu|sua|rut|bo phieu|bieu quyet|xuat|dung|su dung|xai|viet|nhap|lam|soan|tao|xem|thao tac|dinh kem|duyet|tra|nhan|nhan tin|ghi|dien|thuc hien|bat dau|trinh|lap)'

/** "Dạy", and not "để đấy", "gì đấy". */
const TEACH = '(?<!(?:de|gi|the|nao|o|sao|roi|do|la|chua|dau|ai) )day'

/** What it takes, and how things are done: before whatever they are about. */
export const HOW_RULES = [
  rule('criteria', {
    when: `
      (tieu chuan|tieu chi|dieu kien) … (khen|bang khen|giay khen|de cu|de nghi|xet|gi|nao|danh hieu|khen thuong)
      (khen|bang khen|giay khen|de cu|khen thuong) … (tieu chuan|tieu chi|dieu kien)
      ^(tieu chuan|tieu chi)$
      (xem|hoi|cho biet) [cac|ve] (tieu chuan|tieu chi)
      ho so … (gom|can|phai co) [nhung] (gi|giay to gi|nhung gi)
      can [nhung|cac] giay to (gi|nao)
      thanh phan ho so`,
    unless: `
      khong du
      (da du|duyet|du) dieu kien`,
  }),
  rule('help', {
    when: `
      (huong dan|chi|${TEACH}|bay|chi dan|chi bao) [cho|giup|toi|em|minh|voi|cach]* ${ACT}
      (huong dan|chi|${TEACH}) [cho|giup|toi|em|minh|voi]* cach
      ^[xin|nho|hay|can|muon|de nghi|dong chi|tro ly]* (huong dan|chi dan) [cho|giup|toi|em|minh|chung toi|xa|don vi|cach]* ${ACT}
      (muon|can|de) … (go|nhan|bam|viet|noi|soan|nhap) (gi|sao|the nao|lenh gi|lenh nao|chu gi|cau gi)
      (nhan|go|bam|viet|soan) (gi|sao|the nao) [la|thi]* (de|duoc|thi|moi) … ${ACT}
      (co|con) cach nao … ${ACT}
      (bot|tro ly|he thong|may) [nay|co the]* … (duoc|biet) [lam]* (may|nhung|cac|bao nhieu) (viec|gi|thu|lenh)
      ${ACT} [_] [_] (the nao|nhu the nao|sao|lam sao|kieu gi|cach nao) la (du|dung|duoc|chuan|xong)
      ^[anh|chi|em|tro ly|bot|ad|can bo|a]* [oi|nay|cai nay|he thong]* (dung|xai|su dung) (the nao|sao|nhu the nao|kieu gi|lam sao)
      cach [de|ma|thuc] ${ACT}
      (bam|nhan|go|an|click|chon) [vao|nut|o]* (dau|gi|nut nao|cho nao|muc nao|lenh nao|lenh gi|chu gi|nut gi)
      (vao|o) (dau|cho nao|muc nao) de ${ACT}
      (lam sao|lam the nao|the nao|phai lam gi|lam gi|nhu the nao) [de|thi|moi]* ${ACT}
      (cu phap|mau tin|mau nhan tin|cau truc tin|mau cau|mau bao cao|vi du)
      ${ACT} [_] [_] [_] [_] (nhu the nao|lam sao|ra sao|kieu gi|bang cach nao|cach nao) [a|vay|day|nhi|the|em|anh|chi|ha|dong chi|tro ly|bot|duoc]*$
      ${ACT} [_] [_] [_] (the nao|o dau|cho nao|sao) [cho dung|la dung|thi dung|thi duoc|duoc|a|vay|day|nhi|the|em|anh|chi|ha|dong chi|tro ly|bot|duoc|voi]*$
      muon ${ACT} … (thi|phai|can) [lam]* ${HOW}
      muon ${ACT} … thi lam gi
      ${ACT} [_] [_] (the nao|nhu the nao|sao|lam sao|kieu gi|cach nao) (thi|de|cho|moi) (may|bot|tro ly|he thong|no|dung|hieu|duoc|chuan)`,
    unless: `
      (han|lich|khi nao|den dau|toi dau|roi|tinh hinh|tien do|cac xa|cac don vi|ket qua|da gui|da nop)
      ho so (toi|den|cua|chi|anh|khen|nay|#)
      bao cao # noi dung
      (de cu|de nghi) … (cua toi|cua xa|cua em)
      (chi dao|chi hoi|chi bo|chi doan|chi tieu)
      xa _ _ (the nao|sao)
      (mua|vay (tien|von|ngan hang)|ban hang|an (com|gi|sang|trua|toi)|uong|giam can|nau)
      (cong van|van ban|thong bao) huong dan
      duoc (duyet|khen|xet)
      (tinh trang|trang thai|ket qua|xet duyet|qua trinh)`,
  }),
]

/** Help in general, when nothing more special was meant. */
export const HELP_RULES = [
  rule('help', {
    when: `
      (tro giup|chi dan|menu|help|chuc nang|tinh nang|cu phap)
      (liet ke|cho biet|gioi thieu|ke|noi) … (viec|dieu|thu) [ma|bot|tro ly]* (lam duoc|co the|ho tro|dung duoc|giup duoc)
      (giai thich|goi y|chi ve|chi em|chi toi)
      (khong|chua) (ranh|quen|thao|thanh thao)
      giup [cho]* (toi|em|minh|voi|duoc|do|gi|nhe|a|mot)
      (lam on|xin|can|nho) [hay] (giup|ho tro)
      giup$
      (huong dan|ho tro)
      cach (dung|su dung|lam|nop|gui|thuc hien|nhan)
      (lam sao|lam the nao|lam nhu the nao)
      (khong biet|chua biet|chua hieu|khong hieu|chua ro|khong ro|chua nam)
      [cac|danh sach|danh muc|xem|nhung] lenh
      (vi du|mau) [bao cao|tin|nhan tin]
      (theo|dung|co) mau (nao|gi)
      (khong|chua|chang) biet (go|nhan|viet|noi|bam|lam|nop|hoi|tra loi) [_] (gi|sao|the nao|kieu gi|dau)
      bat dau (tu dau|the nao|nhu the nao)
      (lam|giup|ho tro) [duoc]* [nhung]* (gi|nhung gi|viec gi|nhung viec gi)
      co the [lam|giup]* … (gi|nhung gi|viec gi)
      (dung|xai|su dung) [nhu]* (sao|the nao|kieu gi|lam sao|de lam gi|lam gi|nhu the nao)
      (su dung|dung) … (the nao|sao|nhu the nao)
      (phai|nen|can) lam (gi|sao|the nao)
      co the (hoi|nho|nhan) [nhung]* gi
      (lam gi day|lam gi bay gio)`,
    unless: `
      (huy lenh|ho tro #|da ho tro|ho tro kinh phi|ho tro ho)
      (dich|viet|tim|mua|tra loi) giup
      (hat|ke) … (bai|chuyen)
      (bai|chuyen)
      (cong van|van ban|thong bao) huong dan
      (nau|mua|giam can|vay (tien|von|ngan hang))`,
  }),
]
