import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  begin,
  layOutProject,
  scratchFolder,
  start,
  type Project,
} from '../support/embedded-project.ts'

let project: Project
beforeAll(async () => {
  project = await layOutProject(await scratchFolder())
})

const newDataDir = async () => join(await scratchFolder(), 'data')
const inHome = (dataDir: string, name: string) => join(dataDir, 'postgres', name)

async function postmasterPid(dataDir: string): Promise<number> {
  const text = await readFile(inHome(dataDir, 'cluster/postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

const isRunning = (dataDir: string) => existsSync(inHome(dataDir, 'cluster/postmaster.pid'))

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const makeTable = (url: string) => query(url, 'create table noted (id int primary key)')

async function notedIds(url: string): Promise<number[]> {
  const rows = await query<{ id: number }>(url, 'select id from noted order by id')
  return rows.map(({ id }) => id)
}

/** Inserts 1, 2, 3, … one by one until the connection breaks; returns what was acknowledged. */
async function writeUntilBroken(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const acknowledged: number[] = []
  for (let id = 1; ; id++) {
    try {
      await client.query('insert into noted values ($1)', [id])
      acknowledged.push(id)
    } catch {
      return acknowledged
    }
  }
}

async function eventually<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await look()
    } catch (error) {
      if (tries > 200) throw error
      await sleep(50)
    }
  }
}

describe('a life without accidents', () => {
  test('the first start says what takes long and makes a database that knows Vietnamese', async () => {
    const dataDir = await newDataDir()
    const running = await start(project, dataDir)
    const [row] = await query(
      running.url,
      `select current_setting('server_encoding') as encoding, lower('ĐƯỜNG LÀNG') as lower,
              current_setting('timezone') as zone, current_setting('max_connections') as connections,
              current_setting('fsync') as fsync, current_database() as database`,
    )
    expect(row).toEqual({
      encoding: 'UTF8',
      lower: 'đường làng',
      zone: 'UTC',
      connections: '100',
      fsync: 'on',
      database: 'thi_dua',
    })
    expect(running.said).toEqual([expect.stringContaining('đang tạo cơ sở dữ liệu')])
    await running.stop()
  })

  test('a later start is silent, takes under 5 s and finds the rows at the same address', async () => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await makeTable(first.url)
    await query(first.url, 'insert into noted values (1)')
    await first.stop()
    expect(isRunning(dataDir)).toBe(false)

    const begun = performance.now()
    const second = await start(project, dataDir)
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(second.said).toEqual([])
    expect(second.url).toBe(first.url)
    expect(await notedIds(second.url)).toEqual([1])
    await second.stop()
  })

  test('only this machine reaches the server, only with a password that only we can read', async () => {
    const dataDir = await newDataDir()
    const running = await start(project, dataDir)
    const [row] = await query(
      running.url,
      `select current_setting('listen_addresses') as address,
              current_setting('unix_socket_directories') as sockets`,
    )
    expect(row).toEqual({ address: '127.0.0.1', sockets: '' })
    const { mode } = await stat(inHome(dataDir, 'connection.json'))
    expect(mode & 0o777).toBe(0o600)
    const guess = new URL(running.url)
    guess.password = 'guess'
    await expect(query(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    await running.stop()
  })

  test('a statement, its values and the detail of its failure are not in the log', async () => {
    const dataDir = await newDataDir()
    const running = await start(project, dataDir)
    await query(running.url, 'create table people (phone text primary key)')
    await query(running.url, `insert into people values ('0900000000')`)
    await expect(query(running.url, `insert into people values ('0900000000')`)).rejects.toThrow()
    await expect(query(running.url, `select '0900000000'::date`)).rejects.toThrow()
    await running.stop()
    expect(await readFile(inHome(dataDir, 'server.log'), 'utf8')).not.toContain('0900000000')
  })

  test('stop ends the server within 5 s, also under a statement that takes for ever', async () => {
    const running = await start(project, await newDataDir())
    const endless = query(running.url, 'select pg_sleep(3600)').catch((error: unknown) => error)
    await sleep(200)
    expect(await running.stop()).toBeLessThan(5000)
    expect(await endless).toBeInstanceOf(Error)
  })

  test('a port that another program took is replaced by a free one', async () => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await first.stop()
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
    const second = await start(project, dataDir)
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    squatter.close()
  })
})

