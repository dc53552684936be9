import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestMemory } from '../support/memory.ts'
import { openTestMemory } from '../support/memory.ts'

let memory: TestMemory
beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
})
afterAll(() => memory.close())

test('evidence comes oldest first, with its bytes only while there is room for them', async () => {
  const official = await memory.official('CB-001')
  const { ids, files } = await memory.run(async (tx) => {
    const made: string[] = []
    for (const [at, length] of [3, undefined, 5, 2].entries()) {
      const id = tx.chance.uuid()
      made.push(id)
      await tx.evidence.insert({
        id,
        unitCode: official.unitCode,
        officialId: official.id,
        channel: 'zalo',
        kind: 'photo',
        ref: `ref-${at}`,
        receivedAt: tx.now.add({ seconds: at }),
      })
      if (length === undefined) continue
      const bytes = new Uint8Array(length).fill(7)
      await tx.evidence.saveBytes(id, { bytes, mediaType: 'image/png', sha256: 'x' })
    }
    const found = await tx.evidence.listFiles({ reportIds: [], ids: made.toReversed() }, 6)
    return { ids: made, files: found }
  })
  expect(files.map(({ id }) => id)).toEqual(ids)
  expect(files.map(({ bytes }) => bytes?.length)).toEqual([3, undefined, undefined, 2])
  expect(files.map(({ mediaType }) => mediaType)).toEqual([
    'image/png',
    undefined,
    'image/png',
    'image/png',
  ])
})
