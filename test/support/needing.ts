import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The first program of these names that can be run from PATH. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun)
}

/**
 * Describes a suite that needs programs which not every machine has. Without one of them it is
 * skipped and says so; with REQUIRE_ALL_SUITES=1, as in continuous integration, that is a failure.
 */
export function describeNeeding(
  programs: string | readonly string[],
  title: string,
  suite: () => void,
): void {
  const missing = [programs].flat().find((program) => findProgram(program) === undefined)
  if (missing === undefined) {
    describe(title, suite)
    return
  }
  if (process.env['REQUIRE_ALL_SUITES'] === '1') {
    test(`${title}: ${missing} is on this machine`, () => expect.fail(`${missing} is missing`))
    return
  }
  process.stderr.write(`\nSKIPPED: ${title} – ${missing} is not on this machine\n`)
  describe.skip(title, suite)
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
