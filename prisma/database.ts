import pg from 'pg'
import { codeOf, DatabaseRefusal } from './database-refusal.ts'

const CONNECT_TIMEOUT_MS = 5000
const OLDEST_VERSION = 130000

/**
 * Promises that the database behind `url` answers, is PostgreSQL 13 or newer, stores UTF-8 and
 * knows Vietnamese letters (`lower('Đ')` is `'đ'`; under the C locale it is not, and searches
 * without regard to case would silently miss). Otherwise a `DatabaseRefusal`.
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ version: number; encoding: string; lower: string }>(
      `select current_setting('server_version_num')::int as version,
              current_setting('server_encoding') as encoding,
              lower('Đ') as lower`,
    )
    const unfit = rows.map(unfitness).find((sentence) => sentence !== undefined)
    if (unfit !== undefined) throw new DatabaseRefusal(unfit)
  } finally {
    await client.end()
  }
}

/** A connected client for `url`, or a `DatabaseRefusal` that says why there is none. */
export async function connect(url: string): Promise<pg.Client> {
  const client = clientFor(url)
  client.on('error', () => {
    // A lost connection fails the query that needs it; unheard, the event would end the process.
  })
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    // The cause is left out on purpose: some of these errors carry the whole address.
    throw new DatabaseRefusal(sentenceFor(error, client))
  }
}

function clientFor(url: string): pg.Client {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new DatabaseRefusal(NOT_AN_ADDRESS)
  try {
    return new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: 'thi-dua-bot',
    })
  } catch {
    throw new DatabaseRefusal(NOT_AN_ADDRESS)
  }
}

const NOT_AN_ADDRESS =
  'DATABASE_URL không phải địa chỉ PostgreSQL hợp lệ: hãy viết theo dạng postgresql://tên:mật-khẩu@máy-chủ:5432/cơ-sở-dữ-liệu (ký tự đặc biệt trong mật khẩu viết theo mã phần trăm).'

function unfitness(found: { version: number; encoding: string; lower: string }) {
  if (found.version < OLDEST_VERSION) {
    return `Máy chủ PostgreSQL có phiên bản ${Math.floor(found.version / 10000)}, cần từ 13 trở lên: hãy nâng cấp máy chủ.`
  }
  if (found.encoding !== 'UTF8') {
    return `Cơ sở dữ liệu dùng bảng mã ${found.encoding}, cần UTF8: hãy tạo lại bằng CREATE DATABASE … ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0.`
  }
  if (found.lower !== 'đ') {
    return "Cơ sở dữ liệu không nhận biết chữ hoa, chữ thường tiếng Việt (lower('Đ') không ra 'đ'): hãy tạo lại bằng CREATE DATABASE … ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0."
  }
  return undefined
}

function sentenceFor(error: unknown, client: pg.Client): string {
  const server = `${client.host}:${client.port}`
  const code = codeOf(error)
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `Máy chủ PostgreSQL tại ${server} không nhận kết nối: hãy kiểm tra máy chủ đã chạy chưa, địa chỉ và cổng trong DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Không tìm thấy máy chủ ${client.host}: hãy kiểm tra tên máy trong DATABASE_URL.`
    case '28P01':
    case '28000':
      return `Máy chủ PostgreSQL tại ${server} không chấp nhận tên hoặc mật khẩu: hãy sửa DATABASE_URL.`
    case '3D000':
      return `Trên máy chủ ${server} chưa có cơ sở dữ liệu “${client.database ?? ''}”: hãy tạo cơ sở dữ liệu này hoặc sửa tên trong DATABASE_URL.`
    case '53300':
      return `Máy chủ PostgreSQL tại ${server} đã hết số kết nối cho phép: hãy tăng max_connections hoặc đóng bớt chương trình khác.`
    case '57P03':
      return `Máy chủ PostgreSQL tại ${server} đang khởi động hoặc đang tắt: hãy thử lại sau ít giây.`
    default:
      return otherSentence(error, server)
  }
}

function otherSentence(error: unknown, server: string): string {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('password must be a')) {
    return `Máy chủ PostgreSQL tại ${server} đòi mật khẩu: hãy thêm mật khẩu vào DATABASE_URL.`
  }
  if (codeOf(error) === 'ETIMEDOUT' || message.includes('timeout')) {
    return `Máy chủ PostgreSQL tại ${server} không trả lời trong ${CONNECT_TIMEOUT_MS / 1000} giây: hãy kiểm tra mạng, tường lửa và DATABASE_URL.`
  }
  if (message.includes('SSL')) {
    return `Không lập được kết nối SSL với máy chủ PostgreSQL tại ${server}: hãy kiểm tra sslmode trong DATABASE_URL.`
  }
  return `Không kết nối được máy chủ PostgreSQL tại ${server} (${codeOf(error) ?? 'lỗi không rõ'}): hãy kiểm tra DATABASE_URL.`
}
