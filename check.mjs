// Format, lint, directions and types, all at once on as many processors as there are; what each has
// to say comes when it ends.
import { spawn } from 'node:child_process'
import process from 'node:process'

const CHECKS = ['lint', 'types', 'format:check', 'directions']

function run(check) {
  const child = spawn('npm', ['run', '--silent', check], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece) => (said += piece))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      process.stdout.write(`${check}: ${code === 0 ? 'ok' : 'failed'}\n${said}\n`)
      resolve(code)
    })
  })
}

const codes = await Promise.all(CHECKS.map(run))
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
