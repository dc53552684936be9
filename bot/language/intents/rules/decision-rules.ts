import type { Intent } from '../../understanding.ts'

/**
 * Decisions are read only from messages that say nothing else: every word must have its place in
 * the pattern, so that "hồ sơ duyệt chưa", "duyệt thế nào" or a word nobody knows never decides
 * anything. What comes close is offered as a reading instead.
 */
export type DecisionRule = {
  readonly intent: Intent
  readonly pattern: RegExp
  /** How it must be spelt where the person types with marks: "trả hồ sơ", not "tra hồ sơ". */
  readonly spelt?: RegExp
  /** Without marks it is too often another word: "dung" is "đúng" as well. */
  readonly onlyMarked?: true
  /** Its reason may count things: "thiếu 2 ảnh". */
  readonly mayCount?: true
}

const BEFORE =
  '(?:(?:da|vang|xin|em|toi|minh|tui|ok|oke|uh|u|chung toi|thua|anh|chi|dong chi|y kien|cua|tro ly|nho|giup|hay|thi|la|bot|oi)\\s+)*?'
const AFTER = '(?: (?:a|nhe|nha|di|luon|nay|do|day|giup|ngay|voi|em|anh|chi|dong chi|toi|cam on))*'
/** Who decides says "tôi duyệt", not "xin duyệt giúp em": that asks for a decision. */
const BEFORE_APPROVAL = '(?:(?:da|vang|u|uh|um|em|toi|minh|ok|oke|y kien cua toi|la|thi)\\s+)*?'
/** Who agrees speaks of himself, whatever he calls himself; "anh duyệt" may ask another. */
const ONESELF_AGREES = '(?:(?:anh|chi|bac|chu) (?=(?:dong y|nhat tri|thong nhat) ))?'
const AFTER_APPROVAL = '(?: (?:a|nhe|nha|di|luon|nay|ngay))*'

/** Words that no person's or unit's name has, and that turn a decision into something else. */
const NOT_A_NAME =
  '(?:chua|khong|nao|gi|the|sao|dau|roi|bi|duoc|dang|thi|lai|nua|vi|sai|nham|hay|hoac|va|ai|may|bao|khi|luc|ngay|han|truoc|sau|mai|de|xin|cho|toi|ta|neu|da|se|nhung|ma|tai|xem|co|tra|rut|duyet|phe|tu|bo|huy|mat|lan|phieu)'
/** "Hoàng Thị Mơ": between two parts of a name "thi" is one of it. */
const NAME = `(?:vi(?= (?:thi|van)\\b)|(?!${NOT_A_NAME}\\b)[a-z]+)(?: (?:thi (?!(?:sao|duoc|thoi|phai|lam|nao|khong|chua|the|co)\\b)[a-z]+|(?!${NOT_A_NAME}\\b)[a-z]+)){0,4}`
const CODE = '(?:(?:so |ma )?(?:ho so |h s )?\\d{1,5})'
/** Given names that are also other words: only behind a title, and only as the last word. */
const DOUBTFUL_NAME = '(?:lan|mai|tai|bao|may|luc|han|thi|de|khi|ta|tu|huy|nhung|sau)'
/** Whose proposal it is: "của xã em", "của đơn vị". */
const OWN =
  '(?:(?:cua|ben) )?(?:xa|don vi|phong|ben|truong|co quan|thi tran|chi hoi)(?: (?:em|toi|minh|nha|chung toi|ben em|chi hoi|chi|anh|bac))?'
const WHOSE = `(?:(?:cua |cho |doi voi |ve )?(?:(?:tap the )?(?:thon|ban|to|xom|khu|doi) \\d{1,2}(?!\\d)|(?:(?:chi|anh|ong|ba|co|chu|bac|dong chi|em|ca nhan|tap the|xa|thi tran|phong|don vi|truong|ubnd xa|ubnd|thon|hoi|doan|chi hoi|chi bo|doi|nhom|cau lac bo) )+(?:${NAME}(?: ${DOUBTFUL_NAME})?|${DOUBTFUL_NAME})))`
const KIND = '(?:ho so|de cu|de nghi|truong hop|danh sach|de xuat|don)'
const KIND_MORE =
  '(?: (?:de nghi|de cu|khen|khen thuong|nay|do|kia|tren|giay khen|bang khen|thi dua))*'
