import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ChannelName } from '../../../core/delivery/channel.ts'
import type { Transactions } from '../../../core/ports.ts'
import type { MovableClock } from '../../clock.ts'
import type { AllHandsets, Handsets, TelegramHandsets } from '../handsets.ts'
import { houseOfficials } from '../inhabitants.ts'
import { moveClock } from '../shared-clock.ts'
import { CLOCK_MOVE, destinationOf } from './clock-moves.ts'
import type { Invites } from './invites.ts'
import type { LiveUpdates } from './live-updates.ts'
import { PageRefusal } from './refusal.ts'
import { viewPerson, viewTown } from './views.ts'

export type PageParts = {
  readonly handsets: AllHandsets
  readonly clock: MovableClock
  readonly transactions: Transactions
  /** Fetches the pictures that the stand-ins serve. */
  readonly fetch: typeof globalThis.fetch
  /** After the clock was moved: whatever is due is looked for at once. */
  readonly wakeSweep: () => Promise<void>
}

export type OpenPage = PageParts & { readonly invites: Invites; readonly updates: LiveUpdates }

/** A photo of a phone's camera, as the platforms' apps shrink it before they send it. */
const LARGEST_PICTURE = 5 * 1024 * 1024

/** Telegram Bot API, sendMessage: text of 1–4096 characters; people are held to the same. */
const MESSAGE = z.strictObject({ text: z.string().max(4096).regex(/\S/u) })
const PRESS = z.strictObject({ messageId: z.string().max(30), data: z.string().max(64) })
const CAPTION = z.object({ caption: z.string().max(1024).optional() })
const PERSON = z.object({ code: z.string().max(100) })
const PHONE = PERSON.extend({ channel: z.enum(['zalo', 'telegram']) })
const MEDIA = z.object({
  channel: z.enum(['zalo', 'telegram']),
  name: z.string().regex(/^[\w-]{1,60}\.\w{1,5}$/u),
})

/** What the page asks for and what people on it do. `open` throws a refusal until everything is there. */
export function addRoutes(app: FastifyInstance, open: () => OpenPage): void {
  addShowing(app, open)
  addDoing(app, open)
  addTelegramDoing(app, open)
  addPictures(app, open)
}

function addShowing(app: FastifyInstance, open: () => OpenPage): void {
  app.get('/simulator/town', () => {
    const { transactions, handsets } = open()
    return transactions.run((tx) => viewTown(tx, handsets))
  })
  app.get('/simulator/people/:code', async (request) => {
    const { transactions, handsets } = open()
    const { code } = check(PERSON, request.params)
    const view = await transactions.run((tx) => viewPerson(tx, handsets, code))
    return view ?? refuseUnknownPerson()
  })
  app.get('/simulator/events', (_request, reply) => {
    const { updates } = open()
    reply.hijack()
    updates.attach(reply.raw)
  })
}

function addDoing(app: FastifyInstance, open: () => OpenPage): void {
  app.post('/simulator/clock', async (request) => {
    const { transactions, clock, wakeSweep, updates } = open()
    const move = readJson(CLOCK_MOVE, request)
    const calendar = await transactions.run((tx) => tx.calendars.load())
    await moveClock(transactions, clock, destinationOf(move, clock.now(), calendar))
    updates.tell({ kind: 'clock' })
    await wakeSweep()
    return { now: clock.now().epochMilliseconds }
  })
  app.post('/simulator/people/:code/invite', async (request) => {
    const { code } = check(PERSON, request.params)
    return { code: await inviteFor(open(), code) }
  })
  app.post('/simulator/people/:code/:channel/messages', async (request) => {
    const { code, channel } = check(PHONE, request.params)
    const { text } = readJson(MESSAGE, request)
    const phones = await phonesOf(open(), channel, code)
    phones.write(code, text)
    return { ok: true }
  })
}

