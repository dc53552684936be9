import type { Intent } from './understanding.ts'

/** A way of asking for something that decides nothing. Rules are tried in order on the words of `lineOf`. */
export type RequestRule = {
  readonly intent: Intent
  readonly pattern: RegExp
  readonly unless?: RegExp
  /** How it must be spelt where the person types with marks: "nhầm", not "nhằm". */
  readonly spelt?: RegExp
  /** Also where the message counts things; otherwise such a message is a report. */
  readonly mayCount?: true
  /** Only a guess: offered, not acted upon. */
  readonly weak?: true
}

const ME = '(?:toi|em|minh|xa toi|xa em|xa minh|don vi toi|don vi em|don vi minh|ben em|ben toi|ben minh|xa nha|chung toi|ta)'
const SEND = '(?:nop|gui|bao cao|gui bao cao|nop bao cao|tra bai)'
const UNITS = '(?:don vi|xa|thi tran|phong ban|phong|co quan|xa thi tran|nganh)'
const DOSSIER = '(?:ho so|de cu|de nghi|khen thuong|de xuat|bang khen|giay khen|quyet dinh khen|khen)'
const PERSON = '(?:anh|chi|ong|ba|co|dong chi|chu|bac)'
const HOW = '(?:nhu the nao|the nao|lam sao|ra sao|kieu gi|bang cach nao|cach nao|sao|o dau|cho nao|duong nao)'
const LATER =
  '(?:mai|lat|lat nua|ti nua|ty nua|chut nua|lat sau|chieu|chieu nay|chieu mai|sang mai|toi nay|toi mai|toi ve|trua|trua nay|dem nay|mot chut|hom sau|hom khac|luc khac|khi khac|sau|tuan sau|tuan toi|cuoi tuan|dau tuan|dau tuan sau|cuoi ngay|cuoi gio|thu (?:hai|ba|tu|nam|sau|bay|\\d)|thu \\d tuan sau|chu nhat|ngay \\d{1,2}|ngay mai|ngay kia|\\d{1,2} ?(?:h|gio)(?: ?\\d{2})?(?: (?:sang|chieu|toi))?|\\d{1,2}[:h]\\d{2}|\\d{1,2} (?:phut|tieng|gio|ngay|hom) nua|vai (?:hom|ngay) nua|mot lat)'