/** The dossier decided upon: "hồ sơ này", "HS-024", "hồ sơ của chị Hoa", "tất cả hồ sơ". */
/** "hồ sơ thứ ba", "hồ sơ vừa xem". */
const WHICH =
  '(?: (?:thu (?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi|\\d{1,2})|dau tien|cuoi cung|vua roi|vua xem|vua nop|vua gui|tiep theo))'
const DOSSIER = `(?:(?: (?:ca|tat ca|toan bo|het|not|luon|cac|nhung|voi|cho|doi voi|ve))*(?: \\d{1,2})?(?: ${KIND}${KIND_MORE})?(?: (?:nay|do|tren))?(?: ${CODE}|${WHICH})?(?: ${WHOSE})?(?: (?:nay|do|tren))?)`
/** A reason, whatever it is, as long as it is no question. */
const REASON = '(?: (?:vi|do|ly do|boi vi|tai vi)(?! sao)(?: (?!chua$|gi\\b|the nao|nao\\b)\\S+)+)?'

/** The same without "vì": "trùng thành tích năm ngoái". */
const BARE_REASON =
  '(?: (?:trung|thieu|khong du|chua du|khong dat|chua dat)(?: (?!chua$|khong$|gi\\b|the nao|nao\\b|sao\\b)\\S+)+)'

const APPROVES = '(?:phe duyet|duyet|ky duyet)'
const ACCEPTS = '(?:chap thuan|chap nhan|thong qua|cong nhan)'
/** "Cho" alone may be "chờ" where nobody writes marks. */
const AGREES =
  '(?:(?:dong y|nhat tri|xac nhan|cho phep|tien hanh|thong nhat|(?<=(?:dong y|nhat tri|xac nhan|thong nhat) )cho) )*'

const WANTS = `(?:(?:quyet dinh|thong nhat|mong|kinh|kinh mong|chung toi|chung em|muon|xin|cho|duoc|de nghi|phep|can|xin phep|toi|em|minh|gio|thi|${OWN}) )*`
/** "Đã gửi", "vừa nộp hôm qua". */
const SENT =
  '(?:(?: (?:da|vua|moi))*(?: (?:gui|nop|trinh|lap))(?: (?:roi|xong|len|hom qua|hom truoc|sang nay|hom nay|tuan truoc))*| (?:hom qua|hom truoc|sang nay|vua roi))?'
const PROPOSAL =
  '(?:de cu|de nghi|de xuat|ho so de cu|ho so de nghi|ho so khen|de nghi khen|viec de nghi|to trinh)'
/** What for: "để xem xét lại". */
const PURPOSE =
  '(?: de (?:xem xet|ra soat|hoan thien|bo sung|chinh|lam lai|sua|kiem tra|xin y kien|xem)(?: (?!khong|chua|duyet|neu)[a-z]+){0,4})?'
/** "số 15/TTr-UBND". */
const PAPER_NUMBER = '(?: so)?(?: \\d{1,4} \\/(?: (?:to trinh|cong van|[a-z]{2,4}))+| so \\d{1,4})'

const PART =
  '(?:them )?(?:ho so|anh|hinh anh|minh chung|bien ban|danh sach|giay to|giay|to trinh|tai lieu|chu ky|xac nhan|bao cao thanh tich|thanh tich|phu luc|quyet dinh|van ban|chung cu|y kien)'
const SUPPLEMENTS = `(?:bo sung(?! (?:kinh phi|can bo|bien che|nhan luc|ngan sach|von|kien thuc|quy hoach|den|duong))|hoan thien(?= (?:ho so|thu tuc|giay to|anh|bien ban|danh sach|to trinh|minh chung|bao cao thanh tich|lai)|$)|lam ro|giai trinh|lam lai(?= (?:ho so|bao cao thanh tich|to trinh|bien ban|danh sach|minh chung)|$)|nop bo sung|cung cap them|(?:chinh sua|sua lai|sua|chinh sua lai) ho so|viet lai)`
/** What a return says besides: anything but a question, an approval, that all is there, or "cho tôi". */
const REST =
  '(?: (?!hay\\b|duyet\\b|chua(?: (?:a|em|anh|chi|vay|the|nhi|toi|dong chi))*$|(?<!(?:chua|khong) )du\\b|(?:cong|nguoi) dan\\b|dung han\\b|gi\\b|nao\\b|khong$|the nao|sao\\b|dau$|duoc khong|cho (?:toi|em|minh|dan|ba con|nguoi)\\b|\\?)\\S+)*'
