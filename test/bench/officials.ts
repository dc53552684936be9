import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { promisify } from 'node:util'
import type { Webhook } from './platform/load.ts'
import type { Platform } from './platform/start.ts'
import type { Stage } from './stage.ts'

type Invite = { roles: readonly string[]; code: string }

/** Telegram's numbers of the people; any that nobody else has. */
const FIRST_CHAT = 5_000_001

/**
 * Registers the demonstration people who report – each unit's contact and head – as they would do it
 * themselves: codes by `admin invites issue`, each sent by its own account. Gives their chats.
 */
export async function registerOfficials(
  stage: Stage,
  platform: Platform,
  { env, to }: { env: Readonly<Record<string, string>>; to: Webhook },
): Promise<readonly number[]> {
  const issued = await issueInvites(stage, env)
  const invites = issued.filter(({ roles }) =>
    roles.some((role) => role === 'contact' || role === 'head'),
  )
  const chats = invites.map((_, index) => FIRST_CHAT + index)
  const texts = invites.map(({ code }) => `/start ${code}`)
  const count = chats.length
  const pattern = { kind: 'closed', connections: 4, count, withinMs: 120_000 } as const
  await platform.load({ kind: 'updates', to, chats, first: 1, pattern, texts })
  return chats
}

async function issueInvites(
  stage: Stage,
  env: Readonly<Record<string, string>>,
): Promise<Invite[]> {
  const admin = join(stage.root, 'dist', 'admin.js')
  const { stdout } = await promisify(execFile)(execPath, [admin, 'invites', 'issue', '--json'], {
    cwd: stage.folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  return JSON.parse(stdout) as Invite[]
}
