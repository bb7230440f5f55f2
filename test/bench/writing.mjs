// What writing alone costs, once the workbook is read: edits on a small sheet beside a long roster, and inside the roster itself.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { folder } from './rosters.mjs'

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** The file host as one module, built as the command line is: the host is not a door of its own in dist. */
async function builtHost() {
  const outDir = join(folder(), 'host')
  await build({
    configFile: false, logLevel: 'silent',
    build: { ssr: fileURLToPath(new URL('../../src/hosts/xlsx/node.ts', import.meta.url)), outDir, emptyOutDir: true, target: 'node20', rollupOptions: { output: { entryFileNames: 'host.mjs' } } },
  })
  return join(outDir, 'host.mjs')
}

/** Needs the workbooks that `fillRows` left: a roster with the budget sheets beside it. */
export async function writingRows({ add, numbers, quick, run, seconds }) {
  const host = await builtHost()
  const child = fileURLToPath(new URL('./write-child.mjs', import.meta.url))
  numbers.writing = {}
  const goals = { 100_000: { ms: 100, megabytes: 60 }, 1_000_000: { ms: 300 } }
  for (const size of quick ? [100_000] : [100_000, 1_000_000]) {
    const file = join(folder(), `filled-${size}.xlsx`)
    for (const where of ['beside', 'inside']) {
      if (where === 'inside' && size < 1_000_000) continue
      const list = join(folder(), `writing-${size}-${where}.json`)
      const turns = []
      for (let turn = 0; turn < (where === 'inside' ? 1 : 5); turn++) turns.push({ ...(await run(['--expose-gc', child, host, file, where], list)), measured: JSON.parse(readFileSync(list, 'utf8')) })
      const ms = median(turns.map(turn => turn.measured.ms)),
        extra = median(turns.map(turn => turn.measured.extraMegabytes)),
        peak = Math.max(...turns.map(turn => turn.peak))
      const rows = size.toLocaleString('en'), goal = goals[size]
      numbers.writing[`${size}-${where}`] = { ms, extraMegabytes: extra, peakMegabytes: peak }
      if (where === 'beside') {
        const fast = ms <= goal.ms && (goal.megabytes === undefined || extra <= goal.megabytes)
        add(`1,200 cells of a small sheet beside ${rows} rows, after reading`, `${seconds(ms)}, ${Math.round(extra)} MB more held`, `${goal.ms} ms${goal.megabytes === undefined ? '' : `, ${goal.megabytes} MB`}`, fast)
      } else add(`1,200 cells inside the sheet of ${rows} rows, not read before`, `${seconds(ms)}, ${Math.round(peak)} MB`, '300 MB', peak <= 300)
    }
  }
}
