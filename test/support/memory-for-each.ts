import { beforeAll, beforeEach } from 'vitest'
import type { TestDatabase } from './database.ts'
import type { TestMemory } from './memory.ts'
import { loadedDatabase, openTestMemory } from './memory.ts'

/**
 * Gives each test of a file a database of its own, a copy of one into which the shipped campaign was
 * loaded; the clock stands at that moment. `ready` gets what is needed from it before the test begins.
 */
export function memoryForEach(at: string, ready: (memory: TestMemory) => Promise<void>): void {
  let loaded: TestDatabase
  beforeAll(async () => {
    loaded = await loadedDatabase()
    return () => loaded.drop()
  })
  beforeEach(async () => {
    const memory = await openTestMemory({ at, from: loaded })
    await ready(memory)
    return () => memory.close()
  })
}
