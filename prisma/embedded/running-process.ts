import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const LINUX = process.platform === 'linux'

/**
 * A mark of the process that has this number now: another process that gets the number later has
 * another mark. Nothing when no such process lives; one that has ended and only waits for its
 * parent (a zombie) does not live.
 */
export async function birthMark(pid: number): Promise<string | undefined> {
  const born = LINUX ? await linuxBirth(pid) : await psColumn(pid, 'lstart')
  return born && createHash('sha256').update(born).digest('hex').slice(0, 16)
}

/** Whether the process with this number has that folder as its working directory. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (LINUX) return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === folder
  // Elsewhere the working directory is hard to see, but `postgres -D <folder>` is in the command.
  return (await psColumn(pid, 'args'))?.includes(folder) ?? false
}

/** Sends the signal; a process that has ended meanwhile is no error. */
export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch {
    // Ended between the look and the signal.
  }
}

/** Ticks since boot when the process began (proc(5), stat, field 22), with the boot's own id. */
async function linuxBirth(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return undefined
  // The name in field 2 may hold spaces and brackets; what follows its last bracket is field 3.
  const [state, ...later] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (state === 'Z' || state === 'X') return undefined
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot}${later[18] ?? ''}`
}

async function psColumn(pid: number, column: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-p', String(pid), '-o', `${column}=`])
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}
