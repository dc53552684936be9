import { access, chmod, constants, lstat, mkdir, mkdtemp } from 'node:fs/promises'
import { realpath, rmdir, stat, symlink, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { codeOf, DatabaseRefusal } from '../database-refusal.ts'
import { run, type ServerUser } from './run-as.ts'
import { chooseServerUser, type Accounts } from './server-user.ts'

/** What the choice of a place depends on in this machine. */
export interface Machine {
  /** As npm names the packages: `linux-x64`, `darwin-arm64`, … */
  platform: string
  /** Of this process; nothing where there are no such numbers. */
  uid: number | undefined
  accounts: Accounts
  /** Where clusters go whose own data folder is closed to the server's account. */
  sharedFolder: string
}

export interface Place {
  /** The folder that holds the cluster and what belongs to it; a real path. */
  home: string
  /** Set when we are root: the account that the server drops to. */
  user: ServerUser | undefined
  /** Removes what the choice created, as far as nothing was put in it. */
  abandon(): Promise<void>
}

const OPEN_TO_PASS = 0o711
const PRIVATE = 0o700

/**
 * Settles where the cluster of `dataDir` lives and who runs it. It is `<dataDir>/postgres`; when
 * that is closed to the server's account (root's own home is), it becomes a symbolic link to a new
 * folder in `sharedFolder`, so that the data folder still says where its data is.
 */
export async function settlePlace(
  dataDir: string,
  machine: Machine,
  say: (line: string) => void,
): Promise<Place> {
  const folder = resolve(dataDir)
  const door = join(folder, 'postgres')
  const made = await makeFolder(folder, OPEN_TO_PASS).catch((error: unknown) => {
    throw new DatabaseRefusal(notWritable(folder, error))
  })
  const abandon = () => removeEmpty(door, made)
  try {
    const home = await openHome(door, machine.uid === 0 ? OPEN_TO_PASS : PRIVATE)
    if (machine.uid === 0) return { ...(await asRoot(door, home, { machine, say })), abandon }
    await requireOwn(home, machine.uid)
    return { home, user: undefined, abandon }
  } catch (error) {
    await abandon()
    throw error
  }
}

async function asRoot(
  door: string,
  home: string,
  { machine, say }: { machine: Machine; say: (line: string) => void },
): Promise<{ home: string; user: ServerUser }> {
  const owner = await clusterOwner(home)
  const user = owner ?? (await chooseServerUser(machine.accounts, say))
  if (await canEnter(user, home)) return { home, user }
  if (owner) throw new DatabaseRefusal(closedTo(user, home))
  return { home: await moveHome(door, machine.sharedFolder, { user, say }), user }
}

/** While another process puts a link in the place of a folder, for an instant neither is there. */
const MOST_TRIES = 5

async function openHome(door: string, mode: number, tries = MOST_TRIES): Promise<string> {
  try {
    const found = await lstat(door).catch(() => undefined)
    if (found === undefined) await makeFolder(door, mode)
    const home = await realpath(door)
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK)
    return home
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new DatabaseRefusal(notWritable(door, error))
    const link = await lstat(door).catch(() => undefined)
    if (link?.isSymbolicLink() !== true && tries > 1) return openHome(door, mode, tries - 1)
    throw new DatabaseRefusal(lostTarget(door))
  }
}

/**
 * Makes the folder and what is missing above it; returns the uppermost that it made. The mode
 * holds whatever the umask is.
 */
async function makeFolder(folder: string, mode: number): Promise<string | undefined> {
  const made = await mkdir(folder, { recursive: true })
  if (made !== undefined) await chmod(folder, mode)
  return made
}

async function requireOwn(home: string, uid: number | undefined): Promise<void> {
  const cluster = await stat(join(home, 'cluster')).catch(() => undefined)
  if (cluster === undefined || cluster.uid === uid) return
  throw new DatabaseRefusal(
    `Cơ sở dữ liệu trong ${home} thuộc người dùng khác của máy (uid ${cluster.uid}): hãy chạy chương trình bằng đúng người dùng đã tạo nó, hoặc chọn DATA_DIR khác.`,
  )
}