/** Ordered: what is said of a thing comes before the thing, questions of how before what they are about. */
export const REQUEST_RULES: readonly RequestRule[] = [
  { intent: 'help', pattern: /^\/? ?(?:help|start|menu|tro giup|huong dan|\?)$/ },
  { intent: 'undo', pattern: /^(?:\S+ ){0,3}?(?:hoan tac|undo|khoi phuc (?:lai )?(?:nhu cu|ban cu|so cu)|lay lai (?:ban|so) cu|tra lai (?:ban cu|nhu cu|so cu)|quay lai ban cu)\b/ },
  { intent: 'why_this_message', pattern: /\b(?:vi sao|tai sao|sao|ly do)\b.{0,25}\b(?:nhan (?:duoc )?(?:tin|thong bao|nhac)|bi nhac|nhac (?:toi|em|minh|hoai|mai|nhieu)|gui (?:tin|cai)|lai nhac|nhan cai nay)/ },
  { intent: 'privacy', pattern: /\b(?:quyen du lieu|du lieu (?:cua (?:toi|em|minh)|ca nhan)|xoa (?:du lieu|tai khoan|thong tin)|huy (?:tai khoan|dang ky|lien ket)|(?:ngung|huy|khong|thoi|dung) nhan (?:tin|thong bao)|rut (?:lai )?(?:su )?dong y|luu (?:nhung )?(?:gi|thong tin gi)|ai (?:doc|xem) duoc)\b/ },
  // withdrawing one's report: taken back before anything is said of reports
  { intent: 'withdraw_report', pattern: /\b(?:rut|thu hoi|xoa|go|huy)(?: bo| lai| luon| cai)* (?:cai |ban )?bao cao\b(?! thanh tich)/, unless: /\b(?:kinh nghiem|the nao|cach|lam sao|duoc khong)\b/, mayCount: true },
  { intent: 'withdraw_report', pattern: /\bkhong (?:gui|nop|tinh) bao cao (?:do|nay|vua roi|vua gui|hom qua|cu) nua\b/ },
  // an account to be made
  { intent: 'register', pattern: /\b(?:dang ky|kich hoat|lien ket|ket noi|xac thuc|tao|cap|mo|lap|xac nhan|dang nhap|them)(?: (?:duoc|cho|giup|toi|em|minh|lai|lam|1|mot|moi|vao|zalo|voi|ten|cua|nguoi dung))* (?:tai khoan|nguoi dung|he thong|bot|tro ly|nhom)\b/, unless: /\b(?:thi dua|thong tin tai khoan|xoa|huy)\b/ },
  { intent: 'register', pattern: /\b(?:dang ky|kich hoat|xac thuc|lien ket|ket noi)\b/, unless: /\b(?:thi dua|danh hieu|can bo$|voi can bo|ten gi|ten nao|voi nguoi|voi phong|luc nao|khi nao|sang kien|nhan tin|dang ky (?:de nghi|khen)|hoi nghi)\b/ },
  { intent: 'register', pattern: /\b(?:ma|code) (?:moi|dang ky|kich hoat|xac nhan|otp|xac thuc|cua (?:toi|em|minh)|so|duoc cap)\b|\b(?:nhap|co|dien|go|dua) (?:cai )?ma\b/, unless: /\b(?:ho so|bao cao)\b/ },
  { intent: 'register', pattern: /\b(?:xin|cap|muon|can|cho|duoc) (?:\S+ ){0,3}?(?:truy cap|tai khoan|quyen truy cap|vao (?:he thong|nhom|bot|day))\b/, unless: /\b(?:thong tin|xem)\b/ },
  { intent: 'register', pattern: /\b(?:chua|khong) (?:co|duoc cap|duoc them|duoc) (?:tai khoan|quyen truy cap|vao he thong|vao nhom)\b/ },
  { intent: 'register', pattern: /\b(?:dang nhap|tham gia)\b/, unless: /\b(?:voi ten|ten nao|ten gi|bang ten|bo phieu|bieu quyet|hoi nghi|nguoi tham gia|buoi|tap huan)\b/ },
  { intent: 'help', pattern: /\b(?:khong|chua) (?:biet|hieu|ro)\b.*\b(?:bao cao|gui|nop|lam|dung|su dung|bat dau|thao tac|nhap|viet|o dau)\b/ },
  { intent: 'register', pattern: /\b(?:can bo moi|moi (?:nhan viec|nhan cong tac|nhan nhiem vu|nhan ban giao|ve nhan|chuyen ve|chuyen den|duoc (?:phan cong|giao|dieu|bo nhiem)|vao lam|len lam|ve xa|ve lam|tiep nhan)|nhan vien moi|nguoi moi)\b/, unless: /\bho so\b/ },
  { intent: 'register', pattern: /\b(?:thay|lam|la) (?:\S+ ){0,4}?(?:dau moi|nguoi phu trach moi)\b/, unless: /\b(?:ai|nao|sdt|dien thoai)\b/ },
  // what it takes to be awarded
  { intent: 'criteria', pattern: /\b(?:tieu chuan|tieu chi|dieu kien)\b.{0,30}\b(?:khen|bang khen|giay khen|de cu|de nghi|xet|gi|nao|danh hieu)\b|\b(?:khen|bang khen|giay khen|de cu)\b.{0,25}\b(?:tieu chuan|tieu chi|dieu kien)\b|^(?:tieu chuan|tieu chi)$|\bho so (?:\S+ ){0,4}?(?:gom|can) (?:nhung )?(?:gi|giay to gi)\b|\bcan (?:nhung )?giay to gi\b|\bthanh phan ho so\b/, unless: /\b(?:khong du|da du|duyet)\b/ },
  // how something is done
  { intent: 'help', pattern: new RegExp(`\\b(?:cach|huong dan|chi (?:toi|em|minh|giup)?|day (?:toi|em)|lam sao(?: de)?|lam the nao(?: de)?|the nao de|phai lam gi de|muon) ?(?:\\S+ ){0,3}?(?:nop|gui|bao cao|de nghi|de cu|sua|rut|bo phieu|bieu quyet|xuat|dung|su dung|viet|nhap|lam|soan|tao|xem|thao tac|dinh kem|duyet|tra)\\b`), unless: /^(?:(?:xin|em|toi|minh|cho|da|dang) )*muon (?!.*\b(?:thi|phai|the nao|lam sao|o dau|kieu gi|cach)\b)|\bchi dao\b|\bcach (?:day|ly|mang)\b|\bchi (?:hoi|bo|doan|tieu)\b/ },
  { intent: 'help', pattern: new RegExp(`\\b(?:nop|gui|bao cao|de nghi|de cu|sua|rut|bo phieu|bieu quyet|xuat|dung|su dung|viet|nhap|soan|thao tac|dinh kem|bat dau)\\b(?: \\S+){0,5} (?:nhu the nao|lam sao|ra sao|kieu gi|bang cach nao|cach nao|the nao|o dau|cho nao|sao)(?: (?:a|vay|day|nhi|the|em|anh|chi|ha|duoc|\\?|voi))*$`), unless: /\b(?:han|khi nao|ho so (?:toi|den|cua)|de cu cua|den dau|toi dau|roi|tinh hinh|tien do|cac xa|cac don vi)\b/ },
  // to be reminded, a promise
  { intent: 'remind_me_later', pattern: /\bnhac\b/, unless: /\b(?:(?:nhac|don doc) (?:nho )?(?:cac|nhung|rieng|\d+|don vi|xa|toan bo)|van nghe|am nhac|nhac lai (?:thong bao|noi dung|chi dao)|sao|vi sao|bai hat|nghe nhac|ca nhac)\b/ },
  { intent: 'unit_progress', pattern: /\b(?:nhac|don doc)(?: nho)? (?:cac |nhung |rieng |toan bo )*(?:don vi|xa|thi tran|phong ban|\d+ don vi|\d+ xa)\b/, mayCount: true },
  { intent: 'remind_me_later', pattern: new RegExp(`\\b${LATER}(?: (?:thi|moi|toi|em|minh|se|xin|ben em|xa em|xa toi|don vi|xa|ve|roi|nhe|co the))* (?:nop|gui|bao cao|lam|tra loi|hoan thanh|xong|bo sung sau|bo sung)\\b`), unless: /\b(?:phai|han|truoc|den|bao gio|khi nao|co the .* khong|hom qua|da|xong roi|vua|dau)\b|\b(?:nop|gui|bao cao) (?:la|chua)\b/ },
  { intent: 'remind_me_later', pattern: new RegExp(`\\b(?:nop|gui|bao cao|tra loi|lam)(?: (?:bao cao|sau|bu|lai|tiep|vao|luc|dan|ho so))* (?:vao |luc )?${LATER}(?: (?:nhe|a|nha|duoc|em|toi|nua|sau|vay))*$`), unless: /\b(?:han|truoc|phai|ngay nao|khi nao|da|chua|hom qua)\b|^(?:(?:xin|em|toi|kinh) )*(?:nop|gui|bao cao)(?: (?:bao cao|ket qua|so lieu))? (?:ngay|toi) ?\d*$/ },
  { intent: 'remind_me_later', pattern: new RegExp(`^(?:(?:thoi|thi|da|em|toi|minh|xin|cho|ok|vang|a|hay|tam thoi) )*(?:de|hen|khat|hoan|lui|doi|cho)(?: (?:em|toi|minh|lai|den|toi luc|sang|qua|vao|toi em))* ${LATER}\\b`) },
  { intent: 'remind_me_later', pattern: /\b(?:dang|con|ban|mac) (?:hop|ban|di cong tac|cong tac|lai xe|ngoai duong|o ngoai|di co so|nghi|om|an com|dam cuoi|viec)\b|^(?:dang ban|ban lam|ban roi|ban qua|hop roi)\b|\b(?:ban lam|ban qua)\b/, spelt: /^(?!.*\b(?:bạn|bàn|bán|bản))/s, unless: /\bcan bo\b|\bban (?:hanh|giao|lam duoc|lam gi)\b/ },
  { intent: 'remind_me_later', pattern: /^(?:toi|ban|chieu|trua)(?: (?:toi|em|minh|ve|se|roi|a|nhe|nay|gui|nop|bao cao|qua|lam))*$/, spelt: /tối|bận|chiều|trưa/, unless: /^toi (?:gui|nop|bao cao|em|a|se)?$/ },
  { intent: 'remind_me_later', pattern: /^(?:(?:thoi|thi|da|em|toi|xin|ok|vang) )*(?:de sau|luc khac|khi khac|hom khac|lat nua|ti nua|chut nua|mai nhe|mai|mai a|sau nhe|hen sau|tu tu|hen lai|lat nhe)(?: (?:di|nhe|a|nha|da|vay))*$/ },
  { intent: 'remind_me_later', pattern: /\b(?:khat|xin lui|lui (?:han|lai|sang|den)|gia han|xin hoan|hoan lai|xin them (?:thoi gian|vai ngay|\d+ ngay)|cho (?:em|toi|minh) them)\b/ },
  { intent: 'remind_me_later', pattern: /\b(?:dat|len) (?:lich|hen)\b/ },
  // files
  { intent: 'export_dossier', spelt: /^(?!.*đề xuất)/s, pattern: /\b(?<!de )(?:xuat|tai|ket xuat|trich xuat|download|export|in|in an|in ra|lay|cho xin|xin|gui|dua|luu)(?: (?:cho|toi|em|minh|giup|ra|ve|xuong|lai|ban|mot|cai|duoc|1|them|ho|in|a))* (?:file|ban (?:word|excel|pdf|mem|in)|word|excel|pdf|tep)\b/, mayCount: true },
  { intent: 'export_dossier', pattern: /\b(?:word|excel|pdf|xlsx|docx|ban mem|file)\b/, unless: /\b(?:nop|cach|the nao|hoi|loi|anh|cong van|thong bao|van ban)\b/ },
  { intent: 'export_dossier', pattern: /^(?:(?:xin|em|toi|minh|cho|giup|hay|muon|can|da|lam on) )*(?:xuat|tai ve|tai xuong|tai|ket xuat|trich xuat|download|export|in ra|in)\b(?: (?:ra|ve|xuong|cho|toi|em|giup|bo|toan bo|het|cac|nhung|cai))* ?(?:ho so|bao cao|to trinh|danh sach|bien ban|du lieu|so lieu|bang|quyet dinh|giay khen|giay moi|mau|ket qua|tong hop|de nghi|phieu|$)/, mayCount: true },
  { intent: 'export_dossier', pattern: /\b(?<!de )(?:xuat|tai ve|tai xuong|ket xuat|download) (?:\S+ ){0,2}?(?:ho so|bao cao|to trinh|danh sach|bien ban|du lieu|so lieu|bang|quyet dinh)\b/ },
  { intent: 'export_dossier', pattern: /\b(?:soan|lap|lam|tao|du thao|ra)(?: (?:giup|cho|toi|em|ho|san|mau))* (?:to trinh|bien ban|quyet dinh khen|cong van|danh sach trich ngang|trich ngang)\b|^(?:to trinh|bien ban hop|danh sach trich ngang)$/ },
  // the office's view of units
  { intent: 'unit_progress', pattern: new RegExp(`\\b(?:ai|nhung ai|${UNITS} nao|nhung ${UNITS} nao|bao nhieu ${UNITS}|may ${UNITS}|con ${UNITS} nao)\\b.*\\b(?:nop|gui|bao cao|cham|thieu|muon|tre|xong|hoan thanh|lam|chua|som|tot|dung han|no)\\b`), unless: /\b(?:phu trach|ho so|tham dinh|lam ra|duyet|giu)\b/ },
  { intent: 'unit_progress', pattern: new RegExp(`\\b(?:nop|gui|bao cao|thieu|cham|muon)\\b.*\\b(?:ai|${UNITS} nao|may ${UNITS}|bao nhieu ${UNITS})\\b`), unless: /\b(?:cho ai|gui ai|ai nhan|o dau|(?:cho|toi|den) (?:don vi|phong|co quan) nao|thuoc)\b/ },
  { intent: 'unit_progress', pattern: new RegExp(`\\b(?:cac|nhung|danh sach|cac don vi|ds|toan bo|tat ca)(?: cac| nhung)? ?(?:${UNITS}|huyen)?(?: da| chua| nao)* (?:chua nop|da nop|nop cham|cham nop|nop muon|chua gui|da gui|chua bao cao|da bao cao|con thieu|cham|nop bao cao|gui bao cao|chua co bao cao|chua xong)\\b`), unless: /\bbao cao da (?:nop|gui)\b|\bda nop cua\b/ },
  { intent: 'unit_progress', pattern: /\b(?:tien do|ti le (?:nop|gui|bao cao|hoan thanh)|ty le (?:nop|gui|bao cao|hoan thanh)|bang theo doi|bang tong hop|xep hang|bang xep hang)\b/, unless: /\b(?:ho so|de cu|tham dinh|khen)\b/ },
  { intent: 'unit_progress', pattern: /\btinh hinh\b/, unless: /\b(?:ho so|de cu|khen|thoi tiet|bao cao tinh hinh|suc khoe|hang ngay)\b/ },
  { intent: 'unit_progress', pattern: /\b(?:tong hop|thong ke|tong ket|bao cao chung|so lieu chung|ket qua chung|ket qua)\b.*\b(?:toan huyen|ca huyen|cac xa|cac don vi|nop|bao cao|don vi|tien do|tung xa|toan xa)\b/, unless: /\b(?:gui|nop ket qua|cua xa|nhu sau|ho so|bao cao ket qua)\b/ },
  { intent: 'unit_progress', pattern: /^(?:(?:cho|xem|toi|em|xin|muon) )*(?:tong hop|thong ke|toan huyen)(?: (?:bao cao|so lieu|thang|quy|nam|tuan|\d+|nay|toan huyen|giup))*$/ },
  { intent: 'unit_progress', pattern: /\b(?:xa|thi tran|phong|truong) (?!(?:toi|em|minh|nao|ta|nha)\b)[a-z]+(?: (?!(?:toi|em|minh|nao)\b)[a-z]+){0,3} (?:da |gui |nop )*(?:nop|gui|bao cao|lam|xong)(?: bao cao| roi| thang \d+| ket qua)* (?:chua|hay chua|roi chua|khong)\b/, unless: /\b(?:ho so|khen|de cu)\b/ },
  { intent: 'unit_progress', pattern: /\b(?:xa|thi tran) (?!(?:toi|em|minh|nao|ta|nha)\b)[a-z]+ [a-z]+ (?:the nao|ra sao|sao roi|den dau)(?: (?:roi|a|vay))*$/ },
  // dossiers waiting for an appraiser
  { intent: 'appraise_queue', pattern: /\b(?:ho so|de cu|de nghi|danh sach|bao cao thanh tich|truong hop|cai|gi)\b.{0,30}\b(?:cho|can|phai|dang cho|chua|doi|cho duoc|se)(?: \S+){0,2}? (?:duyet|phe duyet|tham dinh|xu ly|xem xet|xet duyet|xet|xem|giai quyet|tiep nhan|kiem tra|toi duyet)\b/, unless: /(?:\b(?:ho so|de nghi|de cu) (?:cua|xa|chi|anh|khen cua) ?(?:toi|em|minh|xa|chi|anh|ba|ong|don vi)|(?:duyet|xet|tham dinh|xong|xu ly) (?:xong )?chua|\bda \S+ ?\S* ?chua|den dau|toi dau|bao gio|khi nao|hs \d)/ },
  { intent: 'appraise_queue', pattern: /\b(?:con|co|bao nhieu|may) (?:bao nhieu |may |nhung |cac )?(?:ho so|de cu|de nghi)\b(?!.*\b(?:cua (?:toi|em|minh|xa)|den dau|duoc khen|bi tra)\b).*\b(?:nao|cho|chua|moi|ton|can|toi luot|xem xet|duyet|tham dinh|xu ly)\b|\b(?:may|bao nhieu) ho so\b/, unless: /\b(?:cua toi|cua em|cua xa|thieu gi|hop le chua)\b/ },
  { intent: 'appraise_queue', pattern: /\b(?:hang cho|hang doi|cho tham dinh|cho duyet|cho phe duyet|can tham dinh|can phe duyet|can duyet|phai duyet|phai tham dinh|viec tham dinh|danh sach tham dinh|toi luot (?:toi|em|minh)|ho so ton|ho so (?:dang |cac )?cho|ho so dang cho)\b/, unless: /\b(?:cua (?:toi|em|minh|xa)|den dau|bao gio|khi nao)\b(?!.*luot)/ },
  { intent: 'appraise_queue', pattern: /\b(?:ho so|de cu|de nghi)(?: \S+){0,2}? (?:moi (?:nhan|gui|trinh|nop|den|ve|tiep nhan)|moi$|gui len|trinh len|vua nhan|vua gui len|chua (?:xu ly|xem|tham dinh|duyet|giai quyet|xet)|can (?:tham dinh|duyet|xu ly|xem))/, unless: /\b(?:cua (?:toi|em|minh|xa)|chua \?|lap ho so moi|tao)\b/ },
  { intent: 'appraise_queue', pattern: /^(?:(?:xem|mo|cho|toi|em|liet ke|hien|xin) )*danh sach (?:cac )?(?:ho so|de cu|de nghi)(?: (?:cho|moi|tham dinh|da nop|hien tai|can xu ly|khen|nay))*$/ },
  // where a nomination stands
  { intent: 'nomination_status', pattern: new RegExp(`\\b(?:ho so|de cu|de nghi|khen thuong|trinh khen)\\b.*\\b(?:den dau|toi dau|the nao|sao roi|ra sao|sao vay|buoc nao|khau nao|cap nao|dau roi|o dau|tinh trang|trang thai|tien trinh|ket qua|xong chua|duyet chua|xet chua|trinh chua|ky chua|nhan chua|hop le chua|du chua|duoc chua|chua|roi chua|bi tra|tra lai|bi tu choi|bi loai|tu choi|bi bac|co duoc|duoc khong|duoc duyet|ai dang|ai giu)(?: (?:a|roi|vay|nhi|\\?|em|anh|chi|khong|the|ha|day|nua))*$`), unless: /\b(?:han|thoi han|phai nop|nop (?:khi nao|bao gio|o dau|the nao)|(?:bao gio|khi nao) (?:phai )?nop|gom|can gi|giay to)\b/ },
  { intent: 'nomination_status', pattern: /\b(?:tinh trang|trang thai|theo doi|tra cuu|kiem tra|tien do|xem|tien trinh|cap nhat tinh hinh|ket qua|hoi)\b(?: \S+){0,3}? (?:ho so|de cu|de nghi|khen thuong|khen|xet khen|thi dua|tham dinh|binh xet|xet duyet|bo phieu|bieu quyet|bang khen|giay khen)\b/, unless: /\b(?:ho so ca nhan|tham dinh \?|cho tham dinh|cho duyet|thong bao|ke hoach|van ban|tieu chuan|han|ai nop|hinh thuc)\b/ },
  { intent: 'nomination_status', pattern: /^(?:(?:da|duoc|em|toi|a|the|ho so|ben|lanh dao|phong noi vu) )*(?:duyet|phe duyet|xet|xet duyet|tham dinh|ky|trinh|quyet dinh) (?:xong |roi |duoc )?(?:chua|hay chua)(?: (?:a|vay|nhi|em|anh|chi|\?))*$/ },
  { intent: 'nomination_status', pattern: /\b(?:co|da co|ra) (?:quyet dinh|ket qua|giay khen|bang khen)\b.*\b(?:chua|khong|roi)\b|\bquyet dinh (?:\S+ ){0,3}?(?:co chua|ra chua|ky chua|xong chua)/ },
  { intent: 'nomination_status', pattern: new RegExp(`\\b(?:bao gio|khi nao|ngay nao|luc nao|bao lau)\\b.*\\b(?:ket qua|duyet|giay khen|bang khen|quyet dinh|xet|khen|hop xet|trao|hoi dong|co khen|cong bo)\\b`), unless: /\b(?:nop|gui|han|de nghi khen|thoi gian de nghi|phai)\b/ },
  { intent: 'nomination_status', pattern: new RegExp(`\\b${PERSON} [a-z]+(?: [a-z]+){0,3} (?:da |co |duoc |bi )*(?:duyet|khen|xet|phe duyet|duoc khen|tra lai|tu choi|chon)(?: \\S+)? ?(?:chua|khong|roi|a|ha|\\?)`), unless: /\bde nghi\b/ },
  { intent: 'nomination_status', pattern: /\bhoi dong\b.*\b(?:chua|roi|khi nao|bao gio|ket qua|the nao|den dau)\b/ },
  { intent: 'nomination_status', pattern: /\b(?:sao|vi sao|tai sao|ly do)\b.*\b(?:ho so|de cu|de nghi|tra lai|tu choi|bi loai|khong duoc khen|khong duoc duyet)\b/ },
  { intent: 'nomination_status', pattern: /\b(?:ai|don vi nao|cap nao|phong nao) (?:dang )?(?:giu|xu ly|tham dinh|duyet) (?:ho so|de cu|de nghi)\b/ },
  { intent: 'nomination_status', pattern: /^(?:(?:xem|mo|cho|toi|em|coi|tra|kiem tra|minh|muon|xin) )*(?:lai )?ho so (?:so )?\d{1,5}(?: (?:the nao|sao|roi|di|voi|a))*$/ },
  { intent: 'nomination_status', pattern: /^(?:tra|tra cuu|theo doi|xem) (?:ho so|de cu|de nghi)\b/ },
  // deadlines
  { intent: 'deadlines', pattern: /\b(?:han nop|han chot|han cuoi|han gui|han bao cao|han de cu|han de nghi|han nao|han may|han ngay|han thang|han la|thoi han|deadline|het han|den han|qua han|sap han|gan han|dung han|ky han nop|han ho so|han quy|han cua)\b|^han$|\bhan (?:nop|bao|gui|de|dang ky|cuoi)/ },
  { intent: 'deadlines', pattern: new RegExp(`\\b(?:khi nao|bao gio|ngay nao|hom nao|luc nao|may gio|ngay may|thu may|thang may)\\b.*\\b(?:nop|gui|bao cao|den|het|phai|tre nhat|cham nhat|muon nhat|ket thuc|bat dau|chot|khoa so|tong ket|de nghi|xong)\\b`), unless: /\b(?:mua|tau|da bong|luong)\b/ },
  { intent: 'deadlines', pattern: new RegExp(`\\b(?:nop|gui|bao cao|de nghi|de cu|chot|tong ket|ket thuc|cham nhat|muon nhat|tre nhat|truoc)\\b.*\\b(?:khi nao|bao gio|ngay nao|hom nao|luc nao|may gio|ngay may|den ngay|mung may|thu may)\\b`), unless: /\b(?:co ket qua|duyet|da nop)\b/ },
  { intent: 'deadlines', pattern: /\b(?:con|bao nhieu|may|bao lau)\b(?: \S+){0,2}? (?:ngay|bao lau|thoi gian|hom|lau)\b(?: nua| thi)?/, unless: /\b(?:tuoi|nghi|di duong)\b/ },
  { intent: 'deadlines', pattern: /^(?:den|toi) (?:ngay|hom|khi|luc) nao\b|\b(?:lich (?:nop|bao cao|gui)|moc thoi gian|con kip|kip nop|kip khong|lich trinh|cac moc|thoi gian (?:nop|de nghi|gui|bao cao|de cu))\b|^(?:ngay may|ngay nao|bao gio|khi nao)(?: \S+){0,2}$/ },
  // what is left to do
  { intent: 'duties', pattern: new RegExp(`\\b(?:con no|no gi|no bao cao|con thieu (?:gi|bao cao|viec|nhung gi)|con (?:viec|phai) (?:gi|lam gi|nop gi|nhung gi)|con phai (?:lam|nop|gui)(?: nhung)? gi|viec (?:cua (?:toi|em|minh)|can lam|con lai|ton dong|phai lam|hom nay)|nghia vu|nhiem vu cua (?:toi|em|minh|xa)|can (?:lam|nop) (?:nhung )?gi|phai nop (?:nhung )?gi|thieu gi khong|thieu nhung gi)\\b`), unless: /\b(?:ho so|khen|xa nao|don vi nao)\b/ },
  // one's own reports
  { intent: 'my_reports', pattern: new RegExp(`\\b(?:bao cao|ket qua|so lieu) (?:\\S+ ){0,2}?(?:cua ${ME}|da nop|da gui|truoc day|truoc do|cu|gan nhat|gan day|lan truoc|vua nop|toi da|em da)\\b`), unless: /\b(?:sai|nham|sua|dinh chinh|cap nhat|dieu chinh|rut|xoa|them|bo sung|huy|chinh|thay doi|sot)\b/ },
  { intent: 'my_reports', pattern: /\b(?:xem|coi|doc|mo|cho xem|liet ke|hien thi|kiem tra|danh sach|lich su|cac|nhung|tra cuu|tim|tra)(?: (?:lai|cho|toi|em|minh|cac|nhung|ban|duoc|giup|ho))* (?:bao cao|lich su nop|lich su gui|lich su)\b/, unless: /\b(?:don vi nao|xa nao|chua nop|tong hop|toan huyen|cac xa|sua|chua gui|bao cao thanh tich|mau)\b/ },
  { intent: 'my_reports', pattern: /\b(?:lich su (?:nop|bao cao|gui)|lich su)\b/ },
  { intent: 'my_reports', pattern: new RegExp(`\\b${ME}\\b(?: \\S+){0,3}? (?:nop|gui|bao cao)\\b.*\\b(?:chua|gi roi|nhung gi|gi chua|bao nhieu|may lan|may bao cao|nao roi|lan nao|du chua|nao)\\b`), unless: /\b(?:dang ky|han|khi nao|bao gio|ngay nao|phai nop gi|ho so|de cu)\b/ },
  { intent: 'my_reports', pattern: /^(?:(?:xa|don vi|ben|the|em|toi|minh|a) )*(?:da )?(?:nop|gui|bao cao)(?: bao cao| ket qua| thang \d+| thang nay| roi| duoc)* (?:chua|hay chua)(?: (?:a|nhi|vay|the|em|\?))*$/ },
  { intent: 'my_reports', pattern: /\b(?:nhan|nhan duoc|ghi nhan|luu|tiep nhan|co|thay|vao)\b(?: \S+){0,3}? (?:bao cao|ket qua|so lieu|tin)\b.*\b(?:chua|khong)(?: (?:a|vay|nhi|\?))*$|\bbao cao\b.*\b(?:nhan|ghi nhan|luu|den|vao|toi) ?(?:duoc )?(?:roi )?chua\b/, unless: /\b(?:don vi nao|xa nao|ai|tin moi|tin gi|mau)\b/ },
  { intent: 'my_reports', pattern: /\b(?:may|bao nhieu) (?:bao cao|lan bao cao)\b/, unless: /\b(?:don vi|xa nao)\b/ },
  { intent: 'my_reports', pattern: /^(?:(?:xem|mo|cho|toi|em|coi|lai|minh) )+bao cao \d{1,6}$/ },
  // corrections without figures
  { intent: 'edit_report', pattern: /\b(?:sua|chinh sua|chinh|dinh chinh|cap nhat|dieu chinh|thay doi|doi|sua doi|hieu chinh)\b(?: (?:lai|giup|cho|toi|em|minh|cai|mot|ho|noi dung|phan|thong tin|so|trong|chut|ti))* (?:bao cao|so lieu|so luong|so nguoi|so|muc|ngay|noi dung|dia diem|thong tin|ten|anh|lai|luot|con so|du lieu|ket qua|thon|kinh phi)\b/, unless: /\b(?:tai khoan|mat khau|chuc vu|dia chi|so dien thoai|ho so|nha|duong|ngay hen|don vi|hien phap|luat)\b/, mayCount: true },
  { intent: 'edit_report', pattern: /\b(?:bao cao|so lieu|ghi|gui|go|nhap|viet|danh|khai|dien|tinh|em|toi|bi|so|nop|chup|chon)\b(?: \S+){0,3}? (?:nham|sai|thieu sot)\b/, spelt: /^(?!.*nhằm).*$/s, unless: /\bnham (?:nang|muc|tao|gop|tuyen|phat|giup|dap|thuc|dam|khac|han|den|thuc|hoan|thu|dong)\b|\b(?:sai pham|sai sot|xu ly)\b/, mayCount: true },
  { intent: 'edit_report', pattern: /^(?:(?:xin loi|xin|a|em|toi|oi|chet|da|thoi) )*(?:nham|sai|loi roi|dinh chinh|sua|chinh sua|sua lai|sua giup|cap nhat|nham roi|sai roi|sai so|nham so)(?: (?:roi|a|nhe|so|bao cao|em|lai|so lieu|giup|toi|mat|ti|chut|cho em))*$/ },
  { intent: 'edit_report', pattern: /\b(?:bo sung|them|ghi them|cong them|noi them)(?: \S+){0,4}? (?:vao |cho |trong )?(?:cai )?bao cao\b/, mayCount: true, unless: /\b(?:cach|the nao)\b/ },
  { intent: 'edit_report', pattern: /^(?:(?:xin|em|toi|cho em|cho) )*(?:sua|chinh|cap nhat|dinh chinh) bao cao \d{1,6}\b/, mayCount: true },
  { intent: 'edit_report', pattern: /\b(?:bi|co) (?:sai|nham|loi)\b|\bsai (?:so|so lieu|ngay|ten|roi)\b/, unless: /\bsai pham\b/ },
  // award proposals
  { intent: 'nominate', pattern: /\b(?:de nghi|de xuat|xin|muon|trinh|xet|kien nghi)(?: (?:cap tren|huyen|tinh|phong|cac cap|duoc|de|xet|cho|toi|ubnd|chu tich|hoi dong|lanh dao|quy co quan|em|xa|don vi|truong|thuong|cua))* (?:khen|tang|bieu duong|tuyen duong|khen thuong|tang thuong|tang giay|tang bang|truy tang|vinh danh)\b/, unless: /\b(?:da tang|den dau|toi dau|duyet chua|ket qua|the nao|chua a|hs \d|cho \d+ (?:suat|ho))\b/, mayCount: true },
  { intent: 'nominate', pattern: /\b(?:de cu|tien cu|ung cu)\b/, unless: /\b(?:den dau|toi dau|duyet chua|ket qua|the nao|bao gio|khi nao|cua toi|cua em|cua xa|chua$|khong$|han|da de cu|ho so)\b/, mayCount: true },
  { intent: 'nominate', pattern: /\b(?:gioi thieu|neu guong|bieu duong|tuyen duong|co|phat hien|de xuat|la)\b.{0,40}\b(?:guong|ca nhan|tap the|nguoi tot|dien hinh|tam guong|guong sang|xung dang|xuat sac|tieu bieu|tien tien)\b/, unless: /\b(?:hoi nghi|tuyen duong tai|buoi|da bieu duong|\?)\b/ },
  { intent: 'nominate', pattern: /\b(?:guong (?:dien hinh|nguoi tot|tieu bieu|sang)|nguoi tot viec tot|xung dang (?:duoc )?(?:khen|tang|nhan)|nen duoc khen|dang duoc khen|dang khen)\b/ },
  { intent: 'nominate', pattern: /\b(?:lap|lam|nop|gui|trinh|tao|viet|soan|mo)(?: (?:mot|1|cac|giup|toi|em|cho|moi))* (?:ho so|de nghi|to trinh|danh sach|bao cao)?(?: de nghi)? ?(?:khen thuong|khen|de cu|de nghi khen|giay khen|bang khen|thi dua|binh xet)\b/, unless: /\b(?:cho|han|khi nao|bao gio|chua|den dau|phong trao)\b(?! (?:chi|anh|ong|ba|dong chi|xa|tap the|ca nhan|em|toi))/ },
  { intent: 'nominate', pattern: /^(?:(?:xin|em|toi|minh|muon|xa|da|kinh|don vi|can) )*(?:khen thuong|khen|tang giay khen|tang bang khen|binh xet|trinh khen|neu guong|bieu duong|tuyen duong|tang thuong)\b(?!.*\b(?:chua|khong|den dau|the nao|ket qua|khi nao|bao gio|la gi)\b)/ },
  { intent: 'nominate', pattern: /\b(?:bang khen|giay khen)\b.*\b(?:cho|tang|toi)\b/, unless: /\b(?:chua|khong|bao gio|khi nao|in|xuat|trao|da|lay)\b/, weak: true },
  // whom to speak with
  { intent: 'contact_office', pattern: /\b(?:so dien thoai|dien thoai|so dt|so may|hotline|duong day nong|lien he|lien lac|so lien he|dia chi (?:phong|co quan|lien he)|email)\b/, unless: /\bdien thoai (?:cua toi|toi doi)\b/ },
  { intent: 'contact_office', pattern: /\b(?:gap|noi chuyen|trao doi|hoi|noi|goi|goi dien|nhan|chat|chuyen|ket noi|chuyen may|lam viec)(?: (?:voi|cho|may|toi|den|cho toi|truc tiep|lai|thang|duoc|qua|mot|giup|den|cho em))* (?:can bo|nguoi|chuyen vien|dong chi|phong noi vu|nhan vien|lanh dao|ai|co quan|ban to chuc|sep|phu trach|noi vu|quan tri|admin|ky thuat|tong dai|phong)\b/, unless: /\b(?:bao nhieu nguoi|nguoi tot|nguoi dan|nguoi ngheo|moi nguoi|ai chua|gap go|doi thoai)\b/ },
  { intent: 'contact_office', pattern: /\b(?:ai|dong chi nao|nguoi nao|can bo nao|phong nao)(?: \S+){0,2}? (?:phu trach|chiu trach nhiem|theo doi|huong dan|ho tro|truc|giai dap|tiep nhan)\b|\b(?:can|muon|co|xin)(?: \S+){0,2}? (?:nguoi that|nguoi ho tro|nguoi giup|nguoi huong dan|can bo ho tro|ho tro truc tiep|gap truc tiep)\b|\bnguoi that\b/ },
  { intent: 'contact_office', pattern: /\b(?:bao loi|bi loi|loi he thong|khieu nai voi|phan anh loi|gop y|can bo phu trach|nguoi phu trach|phong noi vu (?:so|o dau|may))\b/ },
  { intent: 'contact_office', pattern: /^(?:hoi ai|gap ai|goi ai)\b|^ho tro truc tiep$/ },
  // notices and papers
  { intent: 'announce', pattern: /\b(?:gui|phat|dang|soan|ra|phat hanh|truyen dat|pho bien)(?: (?:mot|1|giup|ngay|di|cai|moi))* (?:thong bao|tin|tin nhan|cong van|giay moi)(?: \S+){0,4}? (?:cho|den|toi|toan|tat ca)(?: (?:cac|tat ca|toan bo|moi|nhung|\d+|ca))* ?(?:don vi|xa|thi tran|dau moi|can bo|huyen|moi nguoi|nguoi|thanh vien)\b|\bthong bao (?:cho|den|toi) (?:cac|tat ca|toan|moi)\b|^soan thong bao\b/ },
  { intent: 'notices', pattern: /\b(?:thong bao|chi dao|cong van|van ban|ke hoach|tin tuc|tin moi|huong dan cua|quyet dinh moi|giay moi|tin gi|tai lieu|phong trao|tin)\b(?: \S+){0,5}? ?(?:moi|nao|gi|gan day|gan nhat|moi nhat|hom qua|hom nay|tuan nay|khong|cua (?:huyen|phong|ubnd|tinh|noi vu|cap tren)|noi gi|xem lai|lai|da gui|tu huyen|tu tinh|chua|hom truoc)\b/, unless: /\b(?:thuc hien (?:cong van|ke hoach|van ban)|theo (?:cong van|ke hoach)|ban hanh|tham muu|luat|khong thong bao)\b/ },
  { intent: 'notices', pattern: /^(?:(?:xem|doc|cho|toi|em|minh|coi|mo|muon|xin|gui|lai|duoc|danh sach|cac|nhung|tim|kiem tra|nghe) )*(?:thong bao|chi dao|cong van|van ban|ke hoach|tin moi|tin tuc|bang tin|ke hoach thi dua|ke hoach phat dong|tin|noi dung phong trao)(?: (?:di|voi|a|nhe|giup|moi|nay|cua|huyen|phong|noi vu|thi dua|phat dong|lai|cho|toi|em|phong trao))*$/ },
  { intent: 'notices', pattern: /^(?:(?:da|hom nay|co|dao nay|ben|huyen|phong|tren|tuan nay|bua nay|chao|em|hoi) )*(?:co )?(?:gi|chi|tin gi|viec gi) (?:moi|hot)(?: (?:khong|chua|a|vay|the|nhi|\?))*$/ },
  // who the bot takes one for
  { intent: 'who_am_i', pattern: /\b(?:toi|em|minh) la (?:ai|gi|nguoi nao)\b|\bbiet (?:toi|em|minh) la ai\b/ },
  { intent: 'who_am_i', pattern: /\b(?:tai khoan|thong tin (?:cua )?(?:toi|em|minh|ca nhan|tai khoan)|ho so ca nhan|thong tin ca nhan|ten (?:cua )?(?:toi|em|minh)|chuc vu (?:cua )?(?:toi|em|minh)|don vi (?:cua )?(?:toi|em|minh)|vai tro|quyen (?:han )?(?:cua )?(?:toi|em|minh|gi|han)|phan quyen|co quyen|quyen gi|dang nhap (?:voi|bang|ten)|ten nao|ten gi)\b/, unless: /\b(?:bao cao|nop|dau roi|ho so khen|duoc khen|da gui|bo phieu|tiep can)\b/ },
  { intent: 'who_am_i', pattern: /\b(?:toi|em|minh)(?: \S+){0,3}? (?:thuoc|o|phu trach|dai dien|dau moi cua|cua|lam o|cong tac o|quan ly) (?:xa|don vi|phong|dau|co quan|thi tran|cho) ?(?:nao|gi)?\b(?=.*\b(?:nao|gi|dau)\b)/ },
  // greetings
  { intent: 'greeting', pattern: /^(?:(?:da|vang|xin|em|toi|minh|rat|a|ok|oke|tot lam|hay qua|tuyet|vay|the|kinh|xin kinh|chan thanh|cho|thay mat|tot|duoc roi|tuyet voi|hay) )*(?:chao|hello|helo|hi|hey|alo|a lo|he lo|xin chao|cam on|tam biet|bye|bai|good morning|goodbye|chuc|hen gap lai|kinh chao|gap lai sau)\b(?: \S+){0,7}$/, unless: /\b(?:bao cao|nop|han|ho so|thong bao|dang ky|chua|gi|nao|sao|the nao|de nghi|khen|huong dan|giup|nhac|chao mung|chao don|cach|lam|hi sinh)\b/ },
  { intent: 'greeting', pattern: /^(?:alo )+$|^alo$/ },
  // help in general
  { intent: 'help', pattern: /\b(?:tro giup|giup (?:toi|em|minh|voi|duoc|do|gi)|huong dan|chi dan|ho tro|cach (?:dung|su dung|lam|nop|gui|thuc hien)|lam sao|lam the nao|khong biet|chua biet|chua hieu|khong hieu|chua ro|khong ro|chuc nang|cac lenh|danh sach lenh|xem lenh|menu|help|vi du|mau (?:bao cao|tin|nhan tin)|bat dau (?:tu dau|the nao)|lam duoc (?:gi|nhung gi)|duoc nhung gi|tinh nang|dung (?:sao|the nao|de lam gi|lam gi)|lam gi day|phai lam gi|lam gi bay gio|su dung|lenh)\b/, unless: /\b(?:huy lenh|ho tro \d|da ho tro|ho tro kinh phi|ho tro ho|dich giup|viet giup|hat|ke)\b/ },
]

