import { readFile } from 'node:fs/promises'
import { DatabaseRefusal } from '../database-refusal.ts'
import { run, type ServerUser } from './run-as.ts'

export interface Accounts {
  find(name: string): Promise<ServerUser | undefined>
  /** Makes a system account without home and shell; false when this machine does not let us. */
  create(name: string): Promise<boolean>
}

const USUAL = 'postgres'
const OURS = 'thi-dua-bot'
const LAST_RESORT = 'nobody'

/**
 * The account for the server when we are root, which PostgreSQL refuses to run as: the machine's
 * `postgres`, else our own, made on the first need. Where no account can be made (a container
 * without `useradd`) it is `nobody`: `initdb` insists on a uid that has a name, so an unused number
 * would not do.
 */
export async function chooseServerUser(
  accounts: Accounts,
  say: (line: string) => void,
): Promise<ServerUser> {
  const known = (await accounts.find(USUAL)) ?? (await accounts.find(OURS))
  if (known) return known
  if (await accounts.create(OURS)) {
    const created = await accounts.find(OURS)
    if (created) {
      say(`PostgreSQL không chạy bằng root nên đã tạo người dùng hệ thống ${OURS} cho nó.`)
      return created
    }
  }
  const nobody = await accounts.find(LAST_RESORT)
  if (nobody === undefined) throw new DatabaseRefusal(NO_ACCOUNT)
  say(
    `PostgreSQL không chạy bằng root và máy này không tạo được người dùng mới, nên nó chạy bằng người dùng ${LAST_RESORT}.`,
  )
  return nobody
}

const NO_ACCOUNT =
  'PostgreSQL không chạy bằng root và máy này không tạo được người dùng hệ thống: hãy tạo người dùng postgres, hoặc chạy chương trình bằng người dùng thường, hoặc đặt DATABASE_URL.'

/** The accounts in `<root>/etc/passwd`; `root` is `/` on a running machine. */
export function accountsOf(root: string): Accounts {
  return {
    async find(name) {
      const passwd = await readFile(`${root}/etc/passwd`, 'utf8').catch(() => '')
      const line = passwd.split('\n').find((entry) => entry.startsWith(`${name}:`))
      if (line === undefined) return undefined
      const [, , uid, gid] = line.split(':')
      return { name, uid: Number(uid), gid: Number(gid) }
    },
    async create(name) {
      const where = root === '/' ? [] : ['--prefix', root]
      const account = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
      const shell = ['--shell', '/usr/sbin/nologin']
      const made = await run('useradd', [...where, ...account, ...shell, name], {})
      return made.code === 0
    },
  }
}
