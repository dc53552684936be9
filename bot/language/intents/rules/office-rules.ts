import { DO_SEND, UNITS, rule } from './request-rule.ts'

const BEHIND =
  '(chua nop|da nop|nop cham|cham nop|nop muon|chua gui|da gui|chua bao cao|da bao cao|con thieu|con no|cham|nop bao cao|gui bao cao|chua co bao cao|chua xong|no bao cao|chua|dung han)'
const NAMED = '(?!(toi|em|minh|nao|ta|nha|hoi|da|chua|co|duoc)(?!\\S))\\S+'

/** The view of the office that runs the campaign: all units, and dossiers that wait for it. */
export const OFFICE_RULES = [
  rule('my_reports', {
    when: `
      (thong ke|tong hop|xem|danh sach|lich su|cac) … (bao cao|so lieu|ket qua) … cua (toi|em|minh)
      (bao cao|so lieu) … cua [xa|don vi|phong|ben|co quan|thi tran|truong] (toi|em|minh|ta|nha|chung toi)
      [xa|don vi|phong|ben|truong] (toi|em|minh|ta|nha|chung toi) … (co|duoc) (may|bao nhieu) bao cao`,
    unless: `
      (sai|nham|sua|dinh chinh|cap nhat|dieu chinh|rut|xoa|them|bo sung|huy|chinh|thay doi|sot|thieu)
      (han|khi nao|bao gio)
      #`,
  }),
  rule('unit_progress', {
    when: `(bao nhieu|may|so|cac|nhung|danh sach|thong ke|liet ke) [so|cac|nhung]* ${UNITS} [nao]* (da|chua) [co|duoc]* (nop|gui|trinh|de nghi) … (ho so|khen|khen thuong|de cu|de nghi)`,
  }),
  rule('unit_progress', {
    when: `
      (ai|nhung ai|thang nao|ong nao|cho nao|noi nao|${UNITS} nao|bao nhieu ${UNITS}|may ${UNITS}) … (nop|gui|bao cao|cham|thieu|muon|tre|xong|hoan thanh|lam|chua|som|tot|dung han|no)
      ${DO_SEND} … (ai|${UNITS} nao|may ${UNITS}|bao nhieu ${UNITS})
      (thieu|cham|muon|con) [nhung|cac|bao cao cua]* (ai|${UNITS} nao|may ${UNITS})
      (cac|nhung|danh sach|toan bo|tat ca|so) [cac|nhung]* (${UNITS}|huyen|don vi) … ${BEHIND}
      (danh sach|liet ke|ra soat|loc|thong ke|xem) [cac|nhung]* [${UNITS}]* ${BEHIND}
      (nop|gui|bao cao) du chua
      (tien do|ty le|ti le|phan tram) [nop|gui|bao cao|hoan thanh|thuc hien|cac|cua|chung|thang|xa|phong trao|#]*
      (bang theo doi|bang tong hop|xep hang|bang xep hang|bang tien do|ra soat)
      thong ke [nop|gui|bao cao|thuc hien|ket qua]* (nop|gui|bao cao|thuc hien)
      tinh hinh [nop|gui|bao cao|thuc hien|chung|cac|cua|chung|toan|xa|trien khai|phong trao|don vi]*
      (tong hop|thong ke|tong ket|so lieu chung|ket qua chung|ket qua) … (toan huyen|ca huyen|cac xa|cac don vi|tung xa|tung don vi|tien do|tinh hinh|toan xa)
      ^[cho|xem|toi|em|xin|muon|can]* (tong hop|thong ke|toan huyen) [bao cao|so lieu|thang|quy|nam|tuan|#|nay|toan huyen|giup|nop]*$
      (xa|thi tran|phong|truong) ${NAMED} [_] [_] (nop|gui|bao cao|lam xong|xong) … (chua|khong)
      (xa|thi tran) ${NAMED} _ (the nao|ra sao|sao roi|den dau|toi dau|lam den dau)`,
    unless: `
      (phu trach|tham dinh|lam ra|duyet|giu|thuoc|ho tro|giai dap)
      (ho so|de cu|khen thuong|khen|thoi tiet|suc khoe|hang ngay)
      (toi|em|minh) … (xa|don vi|phong) nao
      (cho|gui|nop) [cho]* (ai|don vi nao|phong nao)
      ^[em|toi|xin|da|kinh]* (gui|nop) (ket qua|tong hop|so lieu)
      bao cao tinh hinh
      (nhu sau|cua xa)$`,
  }),
  rule('appraise_queue', {
    when: `
      (ho so|de cu|de nghi|danh sach|truong hop) … (cho|can|phai|dang cho|doi|cho duoc|den han) [toi|duoc|minh|em]* (duyet|phe duyet|tham dinh|xu ly|xem xet|xet duyet|xet|xem|giai quyet|tiep nhan|kiem tra|ky|ky duyet|y kien|cho y kien)
      (ho so|de cu|de nghi) [khen|nao|con|moi]* (chua|dang) (xu ly|xem|tham dinh|duyet|giai quyet|xet|cho|ton)
      (ho so|de cu|de nghi) [khen|khen thuong|nao|con|dang]* (dang cho|ton|ton dong|moi nhan|moi gui|moi trinh|moi nop|moi den|moi ve|moi|gui len|trinh len|vua nhan|vua gui len|gui den|tiep theo|ke tiep)
      (ho so|de cu|de nghi) [khen|khen thuong]* cho$
      (may|bao nhieu|nhung|cac|so) (ho so|de cu|de nghi) [khen|con|dang|nao]* (chua|moi|ton|can|phai|dang)
      (may|bao nhieu) ho so
      (may|bao nhieu|co gi|con gi) … cho (toi|em|minh) (duyet|phe duyet|xet|tham dinh|xem)
      (con|co) [may|bao nhieu|nhung|cac|gi] (ho so|de cu|de nghi) [nao]* (cho|chua|moi|ton|can|toi luot|xem xet|duyet|tham dinh)
      con ho so [nao|gi]* [khong|nua|a]*$
      ^[xem|cho|toi|em|xin|mo|liet ke|cac|nhung|danh sach]* (ho so|de cu|de nghi) [_] [_] (moi|vua) (trinh|nop|gui)
      (ai|don vi nao|xa nao|phong nao) [da|vua|moi]* (moi|vua) (gui|nop|trinh) [len|them]* (ho so|de cu|de nghi)
      co [ai|don vi nao|xa nao]* (moi|vua) (gui|nop|trinh) [len|them]* (ho so|de cu|de nghi)
      (hang cho|hang doi|cho tham dinh|cho duyet|cho phe duyet|can tham dinh|can phe duyet|can duyet|phai duyet|phai tham dinh|viec tham dinh|danh sach tham dinh|toi luot (toi|em|minh)|ho so ton)
      ^[xem|mo|cho|toi|em|liet ke|hien|xin]* danh sach [cac]* (ho so|de cu|de nghi) [da|cho|moi|tham dinh|da nop|hien tai|can xu ly|khen|nay|dang cho|khen thuong]*$`,
    unless: `
      (ho so|de nghi|de cu) … cua [xa|don vi]* (toi|em|minh)
      (duyet|xet|tham dinh|xu ly|xong|trinh) [xong]* chua [a|nhi|vay]*$
      (den dau|toi dau|bao gio|khi nao|ngay nao|hom nao|ngay may|duoc khen|bi tra|hop le chua)
      (ho so|hs) #
      lap ho so moi
      in danh sach`,
  }),
]
