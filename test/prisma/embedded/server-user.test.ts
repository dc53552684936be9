import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { DatabaseRefusal } from '../../../prisma/database-refusal.ts'
import type { ServerUser } from '../../../prisma/embedded/run-as.ts'
import {
  accountsOf,
  chooseServerUser,
  type Accounts,
} from '../../../prisma/embedded/server-user.ts'

/** A machine that knows these names, and makes accounts or does not. */
function machineWith(names: string[], canCreate: boolean): Accounts {
  const known = new Map<string, ServerUser>()
  const add = (name: string) => known.set(name, { name, uid: 100 + known.size, gid: 100 })
  names.forEach(add)
  return {
    find: (name) => Promise.resolve(known.get(name)),
    create: (name) => {
      if (canCreate) add(name)
      return Promise.resolve(canCreate)
    },
  }
}

async function choose(accounts: Accounts): Promise<{ name: string; said: string[] }> {
  const said: string[] = []
  const { name } = await chooseServerUser(accounts, (line) => said.push(line))
  return { name, said }
}

describe('as root the server runs as', () => {
  test('the machine’s postgres, without a word', async () => {
    const chosen = await choose(machineWith(['nobody', 'postgres'], true))
    expect(chosen).toEqual({ name: 'postgres', said: [] })
  })

  test('an account made for it, which is said once and found again', async () => {
    const machine = machineWith(['nobody'], true)
    expect(await choose(machine)).toEqual({
      name: 'thi-dua-bot',
      said: [expect.stringContaining('đã tạo người dùng hệ thống thi-dua-bot')],
    })
    expect(await choose(machine)).toEqual({ name: 'thi-dua-bot', said: [] })
  })

  test('nobody where no account can be made, which is said', async () => {
    expect(await choose(machineWith(['nobody'], false))).toEqual({
      name: 'nobody',
      said: [expect.stringContaining('nobody')],
    })
  })

  test('none where there is not even that: refused with what to do', async () => {
    const choosing = choose(machineWith([], false))
    await expect(choosing).rejects.toThrow(DatabaseRefusal)
    await expect(choosing).rejects.toThrow(/tạo người dùng postgres/)
  })
})

describe('the accounts of a machine', () => {
  /** The account files of an otherwise empty machine, below a folder. */
  async function newMachine(): Promise<string> {
    const root = await mkdtemp(join(inject('scratch'), 'machine-'))
    await mkdir(join(root, 'etc'))
    await writeFile(join(root, 'etc/passwd'), 'nobody:x:65534:65534::/nonexistent:/bin/false\n')
    await writeFile(join(root, 'etc/group'), 'nogroup:x:65534:\n')
    await writeFile(join(root, 'etc/shadow'), '')
    await writeFile(join(root, 'etc/gshadow'), '')
    return root
  }

  test('are found by their whole name', async () => {
    const accounts = accountsOf(await newMachine())
    expect(await accounts.find('nobody')).toEqual({ name: 'nobody', uid: 65534, gid: 65534 })
    expect(await accounts.find('nobod')).toBeUndefined()
  })

  const canMake = process.getuid?.() === 0 && spawnSync('useradd', ['--help']).status === 0
  if (!canMake)
    process.stderr.write('\nSKIPPED: making a system account: it needs root and useradd\n')

  test.runIf(canMake)('are made with the system’s own useradd, once', async () => {
    const accounts = accountsOf(await newMachine())
    expect(await accounts.create('thi-dua-bot')).toBe(true)
    const made = await accounts.find('thi-dua-bot')
    expect(made?.uid).toBeGreaterThan(0)
    expect(made?.uid).toBeLessThan(1000)
    expect(await accounts.create('thi-dua-bot')).toBe(false)
  })
})
