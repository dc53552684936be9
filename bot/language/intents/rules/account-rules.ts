import { rule } from './request-rule.ts'

/** Taking back, one's data, one's account. */
export const FIRST_RULES = [
  rule('help', { when: '^[/] (help|start|menu|tro giup|huong dan)$' }),
  rule('undo', {
    when: `
      (hoan tac|undo)
      (khoi phuc|lay lai|quay lai|tra lai|tro lai|dung lai) [lai|nhu|ban]* (nhu cu|ban cu|so cu|ban truoc)`,
    unless: 'tra lai ho so',
  }),
  rule('why_this_message', {
    when: `
      (vi sao|tai sao|sao|ly do) … (nhan tin|nhan duoc tin|nhan thong bao|nhan duoc thong bao|bi nhac)
      (vi sao|tai sao|sao) [lai|cu|_] [lai|cu] (nhac|gui) [cho|tin|cai|_]* (toi|em|minh|hoai|mai|nhieu|nay|tin)
      (vi sao|tai sao|sao) … (nhan cai nay|nhan cai tin|gui cai nay)`,
  }),
  rule('erase_me', {
    when: `
      xoa … (du lieu|tai khoan|thong tin|ten) … (toi|em|minh|di|ca nhan)
      xoa [het|toan bo|bo|giup]* (du lieu|tai khoan)
      (xoa|go|bo) [ten]* (toi|em|minh) (khoi|ra khoi) (he thong|danh sach|bot|tro ly)
      huy (tai khoan|dang ky|lien ket|ket noi)`,
    unless: '(huy dang ky nhan|bao cao|nhom)',
  }),
  rule('mute', {
    when: `
      (tat|ngung|huy|thoi|chan|khong muon|dung|khoa|khong nhan|bo) [dang ky|nhan|gui|xem|cac|moi|them|cho|toi|em]* (thong bao|tin nhan|tin) [tuyen truyen|co dong|tu dong|chung|nua|di|nhe|a|giup|toi|em|nay]*$
      (tat|ngung|huy|thoi|chan|khong muon|dung) [dang ky|nhan|gui|cac|moi|them|cho|toi|em]* (thong bao|tin nhan|tin) (tuyen truyen|co dong)
      dung gui [cho|toi|em|minh|tin|thong bao|nhung|cac|nua]* (tin|thong bao|tin nhan|tuyen truyen)`,
  }),
  rule('unmute', {
    when: `
      (bat|mo|nhan|cho nhan|cho toi nhan|gui) lai [nhan|cac|cho|toi|em]* (thong bao|tin nhan|tin) (tuyen truyen|co dong)
      bat [lai|nhan]* (thong bao|tin nhan|tin)
      ^[xin|cho|toi|em|da|hay|giup]* bat lai [nhe|a|giup|toi|em|di|nhu cu]*$
      dang ky nhan (thong bao|tin nhan|tin)
      (muon|xin|cho) [toi|em|minh|duoc]* nhan (tin|thong bao) (tro lai|lai)`,
  }),
  rule('address_me', {
    when: `
      (goi|xung ho voi|xung) (toi|em|minh|anh|chi|co|bac|chu) (la|bang) _
      goi (toi|em|minh) (dong chi|anh|chi|co|chu|bac|bang)
      xung ho [voi]* (toi|em|minh|lai) _`,
    unless: '(goi dien|ai|dien thoai)',
  }),
  rule('privacy', {
    when: `
      quyen du lieu
      du lieu (cua (toi|em|minh)|ca nhan)
      rut [lai|su]* dong y
      (sua|dinh chinh|cap nhat|thay doi|chinh sua) [lai|giup|cho]* (thong tin|ho ten|chuc vu|so dien thoai|du lieu) [ca nhan|dang ky|cua]* (toi|em|minh|ca nhan)
      luu [nhung] (gi|thong tin gi)`,
    unless: '(so dien thoai|ten|chuc vu|don vi) cua (toi|em|minh)',
  }),
  rule('withdraw_report', {
    tells: true,
    mayCount: true,
    when: `
      (rut|thu hoi|xoa|go) [bo|lai|luon|cai|ban|giup|cho]* bao cao
      huy [bo|cai|ban|giup]* bao cao
      khong (gui|nop|tinh) bao cao (do|nay|vua roi|vua gui|hom qua|cu) nua`,
    unless: `
      kinh nghiem
      bao cao thanh tich
      (cach|the nao|lam sao)`,
  }),
]