describe('kill -9', () => {
  test('of our process group leaves a server that the next start uses, with its rows', async () => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await makeTable(first.url)
    await query(first.url, 'insert into noted values (7)')
    const server = await postmasterPid(dataDir)
    await first.kill()

    const second = await start(project, dataDir)
    expect(await postmasterPid(dataDir)).toBe(server)
    expect(await notedIds(second.url)).toEqual([7])
    await second.stop()
    expect(isRunning(dataDir)).toBe(false)
  })

  test('of the server in the middle of writing loses no acknowledged row; our process gets it back', async () => {
    const dataDir = await newDataDir()
    const running = await start(project, dataDir)
    await makeTable(running.url)
    const writing = writeUntilBroken(running.url)
    await sleep(500)
    process.kill(await postmasterPid(dataDir), 'SIGKILL')
    const acknowledged = await writing

    const found = await eventually(() => notedIds(running.url))
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(found.slice(0, acknowledged.length)).toEqual(acknowledged)
    expect(found.length - acknowledged.length).toBeLessThanOrEqual(1) // the one under way
    await running.stop()
    expect(isRunning(dataDir)).toBe(false)
  })

  test('of both in the middle of writing: the next start finds every acknowledged row', async () => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await makeTable(first.url)
    const writing = writeUntilBroken(first.url)
    await sleep(300)
    process.kill(await postmasterPid(dataDir), 'SIGKILL')
    await first.kill()
    const acknowledged = await writing

    const second = await start(project, dataDir)
    expect((await notedIds(second.url)).slice(0, acknowledged.length)).toEqual(acknowledged)
    await second.stop()
  })

  test('in the middle of the first start leaves nothing that is ever used', async () => {
    const dataDir = await newDataDir()
    for (const pauseMs of [0, 100, 300, 600]) {
      const early = begin(project, dataDir)
      await eventually(async () => {
        const names = await readdir(join(dataDir, 'postgres'))
        expect(names.some((name) => name.startsWith('unfinished-'))).toBe(true)
      })
      await sleep(pauseMs)
      await early.kill()
      if (existsSync(inHome(dataDir, 'cluster'))) break // it was faster than we: a whole cluster
    }
    const running = await start(project, dataDir)
    expect(await query(running.url, `select lower('Đ') as lower`)).toEqual([{ lower: 'đ' }])
    await running.stop()
    const names = await readdir(join(dataDir, 'postgres'))
    expect(names.sort()).toEqual(['cluster', 'connection.json', 'server.log'])
  })
})

describe('a server found in an odd state', () => {
  test('one that is shutting down is waited for', async () => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await makeTable(first.url)
    const server = await postmasterPid(dataDir)
    await first.kill()
    process.kill(server, 'SIGINT')
    const second = await start(project, dataDir)
    expect(await notedIds(second.url)).toEqual([])
    expect(await postmasterPid(dataDir)).not.toBe(server)
    await second.stop()
  })

  test('one that hangs is replaced', async () => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await makeTable(first.url)
    const server = await postmasterPid(dataDir)
    await first.kill()
    process.kill(server, 'SIGSTOP')
    const second = await start(project, dataDir)
    expect(await postmasterPid(dataDir)).not.toBe(server)
    expect(await notedIds(second.url)).toEqual([])
    await second.stop()
  })

  test('a process file that names another living program does not stop the start', async () => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await first.stop()
    const lines = [process.pid, inHome(dataDir, 'cluster'), 1, 5432, '', '127.0.0.1', '', 'ready']
    const pidFile = inHome(dataDir, 'cluster/postmaster.pid')
    await writeFile(pidFile, `${lines.join('\n')}\n`)
    const second = await start(project, dataDir)
    expect(await postmasterPid(dataDir)).not.toBe(process.pid)
    await second.stop()
  })

  test.each(['missing', 'spoilt'])('a %s password file is replaced, the rows stay', async (how) => {
    const dataDir = await newDataDir()
    const first = await start(project, dataDir)
    await makeTable(first.url)
    await first.kill() // with a server left running to which nobody has the password
    const file = inHome(dataDir, 'connection.json')
    await (how === 'missing' ? rm(file) : writeFile(file, '{"password'))
    const second = await start(project, dataDir)
    expect(second.url).not.toBe(first.url)
    expect(await notedIds(second.url)).toEqual([])
    await second.stop()
  })
})

