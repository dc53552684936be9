import { DO_SEND, ME, rule } from './request-rule.ts'

const DOSSIER =
  '(ho so|to trinh|de cu|de nghi|khen thuong|trinh khen|khen|bang khen|giay khen|de xuat|quyet dinh khen)'
const STANDS =
  '(den dau|toi dau|the nao|sao roi|ra sao|sao vay|thi sao|buoc nao|khau nao|cap nao|dau roi|o dau|dau|tinh trang|trang thai|tien trinh|ket qua|chua|bi tra|tra lai|bi tu choi|bi loai|tu choi|bi bac|co duoc|duoc khong|khong|ai dang|ai giu|phong nao|khau nao|cap nao|van de gi|thieu gi|dang cho ai|cho ai|co (duyet|chua))'
const END = '[a|roi|vay|nhi|em|anh|chi|khong|the|ha|day|nua|chua|han]*$'
const PERSON = '(anh|chi|ong|ba|co|dong chi|chu|bac)'
const WHEN =
  '(khi nao|bao gio|ngay nao|hom nao|luc nao|may gio|ngay may|thu may|thang may|mung may|ngay bao nhieu|hom may|tuan nao)'

/** Where things stand, and by when they must be done. */
export const STATUS_RULES = [
  rule('nomination_status', {
    when: `
      ${DOSSIER} … ${STANDS} ${END}
      (${DOSSIER}|to trinh) …… (ai|phong nao|cap nao|don vi nao|khau nao|cho nao) [dang|hien]* (giu|cam|xu ly|xem|tham dinh)
      (${DOSSIER}|to trinh) …… (nam o dau|o dau|den dau|toi dau|den khau nao|o khau nao|the nao|ra sao|sao roi|duyet chua|xong chua|co ket qua chua) ${END}
      ${DOSSIER} … ${STANDS} … (chua|roi|khong|the) ${END}
      (tinh trang|trang thai|theo doi|tra cuu|kiem tra|tien do|tien trinh|cap nhat tinh hinh|ket qua) [ve|cac|cua|qua trinh|xet|viec|_]* (ho so|de cu|de nghi|khen thuong|khen|xet khen|thi dua|tham dinh|binh xet|xet duyet|bo phieu|bieu quyet|bang khen|giay khen)
      (xem|hoi|cho biet|coi) [ve|cac|lai|ket qua|tinh trang]* (ho so|de cu|ket qua khen|ket qua khen thuong|ket qua xet|ket qua de cu|ket qua binh xet)
      tinh hinh … (ho so|de cu|khen|xet duyet|khen thuong|tham dinh)
      ket qua … (khen|xet|binh xet|de cu|hoi dong|tham dinh|bo phieu)
      ^[da|duoc|em|toi|a|the|ho so|ben|lanh dao|phong|noi vu|phong noi vu|huyen|xa]* (duyet|phe duyet|xet|xet duyet|tham dinh|ky|trinh|quyet dinh) [xong|roi|duoc]* (chua|hay chua) ${END}
      (co|da co|ra) (quyet dinh|ket qua|giay khen|bang khen) … (chua|khong|roi)
      quyet dinh … (co|ra|ky|xong) chua
      (duyet|xet|tham dinh|trinh) (toi|den) dau
      (duyet|xet|chon|khen) duoc (may|bao nhieu)
      (duoc|co) (thuong|giay khen|bang khen) (chua|khong)
      (sao|ma) … chua [thay|co|nhan|duoc|nhan duoc|ra]* (quyet dinh|ket qua|giay khen|bang khen)
      ${PERSON} _ [_] [_] duoc (chua|khong) ${END}
      danh sach [nhung|nguoi|ai]* (duoc khen|duoc duyet|khen thuong dot)
      (ho so|de nghi|de cu) [_] [_] (bi|con|dang) (vuong|thieu|sai|ket) (gi|o dau|sao|cho nao)
      hoi tham [ve|xem]* (ho so|de cu|de nghi|viec de nghi)
      (duyet|ky|xet|trinh|hop) [xong]* roi [ma]* (sao|ma) … chua
      (duyet|ky|xet|trinh) [xong]* chua … lau
      (bao gio|khi nao|ngay nao|luc nao|bao lau) … (ket qua|duyet|ky|giay khen|bang khen|quyet dinh|xet|khen|hop xet|trao|hoi dong|co khen|cong bo)
      ${PERSON} _ [_] [_] (da|co|duoc|bi)* (duyet|khen|xet|phe duyet|duoc khen|tra lai|tu choi|chon|bi tra lai|duoc duyet) [_] (chua|khong|roi|a|ha)
      hoi dong … (chua|roi|khi nao|bao gio|ket qua|the nao|den dau)
      (sao|vi sao|tai sao|ly do) … (ho so|de cu|de nghi|tra lai|tu choi|bi loai|khong duoc khen|khong duoc duyet)
      (ai|don vi nao|cap nao|phong nao) [dang] (giu|xu ly|tham dinh|duyet) (ho so|de cu|de nghi)
      ^[xem|mo|cho|toi|em|coi|tra|kiem tra|minh|muon|xin]* [lai] ho so [so] # [the nao|sao|roi|di|voi|a]*$
      ^(tra|tra cuu|theo doi|xem) (ho so|de cu|de nghi)`,
    unless: `
      (gap|lien he|noi chuyen|so dien thoai|trao doi (voi|truc tiep))
      (han|thoi han|han nop|gom|giay to|hinh thuc|ho so ca nhan|tieu chuan)
      (phai|can) (nop|gui)
      nop [ho so|de nghi]* (khi nao|bao gio|o dau|the nao|ngay nao)
      (khi nao|bao gio|ngay nao|luc nao) [thi|duoc|phai|moi|toi|em]* (nop|gui|de nghi|de cu)
      (thoi gian|lich) … (khi nao|bao gio|the nao)
      (thong bao|ke hoach|van ban|cong van|chi dao)
      (cho duyet|cho tham dinh|can duyet|can tham dinh|chua duyet [khong|a]*$|chua xu ly|dang cho|ho so moi)
      ^[thoi|xin|em|toi|da|xa|don vi]* (khong|thoi|rut|huy)
      (bo sung gi|can gi|bo phieu o dau)
      (xuat|in|tai) (ho so|danh sach)
      (quan trong|suc khoe)
      nua$`,
  }),
  rule('deadlines', {
    when: `(han|thoi han) [cua|de|viec]* (duyet|tham dinh|xet|bo phieu|bieu quyet|bo sung|tra loi|xu ly|hoan thien|trinh) … ${WHEN}`,
  }),
  rule('deadlines', {
    when: `
      (han nop|han chot|han cuoi|han gui|han bao cao|han de cu|han de nghi|han nao|han may|han ngay|han thang|han la|thoi han|deadline|het han|den han|qua han|sap han|gan han|han ho so|han quy|han cua|han dang ky|toi han|kip han)
      ^han$
      (moc|dot|han) [nao|gi|thoi gian] … (nop|gui|bao cao|trinh|lam)
      (nhung|cac|co) [nhung|cac]* moc (nao|gi|thoi gian)
      ${WHEN} … (nop|gui|bao cao|den|het|phai|tre nhat|cham nhat|muon nhat|ket thuc|bat dau|chot|khoa so|tong ket|de nghi|de cu|xong|so ket)
      (nop|gui|bao cao|de nghi|de cu|chot|tong ket|ket thuc|cham nhat|muon nhat|tre nhat|truoc|thoi gian|han) … (${WHEN}|den ngay)
      (con|bao nhieu|may) [_] (ngay|thoi gian|hom) [nua|thi|la]
      (con|bao lau|bao nhieu lau) [_] (lau|bao lau|nua) 
      ^bao lau
      ngay (cuoi cung|cuoi|chot|het han) … (gui|nop|bao cao|nhan|ho so|de nghi)
      (ngay chot|con han|tre chua|muon chua|kip chua|het gio chua|toi ngay nao)
      ^(den|toi) (ngay|hom|khi|luc) nao
      (phai|can) (nop|gui) [bao cao|ho so]* (dung|phai) (khong|chua)
      (lich nop|lich bao cao|lich gui|moc thoi gian|con kip|kip nop|kip khong|lich trinh|cac moc|lich tong ket)
      thoi gian (nop|de nghi|gui|bao cao|de cu|ket thuc)
      ^${WHEN} [_] [_]$`,
    unless: `
      (mua|tau|da bong|luong|tuoi|nghi mat|xo so|mua vang)
      (may|bao nhieu) (hom|ngay|bua) (nay|qua|roi)
      (nhac|tham dinh|co ket qua|da nop|duyet)
      (vua|da) (nop|gui)
      quyen han
      (lich hop)`,
  }),
  rule('duties', {
    when: `
      (con no|no gi|no bao cao|con thieu gi|con thieu bao cao|con thieu viec|con thieu nhung gi)
      con (viec|phai) [lam|nop|gui]* (gi|lam gi|nop gi|nhung gi)
      viec (cua (toi|em|minh)|can lam|con lai|ton dong|phai lam|hom nay)
      (nghia vu|nhiem vu) cua [xa] (toi|em|minh)
      (can|phai) (lam|nop) [nhung] gi
      thieu [nhung] gi (khong|nua|a)`,
    unless: `
      (ho so|khen)
      (xa|don vi) nao
      phai lam gi`,
  }),
  rule('my_reports', {
    when: `
      (bao cao|ket qua|so lieu) … (cua ${ME}|da nop|da gui|truoc day|truoc do|cu|gan nhat|gan day|lan truoc|vua nop)
      (toi|em|minh) [da] (nop|gui) … (o dau|dau)
      (xem|coi|doc|mo|liet ke|hien thi|kiem tra|danh sach|lich su|cac|nhung|tra cuu|tim|tra) [lai|cho|toi|em|minh|cac|nhung|ban|duoc|giup|ho|xem]* bao cao
      (lich su nop|lich su bao cao|lich su gui|lich su|da nop gi|nop nhung gi)
      ${ME} … ${DO_SEND} … (chua|gi roi|nhung gi|gi chua|gi|bao nhieu|may lan|may bao cao|nao roi|lan nao|du chua|nao|o dau)
      ^[xa|don vi|ben|the|em|toi|minh|a|thang nay|tuan nay]* [da] ${DO_SEND} [bao cao|ket qua|thang #|thang nay|roi|duoc|tuan nay]* (chua|hay chua) [a|nhi|vay|the|em|ta]*$
      (nhan|nhan duoc|ghi nhan|luu|tiep nhan|co|thay|vao) … (bao cao|ket qua|so lieu) … (chua|khong) [a|vay|nhi]*$
      bao cao … (nhan|ghi nhan|luu|den|vao|toi|vao he thong|len) [duoc|he thong]* [roi] chua
      (may|bao nhieu) (bao cao|lan bao cao)
      (toi|em|minh) [da|moi]* (gui|nop) [duoc] (may|bao nhieu) (cai|lan|ban|tin)
      ^[xem|mo|cho|toi|em|coi|lai|minh]* (xem|mo|coi) [lai] bao cao #
      ^bao cao # (noi dung|ghi|gom|co) [nhung|la]* (gi|the nao|nhu the nao|ra sao)
      (xem|cho xem|danh sach) … (da nop|da gui)
      (xem|coi|doc|kiem tra) [lai|giup]* … (toi|em|minh) [da|vua|moi]* (gui|nop|bao cao)`,
    unless: `
      (sai|nham|sua|dinh chinh|cap nhat|dieu chinh|rut|xoa|bo sung|huy|chinh|thay doi|sot)
      (dang ky|han|khi nao|bao gio|ngay nao|phai nop gi|ho so|de cu|de nghi|tong hop|toan huyen|cac xa|cac don vi|chua gui)
      (don vi|xa) nao
      (bao cao thanh tich|mau bao cao|tin moi)`,
  }),
]
