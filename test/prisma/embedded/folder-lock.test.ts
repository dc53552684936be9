import { mkdtemp, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, inject, test } from 'vitest'
import { withLock } from '../../../prisma/embedded/folder-lock.ts'
import { birthMark } from '../../../prisma/embedded/running-process.ts'

const newFolder = () => mkdtemp(join(inject('scratch'), 'lock-'))
const patient = { patienceMs: 20_000 }

/** A holder that no longer lives: our own number, with the mark of another process. */
const DEAD = `${process.pid}.0123456789abcdef.000000000001`
const DEAD_BURIER = `${process.pid}.0123456789abcdef.000000000002`

/** Many at once; returns the greatest number that was ever inside together. */
async function crowd(file: string, size: number): Promise<{ together: number; done: number }> {
  let inside = 0
  let together = 0
  let done = 0
  const visit = async () => {
    inside += 1
    together = Math.max(together, inside)
    await sleep(2)
    inside -= 1
    done += 1
  }
  await Promise.all(Array.from({ length: size }, () => withLock(file, patient, visit)))
  return { together, done }
}

describe('withLock', () => {
  test('lets one in at a time and everybody in the end, and leaves no file', async () => {
    const folder = await newFolder()
    expect(await crowd(join(folder, 'lock'), 20)).toEqual({ together: 1, done: 20 })
    expect(await readdir(folder)).toEqual([])
  })

  test('returns what the work returns, and passes its error on with the lock released', async () => {
    const file = join(await newFolder(), 'lock')
    const failing = withLock(file, patient, () => Promise.reject(new Error('inside')))
    await expect(failing).rejects.toThrow('inside')
    expect(await withLock(file, patient, () => Promise.resolve(7))).toEqual({ result: 7 })
  })

  test('a dead holder is put aside, by one of many', async () => {
    const folder = await newFolder()
    await symlink(DEAD, join(folder, 'lock'))
    expect(await crowd(join(folder, 'lock'), 20)).toEqual({ together: 1, done: 20 })
    expect(await readdir(folder)).toEqual([])
  })

  test('so is one whose burier died over it', async () => {
    const folder = await newFolder()
    await symlink(DEAD, join(folder, 'lock'))
    await symlink(DEAD_BURIER, join(folder, `lock.${DEAD}`))
    expect(await crowd(join(folder, 'lock'), 20)).toEqual({ together: 1, done: 20 })
    expect(await readdir(folder)).toEqual([])
  })

  test('a living holder is waited for, once said, and left alone when it takes too long', async () => {
    const folder = await newFolder()
    const mark = await birthMark(process.pid)
    await symlink(`${process.pid}.${mark ?? ''}.000000000003`, join(folder, 'lock'))
    let waits = 0
    const whenWaiting = () => (waits += 1)
    const late = await withLock(join(folder, 'lock'), { patienceMs: 300, whenWaiting }, () =>
      Promise.resolve('in'),
    )
    expect(late).toBeUndefined()
    expect(waits).toBe(1)
    expect(await readdir(folder)).toEqual(['lock'])
  })
})
