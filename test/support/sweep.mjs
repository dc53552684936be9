// `node sweep.mjs <folder>`: waits until the process that started it closes its input or dies,
// however it dies; then ends every PostgreSQL whose cluster is in the folder and removes the folder.
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

const folder = process.argv[2]
process.stdin.resume()
process.stdin.once('end', async () => {
  const homes = findHomes()
  for (let round = 0; round < 100 && homes.filter(endServer).length > 0; round++) await sleep(50)
  for (const place of [...homes, folder]) {
    rmSync(place, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 })
  }
})

/** The folders named `postgres`, wherever their links lead: each may hold a cluster. */
function findHomes() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'postgres' && !entry.isFile())
    .map((entry) => realpathIfThere(join(entry.parentPath, entry.name)))
    .filter((home) => home !== undefined)
}

function realpathIfThere(path) {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/** Asks the server of a home to end at once; whether there was one. */
function endServer(home) {
  try {
    const pid = Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGQUIT')
    return true
  } catch {
    return false // none, or it ended meanwhile
  }
}
