import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settlePlace } from '../../../prisma/embedded/place.ts'

const asRoot = process.getuid?.() === 0
/** An account that enters what is open to everybody; nothing is run by it but `cd`. */
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
const accounts = { find: () => Promise.resolve(nobody), create: () => Promise.resolve(false) }

test.runIf(asRoot)(
  'however many processes settle at once below a closed folder, one place is settled',
  async () => {
    for (let round = 0; round < 10; round++) {
      // Closed to everybody else, as root's own home is.
      const closed = await mkdtemp(join(tmpdir(), 'thi-dua-closed-'))
      const sharedFolder = await mkdtemp(join(tmpdir(), 'thi-dua-shared-'))
      await chmod(sharedFolder, 0o711)
      const machine = { platform: 'linux-x64', uid: 0, accounts, sharedFolder }
      const places = await Promise.all(
        Array.from({ length: 6 }, () => settlePlace(join(closed, '.data'), machine, () => 0)),
      )
      const home = await realpath(join(closed, '.data', 'postgres'))
      expect(new Set(places.map((place) => place.home))).toEqual(new Set([home]))
      expect(await readdir(sharedFolder)).toHaveLength(1)
      await Promise.all([closed, sharedFolder].map((folder) => rm(folder, { recursive: true })))
    }
  },
)