describe('several processes on one data folder', () => {
  test('two that start at the same moment on a new folder share one server', async () => {
    const dataDir = await newDataDir()
    const [one, two] = await Promise.all([start(project, dataDir), start(project, dataDir)])
    expect(one.url).toBe(two.url)
    await makeTable(one.url)
    expect(await notedIds(two.url)).toEqual([])
    await one.stop()
    expect(await notedIds(two.url)).toEqual([])
    await two.stop()
    expect(isRunning(dataDir)).toBe(false)
  })

  test('a command beside the bot leaves the server to the bot; the last one out ends it', async () => {
    const dataDir = await newDataDir()
    const bot = await start(project, dataDir)
    const command = await start(project, dataDir)
    await command.stop()
    expect(await query(bot.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await bot.stop()
    expect(isRunning(dataDir)).toBe(false)
  })

  test('a bot that was killed does not count as a user', async () => {
    const dataDir = await newDataDir()
    const bot = await start(project, dataDir)
    const command = await start(project, dataDir)
    await bot.kill()
    await sleep(300)
    await command.stop()
    expect(isRunning(dataDir)).toBe(false)
  })

  test('processes that come and go never see their server end under them', async () => {
    const dataDir = await newDataDir()
    const comeAndGo = async (stays: number[]) => {
      for (const stayMs of stays) {
        const running = await start(project, dataDir)
        await sleep(stayMs)
        expect(await query(running.url, 'select 1 as one')).toEqual([{ one: 1 }])
        await running.stop()
      }
    }
    await Promise.all([
      comeAndGo([0, 0, 0, 0, 0, 0]),
      comeAndGo([10, 0, 40, 0, 10, 0]),
      comeAndGo([0, 90, 0, 30, 0, 5]),
    ])
    expect(isRunning(dataDir)).toBe(false)
    const names = await readdir(join(dataDir, 'postgres'))
    expect(names.sort()).toEqual(['cluster', 'connection.json', 'server.log'])
  })
})

describe('refusals, each one sentence that leaves nothing half-made', () => {
  const oneSentence = /^[^\n]+\.$/

  async function refusal(...args: Parameters<typeof start>): Promise<string> {
    const error: unknown = await start(...args).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    const sentence = error instanceof Error ? error.message : ''
    expect(sentence).toMatch(oneSentence)
    return sentence
  }

  test('a data folder that cannot be made', async () => {
    const file = join(await scratchFolder(), 'file')
    await writeFile(file, '')
    const sentence = await refusal(project, join(file, 'data'))
    expect(sentence).toContain('Không ghi được vào thư mục dữ liệu')
    expect(sentence).toContain('DATA_DIR')
  })

  test('a platform that PostgreSQL is not packaged for', async () => {
    const dataDir = await newDataDir()
    const machine = { platform: 'linux-riscv64' }
    const sentence = await refusal(project, dataDir, { machine })
    expect(sentence).toContain('linux-riscv64')
    expect(sentence).toContain('DATABASE_URL')
    expect(existsSync(dataDir)).toBe(false)
  })

  test('a cluster of another major version, which stays as it is', async () => {
    const dataDir = await newDataDir()
    await (await start(project, dataDir)).stop()
    await writeFile(inHome(dataDir, 'cluster/PG_VERSION'), '15\n')
    expect(await refusal(project, dataDir)).toContain('thuộc PostgreSQL 15')
    await writeFile(inHome(dataDir, 'cluster/PG_VERSION'), '18\n')
    await (await start(project, dataDir)).stop()
  })

  test('a failing initdb, with the line it said', async () => {
    const broken = await layOutProject(await scratchFolder())
    await rm(join(broken.postgres, 'native/share/postgresql/postgres.bki'))
    const dataDir = join(await newDataDir(), 'deeper')
    const sentence = await refusal(broken, dataDir)
    expect(sentence).toContain('Không tạo được cơ sở dữ liệu')
    expect(sentence).toContain('postgres.bki')
    expect(existsSync(join(dataDir, '..'))).toBe(false)
  })

  test('settings with which the server does not start, with the line it said', async () => {
    const dataDir = await newDataDir()
    const sentence = await refusal(project, dataDir, { settings: { shared_buffers: 'nhiều' } })
    expect(sentence).toContain('shared_buffers')
    await (await start(project, dataDir)).stop()
  })

  test('a link to a data folder that is gone, instead of an empty database in its place', async () => {
    const dataDir = await newDataDir()
    await mkdir(dataDir)
    await symlink(join(dataDir, 'gone'), join(dataDir, 'postgres'))
    expect(await refusal(project, dataDir)).toContain('không còn nữa')
    expect(await readdir(dataDir)).toEqual(['postgres'])
  })
})

test('links to shared libraries that npm was not allowed to make are made by us', async () => {
  const bare = await layOutProject(await scratchFolder())
  const lib = join(bare.postgres, 'native/lib')
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name))
  }
  await (await start(bare, await newDataDir())).stop()
  expect(existsSync(join(lib, 'libicuuc.so.60'))).toBe(true)
})

