import { fold } from '../writing/fold.ts'

const TYPED_COUNT =
  /^(?:xac nhan |dong y )?(?:gui|nhac) (?<count>\d{1,4})(?: (?:tin|don vi|nguoi))?(?: (?:a|nhe|nha|di))?[.!]?$/u

const COUNT_ALONE =
  /^(?:dung |du |xac nhan |dong y )*(?<count>\d{1,3})(?: (?:ho so|hs))?(?: (?:a|nhe|nha))?[.!]?$/u

/** Without marks "dung" may also mean to stop. */
const LOOSE_YES =
  /^(?:ok(?:e|ie|ay)?|uh?|um|vang|da|dong y|nhat tri|duyet|xac nhan|chuan|chinh xac|dung(?: roi| vay)?|duoc(?: roi)?|co|yes|y|gui(?: di| ngay| luon| thoi| het| tat ca| giup)?|phat(?: di)?|\d{1,4})(?: (?:a|nhe|nha|di|luon|roi|em|dong chi|do))*[.!]*$/u

/** "Ok", "đồng ý gửi", "1": a yes, where only the count lets messages leave. */
export function agreesLoosely(text: string): boolean {
  return LOOSE_YES.test(fold(text).trim())
}

/** "3", "đúng 3 hồ sơ": the count of dossiers typed back, and nothing else. */
export function dossierCount(text: string): number | undefined {
  const count = COUNT_ALONE.exec(fold(text).trim())?.groups?.['count']
  return count === undefined ? undefined : Number(count)
}

/** "gửi 3": the count by which somebody confirms that many messages may leave. Undefined for other words. */
export function typedCount(text: string): number | undefined {
  const count = TYPED_COUNT.exec(fold(text).trim())?.groups?.['count']
  return count === undefined ? undefined : Number(count)
}