function addTelegramDoing(app: FastifyInstance, open: () => OpenPage): void {
  app.post('/simulator/people/:code/telegram/start', async (request) => {
    const { code } = check(PERSON, request.params)
    const page = open()
    const phones = await telegramOf(page, code)
    // The link holds the code without the hyphen that makes it readable.
    phones.start(code, (await inviteFor(page, code)).replace('-', ''))
    return { ok: true }
  })
  app.post('/simulator/people/:code/telegram/presses', async (request) => {
    const { code } = check(PERSON, request.params)
    const { messageId, data } = readJson(PRESS, request)
    const phones = await telegramOf(open(), code)
    const message = phones.messages(code).find(({ id }) => id === messageId)
    const isDrawn = message?.buttons?.flat().some((button) => button.data === data)
    if (!isDrawn) throw new PageRefusal(409, 'Nút này không còn trên màn hình.')
    phones.press(code, messageId, data)
    return { ok: true }
  })
}

function addPictures(app: FastifyInstance, open: () => OpenPage): void {
  const pictures = '/simulator/people/:code/:channel/pictures'
  app.post(pictures, { bodyLimit: LARGEST_PICTURE }, async (request) => {
    const { code, channel } = check(PHONE, request.params)
    const { caption } = check(CAPTION, request.query)
    const { body, headers } = request
    const mediaType = /^image\/(?:jpeg|png|webp)$/u.exec(headers['content-type'] ?? '')?.[0]
    if (mediaType === undefined || !(body instanceof Buffer) || body.length === 0)
      throw new PageRefusal(400, 'Chỉ gửi được ảnh JPEG, PNG hoặc WebP.')
    const phones = await phonesOf(open(), channel, code)
    phones.sendPicture(code, { bytes: body, mediaType, ...(caption ? { caption } : {}) })
    return { ok: true }
  })
  app.get('/simulator/media/:channel/:name', async (request, reply) => {
    const { handsets, fetch } = open()
    const { channel, name } = check(MEDIA, request.params)
    const root = handsets[channel]?.apiRoot
    const answer = root === undefined ? undefined : await fetch(`${root}/media/${name}`)
    const mediaType = answer?.headers.get('content-type') ?? ''
    if (!answer?.ok || !mediaType.startsWith('image/'))
      throw new PageRefusal(404, 'Không có ảnh này.')
    return reply.type(mediaType).send(Buffer.from(await answer.arrayBuffer()))
  })
}

async function inviteFor({ transactions, invites }: OpenPage, code: string): Promise<string> {
  const officials = await transactions.run((tx) => tx.officials.list({}))
  const official = officials.find((candidate) => candidate.code === code)
  return official ? invites.codeFor(official) : refuseUnknownPerson()
}

/** The platform's phones, among which that person has one. */
async function phonesOf(page: OpenPage, channel: ChannelName, code: string): Promise<Handsets> {
  const { handsets } = page
  const phones = channel === 'telegram' ? handsets.telegram : handsets.zalo
  return checkOwner(page, phones, code)
}

async function telegramOf(page: OpenPage, code: string): Promise<TelegramHandsets> {
  return checkOwner(page, page.handsets.telegram, code)
}

async function checkOwner<Phones extends Handsets>(
  { transactions, handsets }: OpenPage,
  phones: Phones | undefined,
  code: string,
): Promise<Phones> {
  if (!phones) throw new PageRefusal(404, 'Kênh này đang nối với bot thật, không có ở trang thử.')
  // The roster may have grown since the page was opened.
  if (!phones.has(code)) await transactions.run((tx) => houseOfficials(tx, handsets))
  return phones.has(code) ? phones : refuseUnknownPerson()
}

function refuseUnknownPerson(): never {
  throw new PageRefusal(404, 'Không có cán bộ này trong danh sách.')
}

/** Bodies arrive as bytes (see `openServer`), whatever their content type says. */
function readJson<T>(schema: z.ZodType<T>, { body }: FastifyRequest): T {
  try {
    return check(schema, JSON.parse(body instanceof Buffer ? body.toString('utf8') : ''))
  } catch (error) {
    if (error instanceof PageRefusal) throw error
    throw new PageRefusal(400, 'Yêu cầu không phải JSON.')
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const outcome = schema.safeParse(value)
  if (!outcome.success) throw new PageRefusal(400, 'Yêu cầu chưa đúng dạng.')
  return outcome.data
}
