import { join } from 'node:path'
import { administer } from './admin/administer.ts'
import { readEnvironment } from './config.ts'

process.exitCode = await administer({
  words: process.argv.slice(2),
  environment: readEnvironment,
  root: join(import.meta.dirname, '..'),
  typed: process.stdin,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
})
