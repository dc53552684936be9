import { rule } from './request-rule.ts'

const CHANGE =
  '(sua|chinh sua|chinh|dinh chinh|cap nhat|dieu chinh|thay doi|(?<!chuyen )doi(?! so(?! lieu))|sua doi|hieu chinh)'
const WRITE =
  '(bao cao|so lieu|ghi|gui|go|nhap|viet|danh|khai|dien|tinh|em|toi|bi|so|nop|chup|chon|dem|ngay|so nguoi|luot)'
const AWARD =
  '(khen|tang|bieu duong|tuyen duong|khen thuong|tang thuong|tang giay|tang bang|vinh danh|giay khen|bang khen)'
const MODEL =
  '(guong|ca nhan|tap the|nguoi tot|dien hinh|tam guong|guong sang|xung dang|xuat sac|tieu bieu|tien tien)'
const TAKEN_BACK = '(rut|huy|thu hoi|thoi|khong muon|khong de|khong khen|bo de)'

/** What an official hands in besides figures: corrections and award proposals. */
export const CONTENT_RULES = [
  rule('edit_report', {
    tells: true,
    mayCount: true,
    when: `
      (ghi|go|nhap|viet|danh|dien|tinh|khai|dem) [_] [_] thua
      (huy|bo|xoa|thay) [cai]* (con so|so|so lieu) # … (ghi|thay|sua|nhap|lay|de) [lai|la|thanh|bang]* #
      (bot|giam|tru|cong|them) [di|bot|them|giup|vao|cho]* … (trong|khoi|vao|o) [ban|cai|so lieu]* bao cao
      ${CHANGE} [lai|giup|cho|toi|em|minh|cai|mot|ho|noi dung|phan|thong tin|so|trong|chut|ti]* (bao cao|so lieu|so luong|so nguoi|so|muc|ngay|noi dung|dia diem|thong tin|ten|anh|lai|luot|con so|du lieu|ket qua|thon|kinh phi)
      bao cao … (thieu|sot|con thieu) … (cho|xin) [phep|toi|em|minh]* (bo sung|them|ghi them)
      (bo sung|them|ghi them|cong them|noi them) [_] [_] [_] [_] [vao|cho|trong]* [cai] bao cao`,
    unless: `
      (tai khoan|mat khau|chuc vu|dia chi|so dien thoai|ho so|nha|duong|ngay hen|don vi|hien phap|luat)
      (cach|the nao)
      bao cao thanh tich`,
  }),
  rule('edit_report', {
    tells: true,
    mayCount: true,
    spelt: /^(?!.*nhằm)/s,
    when: `
      ${WRITE} [_] [_] [_] (nham|sai|thieu|sot|lon so)
      ^[a|em|toi|minh|da|xin loi|nham|sai]* khong phai [la] (thon|ngay|xa|ban|xom|khu|chi|anh|ong|ba|lop|hoi nghi|buoi) … (ma|ma la|dung la|phai la|la)
      (nham|sai) … (roi|mat|a|thanh|dung la|dung phai)
      (viet|ghi|nhap|go|danh|gui|bam) [_] lon (roi|mat|a|thanh)
      (thon|ngay|hom|xa|ban|xom|khu|o|tai|chi|anh|ong|ba|lop) … chu khong phai [la|o|tai]* (thon|ngay|hom|xa|ban|xom|khu|chi|anh|ong|ba|lop|thu|_ _$)
      ^[xin loi|xin|a|em|toi|oi|chet|da|thoi|minh]* (nham|sai|dinh chinh|sua|chinh sua|sua lai|sua giup|cap nhat|sai so|nham so) [roi|a|nhe|so|bao cao|em|lai|so lieu|giup|toi|mat|ti|chut|cho em]*$
      (so lieu|bao cao|so|con so) … (chua dung|khong dung|chua chinh xac|khong chinh xac)
      (xin|muon|can|cho) [toi|em|minh|phep]* (sua|chinh|dinh chinh|sua lai|chinh lai)$
      ^[a|em|toi|minh|xin loi|da|oi|o|u|chet|thoi]* (nham|lon)
      quen [chua|khong|mat]* (ghi|nhap|bao|tinh|dem|neu|khai)
      ^[a|em|toi|minh|da|xin loi]* khong phai [la] (thon|ngay|xa|ban|xom|khu) [#|_]* (thon|ngay|xa|ban|xom|khu) [#|_]
      (sai so|sai so lieu|sai ngay|sai ten|sai roi|bi sai|bi nham|co sai|co nham)`,
    unless: `
      nham (nang|muc|tao|gop|tuyen|phat|giup|dap|thuc|dam|khac|han|den|hoan|thu|dong)
      (sai pham|thieu nhi|thieu nien|xu ly|con thieu|thieu gi|thieu nhung|thieu kinh phi|thieu can bo|thieu may|thieu nuoc|thieu nguoi|thieu don vi|thieu von|thieu trang)
      (gioi thieu|toi thieu|ho so|bi loi|minh chung|don vi nao|xa nao)`,
  }),
  rule('nominate', {
    tells: true,
    mayCount: true,
    when: `
      (de nghi|de xuat|xin|muon|trinh|xet|kien nghi|kinh de nghi) [cap tren|huyen|tinh|phong|cac cap|duoc|de|xet|cho|toi|ubnd|chu tich|hoi dong|lanh dao|quy co quan|em|xa|don vi|truong|thuong|cua]* ${AWARD}
      (de cu|tien cu|ung cu)`,
    unless: `
      (da tang|den dau|toi dau|duyet chua|the nao|bao gio|khi nao|han nao|han nop|den han|con han|het han|da de cu|dang cho|cho duyet)
      ket qua (chua|the nao|ra sao|den dau|de cu|de nghi)
      (cua toi|cua em)
      tang # (suat|phan|can|ho)
      ${TAKEN_BACK}
      danh sach de nghi khen
      ho so #`,
  }),
  rule('nominate', {
    tells: true,
    mayCount: true,
    when: `
      ^[xin|em|toi|minh|muon|xa|da|kinh|don vi|can|cho]* (gioi thieu|neu guong|de xuat) … ${MODEL}
      ^[xin|em|toi|minh|muon|xa|da|kinh|don vi|can|cho|duoc]* (gioi thieu|neu guong|bieu duong|tuyen duong) (anh|chi|ong|ba|co|chu|bac|dong chi|em|ho|ho ong|ho ba) _ _
      (guong|ca nhan|tap the|dien hinh|nguoi) … (muon|xin|can|dinh|de nghi) [duoc|xin|huyen]* (gioi thieu|bieu duong|tuyen duong|khen|neu guong|de cu)`,
    unless: TAKEN_BACK,
  }),
  rule('nominate', {
    tells: true,
    mayCount: true,
    when: `
      (xung dang|rat dang|nen) [duoc|de|xet]* (khen|tang giay khen|bieu duong|khen thuong|tuyen duong|tang bang khen)
      (muon|xin|de nghi|dinh|can) [duoc|phep]* (gioi thieu|de xuat|trinh) …… (khen|khen thuong|bieu duong|tang thuong|tuyen duong)`,
    unless: TAKEN_BACK,
  }),
  rule('nominate', {
    tells: true,
    when: `
      (gioi thieu|neu guong|bieu duong|tuyen duong|co|phat hien|de xuat|la) … ${MODEL}
      (guong dien hinh|guong nguoi tot|guong tieu bieu|guong sang|nguoi tot viec tot|dien hinh tien tien)
      (xung dang|nen|dang|can) [duoc|de]* (khen|tang|nhan|bieu duong|vinh danh|khen thuong)
      (lap|lam|nop|gui|trinh|tao|viet|soan|mo) [mot|1|cac|giup|toi|em|cho|moi]* [ho so|de nghi|danh sach|bao cao|ho so de nghi|danh sach de nghi]* (khen thuong|khen|de cu|de nghi khen|giay khen|bang khen|binh xet)
      ^[xin|em|toi|minh|muon|xa|da|kinh|don vi|can]* (khen thuong|khen|tang giay khen|tang bang khen|binh xet|trinh khen|neu guong|bieu duong|tuyen duong|tang thuong)
      (bang khen|giay khen) … (cho|tang)`,
    unless: `
      (chua|khong|den dau|the nao|ket qua|khi nao|bao gio|la gi|han|phong trao|trao|da lay)
      (in|xuat|tai) (file|ho so|danh sach|giay|bang)
      (hoi nghi|buoi|da bieu duong|to chuc)
      ${TAKEN_BACK}
      (cho duyet|cho tham dinh|dang cho)`,
  }),
]
