import type { BotKey } from './bot.ts'

/** When a message of this process may leave, and by what pace. Milliseconds are of elapsed time. */
export type WantedTurn = {
  /** Its slot in the pace that all processes share. */
  readonly slotMs: number
  readonly intervalMs: number
  /** What the platform takes within any second. */
  readonly perSecond: number
}

/** To be called when the message's answer is there, or none will come. */
export type Landed = () => void

export interface Turns {
  /**
   * Resolves when the message may leave. Messages of a bot leave in the order in which they ask, evenly
   * also after this process was held up, and never more than the limit within a second of the platform's.
   */
  take(bot: BotKey, wanted: WantedTurn): Promise<Landed>
}

/** What a process that was held up may catch up. */
const CATCH_UP_MS = 15
const SECOND_MS = 1_000
/** A message without an answer is waited for no longer. */
const LOST_AFTER_MS = 2_000
const TRIP_COUNTS_FOR_MS = 60_000
const NO_TRIP = { tookMs: 0, atMs: -Infinity }

type Flight = { readonly leftMs: number; landedMs?: number; readonly landed: Promise<void> }

type Lane = {
  /** When the next message is expected to leave at an even pace. */
  nextMs: number
  /** Those that left last; among them all that the platform may have taken within the last second. */
  flights: Flight[]
  /** The shortest way there and back of the last minute, and when it was taken. */
  trip: { readonly tookMs: number; readonly atMs: number }
  last: Promise<unknown>
}

type Time = {
  readonly elapsedMs: () => number
  readonly sleep: (ms: number) => Promise<unknown>
}

/** Keeps the messages of one process apart. */
export function openTurns(time: Time): Turns {
  const lanes = new Map<BotKey, Lane>()
  const laneOf = (bot: BotKey): Lane => {
    const known = lanes.get(bot)
    if (known) return known
    const lane: Lane = { nextMs: -Infinity, flights: [], trip: NO_TRIP, last: Promise.resolve() }
    lanes.set(bot, lane)
    return lane
  }
  return {
    take: (bot, wanted) => {
      const lane = laneOf(bot)
      const turn = lane.last.then(() => leave(lane, wanted, time))
      lane.last = turn
      return turn
    },
  }
}

async function leave(
  lane: Lane,
  { slotMs, intervalMs, perSecond }: WantedTurn,
  time: Time,
): Promise<Landed> {
  await sleepUntil(time, Math.max(slotMs, lane.nextMs - CATCH_UP_MS))
  while (isFull(lane, perSecond, time)) await oneCleared(lane, time)
  const leftMs = time.elapsedMs()
  lane.nextMs = Math.max(lane.nextMs, leftMs) + intervalMs
  return takeOff(lane, leftMs, time)
}

function takeOff(lane: Lane, leftMs: number, time: Time): Landed {
  let land: () => void = () => undefined
  const landed = new Promise<void>((resolve) => (land = resolve))
  const flight: Flight = { leftMs, landed }
  lane.flights.push(flight)
  return () => {
    const atMs = time.elapsedMs()
    flight.landedMs = atMs
    noteTrip(lane, { tookMs: atMs - leftMs, atMs })
    land()
  }
}

function noteTrip(lane: Lane, trip: Lane['trip']): void {
  const { tookMs, atMs } = lane.trip
  if (trip.tookMs <= tookMs || trip.atMs - atMs > TRIP_COUNTS_FOR_MS) lane.trip = trip
}

/**
 * When the platform has surely taken the message more than a second before one that leaves then. It took it
 * before it answered, earlier by the shortest way back; and the other takes at least the shortest way there.
 */
function clearMs({ leftMs, landedMs }: Flight, { trip }: Lane): number {
  if (landedMs === undefined) return leftMs + LOST_AFTER_MS
  return landedMs - trip.tookMs + SECOND_MS
}

function isFull(lane: Lane, perSecond: number, { elapsedMs }: Time): boolean {
  if (lane.flights.length < perSecond) return false
  const now = elapsedMs()
  lane.flights = lane.flights.filter((flight) => clearMs(flight, lane) > now)
  return lane.flights.length >= perSecond
}

async function oneCleared(lane: Lane, time: Time): Promise<void> {
  const nextMs = Math.min(...lane.flights.map((flight) => clearMs(flight, lane)))
  const underWay = lane.flights.filter(({ landedMs }) => landedMs === undefined)
  await Promise.race([sleepUntil(time, nextMs), ...underWay.map(({ landed }) => landed)])
}

async function sleepUntil({ elapsedMs, sleep }: Time, atMs: number): Promise<void> {
  // Timers may wake a moment early.
  for (let ms = atMs - elapsedMs(); ms > 0; ms = atMs - elapsedMs()) await sleep(Math.ceil(ms))
}
