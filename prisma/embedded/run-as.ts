import { spawn } from 'node:child_process'

/** The account of this machine under which the server runs when we are root. */
export interface ServerUser {
  name: string
  uid: number
  gid: number
}

/**
 * Without the caller's environment: a stray PGDATA, LANG or TZ must not change what the programs
 * do. `PATH` is for the shell that initdb uses.
 */
export const CLEAN_ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }

/** Options of `spawn` that drop from root to the server's account; none when we are not root. */
export function as(user: ServerUser | undefined) {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid }
}

export interface Ran {
  /** The exit code; -1 when the program could not be started or was killed. */
  code: number
  /** Standard output and error, in the order they came. */
  output: string
}

/** Runs a program to its end. A failure is a result, not an error. */
export async function run(
  command: string,
  args: readonly string[],
  { user, input }: { user?: ServerUser | undefined; input?: string },
): Promise<Ran> {
  return new Promise((resolve) => {
    // From `/`: the folder we were started in may be closed to the server's account.
    const child = spawn(command, args, { cwd: '/', env: CLEAN_ENVIRONMENT, ...as(user) })
    let output = ''
    const collect = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: -1, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
    child.stdin.on('error', () => {
      // A program that ends without reading its input says why in its output.
    })
    child.stdin.end(input ?? '')
  })
}

/** The line of a program's output that names its failure, else the last one. */
export function failureLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const told = lines.find((line) => /\b(error|FATAL|PANIC):/.test(line))
  return (told ?? lines.at(-1) ?? 'không có thông báo').trim()
}
