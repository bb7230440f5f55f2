// Filling budget sheets in a workbook whose roster is long: what the writing costs on top of reading.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folder, roster } from './rosters.mjs'

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

export async function fillRows({ add, cli, numbers, quick, run, seconds }) {
  numbers.fill = {}
  for (const size of quick ? [100_000] : [100_000, 1_000_000]) {
    const path = await roster(size, 20)
    const out = join(folder(), `filled-${size}.xlsx`)
    const list = join(folder(), `filled-${size}.json`)
    const checks = []
    const fills = []
    for (let turn = 0; turn < 3; turn++) {
      checks.push((await run([cli, 'check', path, '--json'])).wall)
      rmSync(out, { force: true })
      fills.push(await run([cli, 'fill', path, '-o', out, '--json'], list))
    }
    const cells = JSON.parse(readFileSync(list, 'utf8')).changes.length
    const wall = median(fills.map(one => one.wall))
    const above = wall - median(checks)
    const peak = Math.max(...fills.map(one => one.peak))
    numbers.fill[size] = { cells, wallMs: wall, aboveCheckMs: above, peakMegabytes: peak }
    add(`fill ${cells.toLocaleString('en')} cells beside a roster of ${size.toLocaleString('en')} rows`, `${seconds(wall)}, ${seconds(above)} above checking it, ${Math.round(peak)} MB`, '')
  }
}