/** A return says nothing more, or why, or what is to be done: land and lost property are given back too. */
const OF_A_DOSSIER =
  '(?=(?: (?:a|nhe|nha|di|luon|ngay|em|anh|chi|giup|ho|ve|lai|cho|xa|don vi|nguoi nop|tac gia|nay|do))*$|.*\\b(?:ho so|h s|de nghi|de cu|bo sung|hoan thien|sua|lam lai|lam ro|chinh|viet lai|thieu|sai|vi|do|ly do|anh|minh chung|bien ban|danh sach|to trinh|thanh tich|chua|khong)\\b)'
/** An official who adds a photo of an event supplements his own report. */
const REST_OF_PART =
  '(?: (?!chua\\b|gi\\b|nao\\b|khong$|sao\\b|hoi nghi|hom|sang|chieu|buoi|bao cao(?! thanh tich)|thon|hoat dong|toi\\b|em\\b|cho bao|vao bao|\\?)\\S+)*'
/** "Chờ trả lại" waits for it. */
const RETURNS = /^(?!.*chờ).*trả/su
const TO_WHOM =
  '(?: (?:xa|don vi|thi tran|dong chi|ban|anh|chi|cac don vi|cac xa|nguoi nop|tac gia)(?: (?!bo\\b|hoan\\b|lam\\b|sua\\b|chinh\\b|giai\\b)[a-z]+){0,3}?)?'

const VOTES = '(?:bo phieu|bieu quyet|vote|bau|bo phieu kin|bo la phieu)'
const HOW =
  '(?:thuan|chong|trang|kin|dong y|khong dong y|tan thanh|khong tan thanh|nhat tri|khong nhat tri|thong qua|khong thong qua|ung ho|phan doi|y kien khac|cho|ve|voi|doi voi|trinh|ngay|la|luon|bay gio|tai ky hop|khen|khen thuong|dong y voi|o|viec)'

const whole = (pattern: string) => new RegExp(`^${BEFORE}${pattern}${AFTER}$`)
const approval = (pattern: string) =>
  new RegExp(`^${BEFORE_APPROVAL}${ONESELF_AGREES}${pattern}${AFTER_APPROVAL}$`)

const WHAT =
  '(?: (?:dang lam|dang go|dang soan|dang nhap|thao tac|lenh|viec|buoc|cau|cau hoi|phan|tin|tin nhan|yeu cau|qua trinh|cai|muc|khoi|ra|di|lai|luon|het|qua|ngang|nay|do|kia|vua roi|truoc|day|o day|o do|tai day|thoi|can|bo|giup (?:em|toi|minh)|giup))*'
const STOPS = `(?:huy|huy bo|bo qua|thoi|bo|dung lai|ngung|thoat|cancel|stop|exit|quay lai|tro lai|khoi(?= (?:nhe|a|em|di|luon|anh|chi|can|lam)|$)|ket thuc|thoi ke|ke no|ke di|ke|de yen|de yen do|dung(?= (?:lai|thao tac|viec|qua trinh|o day|tai day)))${WHAT}`
const NO_MORE =
  '(?:khoi (?:can|lam|gui|nop|bao cao|nhap|ghi)(?: nua)?|khong (?:can|muon|lam|gui|nop|bao cao|nhap|ghi|viet|soan|khai|tiep tuc|sua|can lam|muon lam|muon gui|muon nop|muon nhap|muon ghi|can gui|thuc hien|lam gi)(?: (?:bao cao|gi|thiet|lam|viec nay|tiep tuc|tiep|nua|dau))*(?<=nua|nua dau|can|tiep tuc|can dau|muon lam))'

