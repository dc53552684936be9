import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contestant, Surroundings } from '../contestants.ts'
import { startProduct } from '../contestants.ts'
import { monotonicMs } from '../platform/monotonic.ts'
import { sum } from '../statistics.ts'
import type { CpuProfile, SelfTime } from './cpu-profile.ts'
import { selfTimes } from './cpu-profile.ts'

const CONNECTIONS = 40
const WARM_UP = {
  kind: 'closed',
  connections: CONNECTIONS,
  count: 2_500,
  withinMs: 40_000,
} as const
const PROFILED = {
  kind: 'closed',
  connections: CONNECTIONS,
  count: 2_000,
  withinMs: 15_000,
} as const

const FUNCTIONS = 25

export type Profile = {
  /** What V8 wrote; opens in Chrome's developer tools. */
  readonly file: string
  readonly messages: number
  /** The most expensive, dearest first. */
  readonly functions: readonly SelfTime[]
  /** The same by room and package, each with its share of the whole. */
  readonly groups: readonly { group: string; ms: number; share: number }[]
}

/** Runs a product of its own under V8's sampling profiler, and reads what it did with 40 connections once it was warm. */
export async function profileProduct(around: Surroundings): Promise<Profile> {
  const { stage } = around
  const folder = join(stage.root, '.data', 'bench')
  await mkdir(folder, { recursive: true })
  const name = `inbound-${Date.now()}.cpuprofile`
  stage.say('profiling the product …')
  const product = await startProduct(around, {
    database: 'profiled',
    nodeArgs: ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}`],
  })
  const { messages, window } = await work(product)
  await product.stop()
  const file = join(folder, name)
  const profile = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile
  const functions = selfTimes(profile, stage.root, window)
  const dearest = functions.slice(0, FUNCTIONS)
  return { file, messages, functions: dearest, groups: groupsOf(functions) }
}

async function work(product: Contestant) {
  await product.measure(WARM_UP)
  const fromMs = monotonicMs()
  const { replies } = await product.measure(PROFILED)
  return { messages: replies, window: { fromMs, toMs: monotonicMs() } }
}

function groupsOf(functions: readonly SelfTime[]): Profile['groups'] {
  const all = sum(functions.map(({ ms }) => ms))
  const groups = new Map<string, number>()
  for (const { group, ms } of functions) groups.set(group, ms + (groups.get(group) ?? 0))
  return [...groups]
    .map(([group, ms]) => ({ group, ms, share: ms / all }))
    .sort((a, b) => b.ms - a.ms)
}