/** What begins a report, whatever is in it. */
export const REPORT_OPENING =
  /^(?:(?:da|kinh|em|toi|minh|xin|kinh gui|ubnd|don vi|cho|thay mat|chao|anh|chi|dong chi|phong noi vu|ban chi dao|\S+ phong noi vu|xin phep|muon|gui|nop) ){0,8}?(?:xa \S+ \S+ |thi tran \S+ \S+ |phong \S+ \S+ )?(?:bao cao|nop bao cao|gui bao cao|gui ket qua|nop ket qua|ket qua|gui so lieu|nop so lieu|so lieu|bao cao ket qua)\b/

/** Work done, told without figures. */
export const ACTIVITY =
  /\b(?:to chuc|ra quan|tuyen truyen|pho bien|khanh thanh|phat dong|van dong|tiep (?:dan|cong dan|xuc)|giai quyet|trong cay|trong|don ve sinh|don dep|ve sinh|xay|xay dung|hoan thanh|ban giao|tap huan|hop (?:thon|dan|xa|hdnd)|trao|trao tang|trao qua|tang qua|tham hoi|hien dat|lam duong|sua duong|treo|dang bai|dang tin|phat thanh|tiep nhan|tham muu|ban hanh|ky ket|ung ho|quyen gop|giam sat|khao sat|kiem tra|ra mat|thanh lap|toa dam|mit tinh|giao luu|don|quan triet|trien khai|phoi hop|thuc hien|hoi nghi|sua chua|le|hoi thi)\b/

/** When it was done. */
export const WHEN_DONE =
  /\b(?:hom qua|hom nay|sang nay|chieu nay|toi qua|chieu qua|sang qua|hom kia|vua|vua qua|da|moi|tuan qua|tuan truoc|tuan nay|thang nay|thang qua|thang truoc|ngay \d|hom \S+|trong tuan|trong thang|trong ky|chu nhat|thu \S+|\d{1,2}\/\d{1,2})\b/
