import { randomBytes } from 'node:crypto'
import { readlink, symlink, unlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../database-refusal.ts'
import { birthMark } from './running-process.ts'

const RETRY_MS = 25

export interface Patience {
  /** How long to wait for another process that holds the lock. */
  patienceMs: number
  /** Called once when the wait has begun to be noticeable. */
  whenWaiting?: () => void
}

/**
 * Does `work` while no other process (nor another call in this one) does any under the same
 * `file`, and returns its result; `undefined` when the lock could not be had in time. A holder
 * that was killed is noticed by its process number and birth mark and does not block the others.
 *
 * The lock is a symbolic link whose target names its holder: one system call that either makes the
 * whole of it or fails because it is there, so it can never be found half written.
 */
export async function withLock<T>(
  file: string,
  { patienceMs, whenWaiting }: Patience,
  work: () => Promise<T>,
): Promise<{ result: T } | undefined> {
  const me = await newHolder()
  const until = performance.now() + patienceMs
  const noticeable = performance.now() + Math.min(2000, patienceMs / 2)
  let tell = whenWaiting
  while (!(await acquire(file, me))) {
    if (performance.now() > until) return undefined
    if (tell && performance.now() > noticeable) {
      tell()
      tell = undefined
    }
    await sleep(RETRY_MS)
  }
  try {
    return { result: await work() }
  } finally {
    await unlink(file)
  }
}

async function newHolder(): Promise<string> {
  const mark = (await birthMark(process.pid)) ?? 'unmarked'
  return `${process.pid}.${mark}.${randomBytes(6).toString('hex')}`
}

async function acquire(file: string, me: string): Promise<boolean> {
  if (await claim(file, me)) return true
  const holder = await readHolder(file)
  if (holder === undefined) return claim(file, me)
  if (!(await lives(holder))) await bury(file, holder, me)
  return false
}

async function claim(file: string, me: string): Promise<boolean> {
  try {
    await symlink(me, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes the lock of a dead holder. If two did that at once, the slower could remove the lock that
 * the faster has just taken; so the right to bury this one holder is itself a lock, and under it
 * the holder is looked at again. No name is used twice, hence what was read there stays true.
 */
async function bury(file: string, holder: string, me: string): Promise<void> {
  const right = `${file}.${holder}`
  if (!(await acquire(right, me))) return
  try {
    if ((await readHolder(file)) === holder) await unlink(file)
  } finally {
    await unlink(right)
  }
}

async function lives(holder: string): Promise<boolean> {
  const [pid, mark] = holder.split('.')
  return (await birthMark(Number(pid))) === mark
}

async function readHolder(file: string): Promise<string | undefined> {
  try {
    return await readlink(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