/** A cluster is served by the account that owns it, whichever accounts the machine got later. */
async function clusterOwner(home: string): Promise<ServerUser | undefined> {
  const cluster = await stat(join(home, 'cluster')).catch(() => undefined)
  if (cluster === undefined) return undefined
  if (cluster.uid !== 0) {
    return { name: `uid ${cluster.uid}`, uid: cluster.uid, gid: cluster.gid }
  }
  throw new DatabaseRefusal(
    `Cơ sở dữ liệu trong ${home} thuộc root mà PostgreSQL không chạy bằng root: hãy trả lại chủ cũ, ví dụ chown -R postgres:postgres ${join(home, 'cluster')}.`,
  )
}

/** Asked of the system, which also knows access lists and mounts, and not read from mode bits. */
async function canEnter(user: ServerUser, folder: string): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { user })).code === 0
}

async function moveHome(
  door: string,
  sharedFolder: string,
  { user, say }: { user: ServerUser; say: (line: string) => void },
): Promise<string> {
  const home = await makeSharedHome(sharedFolder)
  try {
    if (!(await canEnter(user, home))) throw new DatabaseRefusal(closedTo(user, sharedFolder))
    if (!(await replaceByLink(door, home))) {
      // Another process that starts at this moment was faster: its home is the one.
      await rmdir(home)
      return await openHome(door, OPEN_TO_PASS)
    }
  } catch (error) {
    await rmdir(home).catch(() => undefined)
    throw error
  }
  say(
    `Thư mục ${dirname(door)} nằm ở nơi chỉ root vào được, nên PostgreSQL (chạy bằng người dùng ${user.name}) và dữ liệu của nó đặt tại ${home}.`,
  )
  return home
}

/** Puts the link where the empty folder is; false when another process has put one there meanwhile. */
async function replaceByLink(door: string, home: string, tries = MOST_TRIES): Promise<boolean> {
  try {
    await rmdir(door).catch(unless('ENOENT'))
    await symlink(home, door)
    return true
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error
    // A folder that was made in the instant between is in the way again.
    const found = await lstat(door).catch(unless('ENOENT'))
    if (found?.isSymbolicLink() === true || tries <= 1) return false
    return replaceByLink(door, home, tries - 1)
  }
}

/** Passes over an error of that code; any other is thrown on. */
function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (codeOf(error) !== code) throw error
    return undefined
  }
}

async function makeSharedHome(sharedFolder: string): Promise<string> {
  try {
    await makeFolder(sharedFolder, OPEN_TO_PASS)
    const home = await mkdtemp(join(await realpath(sharedFolder), 'postgres-'))
    await chmod(home, OPEN_TO_PASS)
    return home
  } catch (error) {
    throw new DatabaseRefusal(notWritable(sharedFolder, error))
  }
}

/**
 * Removes the home and the folders that were made for it, up to `made`. `rmdir` takes only empty
 * ones: whatever another process put there meanwhile stays.
 */
async function removeEmpty(door: string, made: string | undefined): Promise<void> {
  try {
    const home = await realpath(door)
    await rmdir(home)
    if (home !== door) await unlink(door)
    if (made === undefined) return
    for (let folder = dirname(door); folder.startsWith(made); folder = dirname(folder)) {
      await rmdir(folder)
    }
  } catch {
    // Not empty, or never made: then there is nothing of ours to remove.
  }
}

function notWritable(folder: string, error: unknown): string {
  return `Không ghi được vào thư mục dữ liệu ${folder} (${codeOf(error) ?? 'lỗi không rõ'}): hãy cấp quyền ghi cho người dùng chạy chương trình, hoặc đặt DATA_DIR sang thư mục khác.`
}

function lostTarget(door: string): string {
  return `Liên kết ${door} trỏ tới thư mục dữ liệu không còn nữa: hãy khôi phục thư mục đó, hoặc xóa liên kết để bắt đầu với cơ sở dữ liệu mới.`
}

function closedTo(user: ServerUser, folder: string): string {
  return `Người dùng ${user.name}, người dùng chạy PostgreSQL, không vào được thư mục ${folder}: hãy mở quyền đi qua (chmod o+x) cho mọi thư mục trên đường dẫn đó.`
}
