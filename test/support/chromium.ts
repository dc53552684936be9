import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findProgram } from './needing.ts'

/** Debian's Chromium, without a window. Its sandbox needs rights that containers and root do not have. */
export async function openChromium(): Promise<Browser> {
  const executablePath = findProgram('chromium')
  if (executablePath === undefined) throw new Error('chromium is missing')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