describe('who may run it', () => {
  const NOBODY = 65534
  const asRoot = process.getuid?.() === 0
  if (!asRoot)
    process.stderr.write('\nSKIPPED: the cases of root and of other accounts: they need root\n')

  async function closedFolder(): Promise<string> {
    const folder = join(await scratchFolder(), 'closed')
    await mkdir(folder, { mode: 0o700 })
    return folder
  }

  async function folderOf(uid: number): Promise<string> {
    const folder = await scratchFolder()
    await chown(folder, uid, uid)
    return folder
  }

  async function serverUid(dataDir: string): Promise<number> {
    return (await stat(`/proc/${await postmasterPid(dataDir)}`)).uid
  }

  test.runIf(asRoot)('an ordinary user runs the server as himself', async () => {
    const dataDir = join(await folderOf(NOBODY), 'data')
    const running = await start(project, dataDir, { uid: NOBODY })
    expect(await serverUid(dataDir)).toBe(NOBODY)
    await running.stop()
    expect(isRunning(dataDir)).toBe(false)
  })

  test.runIf(asRoot)('root runs it as another account', async () => {
    const dataDir = await newDataDir()
    const running = await start(project, dataDir)
    expect(await serverUid(dataDir)).not.toBe(0)
    await running.stop()
  })

  test.runIf(asRoot)('root serves a cluster as the account that owns it', async () => {
    const dataDir = join(await folderOf(NOBODY), 'data')
    await (await start(project, dataDir, { uid: NOBODY })).stop()
    const running = await start(project, dataDir)
    expect(await serverUid(dataDir)).toBe(NOBODY)
    await running.stop()
  })

  test.runIf(asRoot)('a folder that an ordinary user may not write is refused', async () => {
    const folder = await scratchFolder()
    const started = start(project, join(folder, 'data'), { uid: NOBODY })
    await expect(started).rejects.toThrow(/Không ghi được vào thư mục dữ liệu .*EACCES/)
    expect(await readdir(folder)).toEqual([])
  })

  test.runIf(asRoot)('the cluster of another account is refused', async () => {
    const dataDir = await newDataDir()
    await (await start(project, dataDir)).stop()
    await chmod(dataDir, 0o755)
    await chown(join(dataDir, 'postgres'), NOBODY, NOBODY)
    const started = start(project, dataDir, { uid: NOBODY })
    await expect(started).rejects.toThrow(/thuộc người dùng khác của máy/)
  })

  test.runIf(asRoot)(
    'as root below a closed folder, programs and data go where the server can reach them',
    async () => {
      const sharedFolder = join(await scratchFolder(), 'shared')
      const closed = await layOutProject(await closedFolder())
      const dataDir = join(closed.folder, '.data')
      const first = await start(closed, dataDir, { machine: { sharedFolder } })
      await makeTable(first.url)
      await first.stop()
      expect(first.said).toContainEqual(expect.stringContaining(sharedFolder))
      const [home] = await readdir(sharedFolder)
      expect(await readdir(join(sharedFolder, home!))).toContain('cluster')

      const second = await start(closed, dataDir, { machine: { sharedFolder } })
      expect(second.said).toEqual([])
      expect(await notedIds(second.url)).toEqual([])
      await second.stop()
      expect(await readdir(sharedFolder)).toHaveLength(1)
    },
  )

  test.runIf(asRoot)('two processes below a closed folder agree on the place', async () => {
    const sharedFolder = join(await scratchFolder(), 'shared')
    const closed = await layOutProject(await closedFolder())
    const dataDir = join(closed.folder, '.data')
    const both = [1, 2].map(() => start(closed, dataDir, { machine: { sharedFolder } }))
    const [one, two] = await Promise.all(both)
    expect(one!.url).toBe(two!.url)
    await Promise.all([one!.stop(), two!.stop()])
    expect(await readdir(sharedFolder)).toHaveLength(1)
    expect(isRunning(dataDir)).toBe(false)
  })

  test.runIf(asRoot)(
    'a closed project with an open data folder copies the programs only',
    async () => {
      const closed = await layOutProject(await closedFolder())
      const dataDir = await newDataDir()
      const running = await start(closed, dataDir)
      expect(running.said).toContainEqual(
        expect.stringContaining('Đang chép chương trình PostgreSQL'),
      )
      const names = await readdir(join(dataDir, 'postgres'))
      expect(names.filter((name) => name.startsWith('postgresql-'))).toHaveLength(1)
      await running.stop()
    },
  )

  test.runIf(asRoot)(
    'a cluster that its account can no longer reach is refused, not replaced',
    async () => {
      const folder = await scratchFolder()
      const dataDir = join(folder, 'data')
      await (await start(project, dataDir)).stop()
      await chmod(folder, 0o700)
      await expect(start(project, dataDir)).rejects.toThrow(/không vào được thư mục/)
    },
  )
})