export const REGISTER_RULES = [
  rule('help', {
    when: `
      (go|bam|an|click|nhan) [vao|chu|nut|lenh|tin|o|so]* (gi|dau|sao|nao|cho nao|the nao|muc nao|may|phim nao)
      (o|vao) (muc|nut|phan|trang) nao`,
    unless: '(nhan duoc|an (com|gi)|tin gi)',
  }),
  rule('who_am_i', {
    when: `
      (toi|em|minh) [thi|hien|dang|co|duoc]* (co|duoc) [nhung|cac|cap|giao]* quyen
      (vai tro|quyen han|phan quyen) … (gi|nao|sao|ai)
      (he thong|bot|tro ly|danh sach) … (ghi|luu|de|hien|hieu) [ten]* (toi|em|minh)
      (toi|em|minh) [dang|hien|duoc|giu|la]* (chuc vu|chuc danh) (gi|nao)
      (toi|em|minh) dang la … hay
      (toi|em|minh) [co]* duoc [phep]* (duyet|phe duyet|tham dinh|bieu quyet) … (khong|ko|chua)$
      (zalo|tai khoan|nick|telegram|so dien thoai|so nay|may nay) [nay|dang|hien|cua toi|cua em]* … (cua ai|don vi nao|xa nao|ten gi|ten ai|ten nao|phong nao|co quan nao|la ai)
      (bot|tro ly|he thong|ban) [co|da]* (biet|nho|nhan ra) (toi|em|minh)
      (xem|kiem tra|coi|check) … thong tin … (dang ky|tai khoan)
      dang ky (ten gi|ten nao|luc nao|don vi nao)
      (so dien thoai|ten|chuc vu|don vi) cua (toi|em|minh) [dang|duoc|da]* (luu|ghi|khai|de|dang ky) [la|dang] (gi|sao|the nao|ai|dung)
      (ten|don vi|thong tin) dang ky
      (toi|em) (dang ky|duoc dang ky) (ten gi|voi ten nao|o dau roi)
      (toi|em|minh) [dang|da|duoc]* (dang ky|lien ket) [o|cho|voi|la|thuoc|vao]* (xa|don vi|phong|thi tran|co quan) nao`,
  }),
  rule('register', {
    when: `
      (dang ky|kich hoat|xac thuc|lien ket|ket noi)
      (tao|cap|mo|lap|xac nhan|them|bo sung|xin|can|muon co) [cho|giup|toi|em|minh|lai|1|mot|moi|cai]* (tai khoan|nguoi dung)
      (ghi danh|gia nhap|khai bao thong tin)
      (chua|khong) (co|thay) [ten|toi|em|minh]* (trong|o|tren) (danh sach|he thong|nhom)
      (nho|xin|hay|muon|can) [anh|chi|ad|em|toi]* them [giup|cho]* (toi|em|minh|xa|don vi)
      (cho|muon|xin) [toi|em|minh|duoc]* tham gia [bao cao|nhom|he thong|cung|voi|a|nhe]*$
      (xin|cho|can|chua nhan duoc|chua co|quen|mat) [toi|em|minh|lai|cai]* ma
      (chua|khong) [thay|ai|nhan duoc|duoc]* … (gui|cap|dua|cho) ma
      ma (het han|khong dung|bi sai|khong duoc|bi loi|sai)
      ma (moi|dang ky|kich hoat|xac nhan|otp|xac thuc|so|duoc cap)
      ma … cua (toi|em|minh)
      (nhap|co|dien|go|dua|gui|nhan) [duoc|cai]* ma
      (xin|cap|muon|can|cho|duoc) … (truy cap|vao he thong|vao nhom|vao bot|vao danh sach dau moi)
      (chua|khong) (co|duoc cap|duoc them|duoc) (tai khoan|quyen truy cap|vao he thong|vao nhom)
      dang nhap
      (chua|khong) vao [duoc] (he thong|nhom|bot|tai khoan)
      (cap|mo|xin|phan) quyen [truy cap|bao cao|su dung|dung|vao|nhap]*
      tham gia [vao|cung]* (he thong|nhom|bot|tro ly|nhom bao cao)
      (xin|cho|muon|can|duoc|moi|nho|keo|them) [cho|toi|em|minh|xin|duoc|phep|vao]* vao [cai|cac|cung]* (danh sach|nhom|he thong|bot|dau moi|tro ly|phan mem)
      (xin|cho) (toi|em|minh|tui) vao$
      (lam sao|the nao|cach nao|cach) [de]* vao [duoc]* (he thong|bot|nhom|tro ly)
      (moi|vua) thay [cho]* (nguoi cu|anh|chi|dong chi|ong|ba|co)
      (muon|xin|duoc|cach|de|cho) [toi|em]* tham gia [a|voi|nhe|the nao|duoc khong]*$
      them (toi|em|minh|dong chi _) [_] [_] (vao|lam|la) (nhom|he thong|danh sach|dau moi|can bo)`,
    unless: `
      (dang ky|tham gia|phat dong|khai bao) [giao uoc]* thi dua
      (dang ky|ket noi) … (danh hieu|sang kien|de nghi khen|hien mau|hoc|lop)
      (nhan tin|nhan thong bao)
      (ket noi|lien ket) [voi|den|toi|may|cho|em|minh|thang|giup]* (can bo|nguoi|phong|chuyen vien|noi vu)
      dang nhap … (ten gi|ten nao|ten ai|voi ten|bang ten)
      tham gia … (bo phieu|bieu quyet|hoi nghi|buoi|tap huan|cuoc)
      (co|nhung|bao nhieu) … tham gia
      tham gia (ra quan|don|lam|trong)
      (ho so|bao cao) … ma`,
  }),
  rule('help', {
    when: `
      (toi|em|minh|nguoi) [la|con|moi]* … (chua quen|chua ranh|khong quen|khong ranh|bo ngo) … (chi|giup|huong dan|dung)
      (khong|chua) (biet|hieu|ro) … (bao cao|gui|nop|lam|dung|su dung|bat dau|thao tac|nhap|viet|nhan|o dau)`,
  }),
  rule('register', {
    when: `
      (can bo moi|nhan vien moi|nguoi moi|dau moi moi)
      (moi|vua) [duoc|ve|len|vao|chuyen|dieu dong]* (nhan viec|nhan cong tac|nhan nhiem vu|nhan ban giao|tiep nhan)
      (moi|vua) chuyen tu … (sang|qua|ve)
      (moi|vua) (ve nhan|chuyen ve|chuyen den|chuyen sang|vao lam|len lam|ve xa|ve lam|duoc bo nhiem)
      (moi|vua) duoc (phan cong|giao|dieu|cu|chuyen)
      (toi|em|minh) [la] nguoi (phu trach moi|moi|thay)
      (nhan thay|tiep quan) … (cong viec|viec|anh|chi)
      (thay|lam|la) … dau moi`,
    unless:
      '(ho so|ai|nao|so dien thoai|ve dich|nha|chi giup|chi em|chi toi|chi voi|huong dan|chua quen|chua ranh)',
  }),
]
