import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** As V8 writes it with --cpu-prof; times are microseconds of the monotonic clock. */
export type CpuProfile = {
  readonly startTime: number
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

type ProfileNode = {
  readonly id: number
  readonly callFrame: {
    readonly functionName: string
    readonly url: string
    /** Counted from 0, like the column. */
    readonly lineNumber: number
    readonly columnNumber: number
  }
}

/** A function as it stands in the sources. */
export type Place = {
  /** The room or package that it belongs to. */
  readonly group: string
  readonly functionName: string
  /** Source file and line, or a library's; empty for what is V8's own. */
  readonly at: string
}

export type SelfTime = Place & { readonly ms: number }

/** Self time of each function within the window, given in monotonic milliseconds; idle time left out. */
export function selfTimes(
  profile: CpuProfile,
  root: string,
  window: { fromMs: number; toMs: number },
): readonly SelfTime[] {
  const spent = spentByNode(profile, window)
  const placeOf = placer(root)
  const places = new Map<string, SelfTime>()
  for (const node of profile.nodes) {
    const ms = (spent.get(node.id) ?? 0) / 1000
    if (ms === 0 || node.callFrame.functionName === '(idle)') continue
    const place = placeOf(node)
    const key = `${place.functionName} ${place.at}`
    places.set(key, { ...place, ms: ms + (places.get(key)?.ms ?? 0) })
  }
  return [...places.values()].sort((a, b) => b.ms - a.ms)
}

/** A sample stands for the time until the next one. */
function spentByNode(
  { startTime, samples, timeDeltas }: CpuProfile,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Map<number, number> {
  const spent = new Map<number, number>()
  let at = startTime
  samples.forEach((node, index) => {
    at += timeDeltas[index] ?? 0
    if (at < fromMs * 1000 || at > toMs * 1000) return
    spent.set(node, (spent.get(node) ?? 0) + (timeDeltas[index + 1] ?? 0))
  })
  return spent
}

/** The last package on the way to a file: its path from there on, and its name. */
const LIBRARY = /.*\/node_modules\/(((?:@[^/]+\/)?[^/]+).*)/u

function placer(root: string): (node: ProfileNode) => Place {
  const maps = new Map<string, SourceMap>()
  const mapOf = (file: string): SourceMap => {
    const map = maps.get(file) ?? new SourceMap(readMap(`${file}.map`))
    maps.set(file, map)
    return map
  }
  return ({ callFrame }) => {
    const { url, lineNumber, columnNumber } = callFrame
    const functionName = callFrame.functionName || '(anonymous)'
    if (!url.startsWith('file:'))
      return { functionName, at: url, group: groupOfInternals(url, functionName) }
    const file = fileURLToPath(url)
    const [, path, library] = LIBRARY.exec(file) ?? []
    if (path !== undefined && library !== undefined)
      return { functionName, at: `${path}:${lineNumber + 1}`, group: library }
    const origin = mapOf(file).findEntry(lineNumber, columnNumber)
    if (!('originalSource' in origin))
      return { functionName, at: relative(root, file), group: 'dist' }
    const source = origin.originalSource.replace(/^(?:\.\.\/)+/u, '')
    return { functionName, at: `${source}:${origin.originalLine + 1}`, group: roomOf(source) }
  }
}

function readMap(file: string): SourceMapPayload {
  return JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload
}

/** "bot/language" of "bot/language/writing/fold.ts", "core" of "core/ports.ts". */
function roomOf(source: string): string {
  const folders = source.split('/').slice(0, -1)
  return folders.slice(0, folders[0] === 'core' ? 1 : 2).join('/')
}

function groupOfInternals(url: string, functionName: string): string {
  if (url.startsWith('node:')) return 'node'
  if (url.startsWith('wasm:')) return 'wasm (Prisma query compiler)'
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (functionName.startsWith('write')) return 'socket writes'
  return 'native code'
}