export const DECISION_RULES: readonly DecisionRule[] = [
  // withdraw a nomination
  {
    intent: 'withdraw_nomination',
    pattern: whole(
      `${WANTS}(?:xa |don vi |phong )?${WANTS}(?:rut lai|rut|thu hoi)(?: (?:lai|giup|cho|em|toi|anh|chi|bac|ho|bo|cai|het|luon|cac|nhung|toan bo|tat ca|ca))*(?: (?:${PROPOSAL}|ho so|ten(?= (?:chi|anh|ong|ba|co|dong chi|tap the|khoi))|truong hop)${KIND_MORE})+(?:${PAPER_NUMBER}| ${CODE}|${WHICH})?(?: lai)?(?: khoi danh sach(?: de nghi| khen| de cu| khen thuong)*)?(?: ${WHOSE}| ${OWN}|(?:(?: (?:cua|cho|ve))?(?: (?:chi|anh|ong|ba|co|dong chi|ca nhan|tap the|xa|don vi|phong|truong))* ?${NAME}))?(?: khoi danh sach(?: de nghi| khen| de cu| khen thuong)*)?${SENT}${PURPOSE}${REASON}`,
    ),
  },
  {
    intent: 'withdraw_nomination',
    pattern: whole(
      `${WANTS}(?:rut lai|rut|thu hoi)(?: (?:lai|giup|cho|em|toi|anh|chi|bac|cai|ho|bo))* ho so ${CODE}(?: ${WHOSE})?(?: lai)?${PURPOSE}${REASON}`,
    ),
  },
  {
    intent: 'withdraw_nomination',
    pattern: whole(
      `${WANTS}(?:thoi )?(?:huy bo|huy|xoa|bo|dung|thoi) (?:de cu|de nghi khen|ho so de cu|ho so de nghi|ho so khen|de xuat khen|de nghi tang)(?: thuong)?${KIND_MORE}(?: ${CODE})?(?: ${WHOSE}|(?:(?: (?:cua|cho|ve))?(?: (?:chi|anh|ong|ba|co|dong chi|ca nhan|tap the|xa|don vi|phong|truong))* ?${NAME}))?${REASON}`,
    ),
  },
  {
    intent: 'withdraw_nomination',
    pattern: whole(
      `(?:(?:ho so )?${CODE} )?${WANTS}(?:thoi )?${WANTS}(?:khong|thoi khong|thoi)(?: muon)? (?:de cu|de nghi|de nghi khen|de xuat|de xuat khen|trinh khen|trinh(?= (?:ho so|de nghi|danh sach))|trinh (?:ho so|danh sach)|xin khen|khen|gioi thieu)${KIND_MORE}(?: ${WHOSE}| (?:cho )?(?:(?:(?:chi|anh|ong|ba|co|dong chi|ca nhan|tap the|xa|don vi) )*${NAME}|tap the|ca nhan)(?: nay| do)?)? nua(?: dau)?${REASON}`,
    ),
  },
  // reject
  {
    intent: 'reject',
    pattern: whole(
      `khong (?:(?:dong y|the|nen|nhat tri|cho) )*(?:${APPROVES}|${ACCEPTS}|chap thuan thong qua)${DOSSIER}${REASON}`,
    ),
  },
  {
    intent: 'reject',
    pattern: whole(
      `khong (?:dong y|nhat tri|chap thuan|thong nhat)(?: voi)? (?:de nghi khen|de cu|de nghi khen thuong|de nghi tang|ho so)${KIND_MORE}(?: ${CODE})?(?: ${WHOSE})?(?: (?:nay|do|tren))?${REASON}`,
    ),
  },
  {
    intent: 'reject',
    pattern: whole(
      `(?:tu choi|bac bo)(?: (?:phe duyet|duyet|thong qua|tiep nhan))?${DOSSIER}(?:${BARE_REASON}|${REASON})`,
    ),
  },
  {
    intent: 'reject',
    pattern: whole(
      `(?:bac|loai|loai bo|gat|danh truot)(?: bo)? (?:ho so|de nghi|de cu|truong hop)${KIND_MORE}(?: ${CODE})?(?: ${WHOSE})?(?: (?:ra|khoi danh sach|bo))?${REASON}`,
    ),
  },
  {
    intent: 'reject',
    pattern: whole(
      `(?:${KIND}${KIND_MORE}(?: ${CODE})?(?: ${WHOSE})? )?(?:nay )?(?:khong|chua) (?:du dieu kien|dat|hop le|dat yeu cau|du tieu chuan|dat tieu chuan|xung dang) (?:nen |vi vay |thi )?(?:tu choi|khong duyet|khong phe duyet|loai|bac)(?: ho so| bo)?`,
    ),
  },
  {
    intent: 'reject',
    pattern: whole(
      `(?:ho so|de nghi|truong hop)?(?: ${CODE})?(?: nay)? ?khong du (?:dieu kien|tieu chuan)(?: (?:de )?(?:khen|khen thuong|xet|phe duyet))*`,
    ),
  },
  {
    intent: 'reject',
    pattern: whole(
      `khong (?:(?:dong y|nhat tri|cho|thong nhat) )+(?:de )?trinh(?: ${KIND})?(?: ${CODE})?(?: nay)?${REASON}`,
    ),
  },
  // return
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:yeu cau |de nghi |chuyen |hoan |cho |xin )?(?:tra lai|tra ve|hoan tra)(?! (?:nhu|ban cu|tien|cua|tai san|loi))${OF_A_DOSSIER}${REST}`,
    ),
    spelt: RETURNS,
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:chuyen )?tra (?:de (?:lam|bo sung|hoan thien|sua|chinh)|ho so(?! \\d)|de nghi|cho xa|cho don vi|ve|bo sung)${REST}`,
    ),
    spelt: RETURNS,
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:ho so )?${CODE}(?: ${WHOSE})? (?:tra lai|tra ve|hoan tra|tra)(?: (?:cho )?(?:xa|don vi))? (?:de )?(?:bo sung|hoan thien|sua|lam lai|chinh)${REST}`,
    ),
    spelt: RETURNS,
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `ho so ${CODE}(?: ${WHOSE})? (?:thi )?(?:tra lai|tra ve|hoan tra)${OF_A_DOSSIER}${REST}`,
    ),
    spelt: RETURNS,
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `tra ho so ${CODE}(?: (?:cho )?(?:xa|don vi))? (?:ve|lai|de) (?:(?:xa|don vi|de) )*(?:bo sung|hoan thien|sua|lam lai|chinh)${REST}`,
    ),
    spelt: RETURNS,
    mayCount: true,
  },
  // without marks "tra hs 24" looks a dossier up
  {
    intent: 'return_for_revision',
    pattern: whole(`(?:chuyen )?tra ho so ${CODE}${REST}`),
    spelt: RETURNS,
    onlyMarked: true,
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:chuyen|gui|dua) (?:tra lai|tra ve|lai|ve|tra)(?: ho so(?: nay)?)?(?: ${CODE})?(?: (?:cho|ve))?${TO_WHOM} (?:de )?(?:bo sung|hoan thien|sua|lam lai|chinh|viet lai|lam ro)${REST}`,
    ),
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:yeu cau|de nghi|can|phai|nho)${TO_WHOM} (?:(?:phai|can|de) )?${SUPPLEMENTS}(?! (?:vao|cho) bao cao)(?! bao cao (?!thanh tich))${REST}`,
    ),
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:ho so|bao cao thanh tich|minh chung|bien ban|to trinh|thanh tich|danh sach)(?: (?!chua$|gi\\b|nao\\b|khong$|sao\\b)\\S+){0,8}? (?:yeu cau|de nghi) (?:xa |don vi )?${SUPPLEMENTS}${REST}`,
    ),
    mayCount: true,
  },
  { intent: 'return_for_revision', pattern: new RegExp(`^bo sung ${PART}${REST_OF_PART}$`) },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:(?:ho so|hs|de nghi)(?: ${CODE})?(?: ${WHOSE})? )?(?:nay )?(?:con |bi |dang )?(?:thieu|chua du|chua day du|chua dat|can bo sung|so sai|khong day du)(?: (?!nhan luc|kinh phi)\\S+){0,8}? (?:tra lai|bo sung|tra ve|hoan thien|lam lai)${REST}`,
    ),
    mayCount: true,
  },
  {
    intent: 'return_for_revision',
    pattern: whole(
      `(?:ho so|hs|de nghi)(?: ${CODE})?(?: ${WHOSE})?(?: nay)? (?:can|phai) (?:bo sung|hoan thien)(?: ${PART})?${REST}`,
    ),
  },
  // approve
  { intent: 'approve', pattern: approval(`${AGREES}${APPROVES}${DOSSIER}`) },
  {
    intent: 'approve',
    pattern: approval(`cho ${APPROVES}${DOSSIER}`),
    spelt: /(?<!\p{L})cho(?!\p{L})/u,
    onlyMarked: true,
  },
  {
    intent: 'approve',
    pattern: approval(
      `${AGREES}${APPROVES} (?:ca|het|tat ca|toan bo) \\d{1,2} ${KIND}${KIND_MORE}`,
    ),
    mayCount: true,
  },
  { intent: 'approve', pattern: approval(`${AGREES}(?:chap thuan|chap nhan)${DOSSIER}`) },
  {
    intent: 'approve',
    pattern: approval(
      `${AGREES}${ACCEPTS} (?:ho so|de nghi|de cu|truong hop)${KIND_MORE}(?: ${CODE})?(?: ${WHOSE})?`,
    ),
  },
  {
    intent: 'approve',
    pattern: approval(
      `(?:(?:dong y|nhat tri|thong nhat) )+(?:cho )?(?:de )?trinh(?: (?:chu tich|lanh dao|hoi dong|cap tren|huyen|tinh|uy ban|ubnd huyen|ubnd tinh|ky))*(?: ${KIND})?(?: ${CODE})?(?: nay)?`,
    ),
  },
  {
    intent: 'approve',
    pattern: approval(`cho trinh(?: ${KIND})?(?: ${CODE})?(?: nay)?`),
    spelt: /(?<!\p{L})cho(?!\p{L})/u,
    onlyMarked: true,
  },
  {
    intent: 'approve',
    pattern: approval(
      `(?:${KIND}${KIND_MORE}(?: ${CODE})?(?: ${WHOSE})? )?(?:nay )?(?:(?:da|deu|cung|thay|nhu vay la|the la) )*(?:dat|du dieu kien|hop le|day du|du|dat yeu cau|tot|du tieu chuan|on|duoc|chuan|dam bao|bao dam|dung quy dinh|phu hop|dap ung yeu cau|dam bao yeu cau) (?:(?:roi|nen|thi|toi|em|cho|dong y|nhat tri) )*${APPROVES}`,
    ),
  },
  {
    intent: 'approve',
    pattern: approval(
      `(?:(?:ho so|truong hop)(?: ${CODE})?(?: ${WHOSE})?(?: nay)? )?du dieu kien(?: (?:khen|khen thuong|duyet|phe duyet))*`,
    ),
  },
  // vote
  {
    intent: 'vote',
    pattern: whole(
      `(?:(?:dong y|nhat tri|muon|xin|cho(?= (?:toi|em|minh|anh|chi|bac|xin|phep|duoc))|duoc|de nghi|tham gia|thuc hien|cho phep|bat dau|em|toi|minh|anh|chi|bac) )*(?:${VOTES})(?: ${HOW})*${DOSSIER}(?: (?:la|toi|em|chon))*(?: ${HOW})*`,
    ),
  },
  { intent: 'vote', pattern: whole(`(?:hoan toan )?(?:khong )?tan thanh(?: ${HOW})*${DOSSIER}`) },
  {
    intent: 'vote',
    pattern: whole(`(?:phieu|la phieu)(?: bau)?(?: cua (?:toi|em|minh))?(?: ${HOW})+${DOSSIER}`),
  },
  { intent: 'vote', pattern: whole(`(?:chon|bo) phieu (?:thuan|chong|trang)${DOSSIER}`) },
  // cancel
  {
    intent: 'cancel',
    pattern: whole(
      `(?:(?:thoi|muon|xin|cho|thi|vay) )*(?:${STOPS}(?: da)?(?: (?:thi |va |toi |em )?${NO_MORE})?|${NO_MORE})`,
    ),
    spelt: /^(?!.*(?:đúng|bò|bố|bổ|bộ|thổi|thời|chờ))/s,
  },
  { intent: 'cancel', pattern: whole('dung'), spelt: /dừng/, onlyMarked: true },
]
