import { fold } from './fold.ts'

const TYPED_COUNT =
  /^(?:xac nhan |dong y )?(?:gui|nhac) (?<count>\d{1,4})(?: (?:tin|don vi|nguoi))?(?: (?:a|nhe|nha|di))?[.!]?$/u

/** "gửi 3": the count by which somebody confirms that many messages may leave. Undefined for other words. */
export function typedCount(text: string): number | undefined {
  const count = TYPED_COUNT.exec(fold(text).trim())?.groups?.['count']
  return count === undefined ? undefined : Number(count)
}
