// What the rules about people cost: the command line with all of them and without any, in turn, in processor time.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { folder, roster } from './rosters.mjs'

const here = name => fileURLToPath(new URL(name, import.meta.url))
const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function builtProgram() {
  const outDir = join(folder(), 'ruled')
  await build({
    configFile: false, logLevel: 'silent', define: { PLANCHECK_VERSION: '"bench"' }, ssr: { noExternal: true },
    build: { ssr: here('./ruled.ts'), outDir, emptyOutDir: true, target: 'node20', minify: true, rolldownOptions: { output: { entryFileNames: 'ruled.mjs', codeSplitting: false } } },
  })
  return join(outDir, 'ruled.mjs')
}

export async function ruledRows({ add, numbers, quick, run, seconds }) {
  const program = await builtProgram(), size = quick ? 100_000 : 1_000_000, path = await roster(size), times = { with: [], without: [] }
  // A rule has the name of its file.
  const people = readdirSync(here('../../src/rules/people')).map(name => basename(name, '.ts')).join(',')
  for (let turn = 0; turn < 5; turn++) {
    times.with.push((await run([program, 'check', path, '--json'])).cpu)
    times.without.push((await run([program, 'check', path, '--json'], undefined, { PLANCHECK_WITHOUT: people })).cpu)
  }
  const whole = median(times.with), rest = median(times.without), ratio = whole / rest
  numbers.ruled = { size, withMs: whole, withoutMs: rest, ratio }
  add(`${size.toLocaleString('en')} rows × 12: check with all rules about people, processor time`, `${seconds(whole)}, ${ratio.toFixed(2)} × without them (${seconds(rest)})`, '1.5 ×', ratio <= 1.5)
}
