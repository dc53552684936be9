/** How the words before a day bind it: "chậm nhất" (by), "trước" (before), "từ" (from), "sau" (after), "trong" (in). */
export type Relation = 'by' | 'before' | 'from' | 'after' | 'in'

const TAIL =
  '(?: thoi diem| luc| vao| la| cua| trong| den| het| xong)*(?: dip| ky niem| le| quoc khanh| ngay| hom)*[ ,:]*$'

/** "trước 17 giờ ngày 25": the hour is what it must be before; its place is filled with ~. */
const BEFORE_AN_HOUR = /\btruoc(?: luc| khi)? ?~+[^#\d]{0,25}$/

/** The more specific first: "không trước" is no "trước". */
const RELATIONS: readonly (readonly [Relation, RegExp])[] = [
  ['from', /\b(?:khong truoc|khong som hon|som nhat(?: la)?)(?: ngay)?[ ,]*$/],
  ['by', /\b(?:truoc het|truoc hoac trong|truoc va trong|den trong)(?: ngay)?[ ,]*$/],
  ['before', new RegExp(`\\b(?:den )?truoc${TAIL}`)],
  [
    'by',
    new RegExp(
      `\\b(?:(?:cham|muon|tre) nhat|khong qua|khong (?:muon|cham|tre|sau) (?:hon)?|khong sau|han(?: chot| cuoi| nop| gui| chung)?(?: cuoi)?|den|toi|het|tinh den|cho den|cuoi cung|ket thuc)${TAIL}`,
    ),
  ],
  ['after', /\b(?:tu )?sau(?: ngay| hom)?[ ,]*$/],
  ['from', /\b(?:ke tu|tinh tu|bat dau tu|(?<!thu )tu|bat dau)(?: ngay| hom)?[ ,]*$/],
  ['before', /\btruoc (?:ngay|buoi|dip|le|phien|ky|hoi nghi|dai hoi)(?: [a-z]+){0,5}[ ,(]*$/],
  ['in', /\b(?:trong|vao|thuc hien vao|trong suot)(?: khoang)?(?: thoi gian)?(?: ngay)?[ ,]*$/],
]

/** The relation in which the words end that stand before a day; none where they say nothing. */
export function relationBefore(before: string): Relation | undefined {
  const plain = before.replace(/~+/g, ' ').replace(/ +/g, ' ')
  if (BEFORE_AN_HOUR.test(before)) return 'by'
  return RELATIONS.find(([, words]) => words.test(plain))?.[0]
}

/** Behind a day after which nothing more is taken: "sau ngày 25/11 không tiếp nhận". */
export const CLOSED =
  /^[ ,)]*(?:(?:la|thi|se|coi nhu|don vi|phong|huyen|ubnd) )*(?:khong (?:con )?(?:tiep )?(?:nhan|xem xet|giai quyet|de nghi|tong hop)|(?:dong|khoa) (?:so|nhan|he thong))\b/

/** Behind a day: what follows ends what it begins. */
export const UNTIL = /^[ ,]*(?:-|->|~|(?:cho )?(?:den|toi)\b)/

/** "Hội nghị tổ chức vào ngày", "Công văn ngày": the day of something else than the deadline. */
const EVENT =
  /\b(?:hop|hoi nghi|hoi thao|le|dai hoi|tong ket|to chuc|dien ra|khai mac|cv|qd|kh|tb|cong van|ke hoach|quyet dinh|thong bao|van ban|giay moi|to trinh|ban hanh|(?<!dinh )ky)(?: [a-z\d/-]+){0,4}?(?: vao| luc)?(?: ngay)?[ ,~]*$/

export function namesAnEvent(before: string): boolean {
  return EVENT.test(before)
}
