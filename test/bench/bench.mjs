// Measures the built product as a user runs it: npm run bench [-- --quick] [-- --only PART,PART] [-- --json FILE] [-- --readme]
// Every time is a median; ratios are to the bare inflate of the same parts, measured in turn with it.
import { spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { roster, small } from './rosters.mjs'
import { auditedRows } from './audited.mjs'
import { editedRows } from './edited.mjs'
import { fillRows } from './fill.mjs'
import { paneRows } from './pane.mjs'
import { ruledRows } from './ruled.mjs'
import { writingRows } from './writing.mjs'

const here = name => fileURLToPath(new URL(name, import.meta.url))
const cli = here('../../dist/cli.js')
const quick = process.argv.includes('--quick')
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined
if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: run npm run build first.')
  process.exit(2)
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const nowhere = openSync('/dev/null', 'w')

/** Runs a program and waits. Wall time and processor time in ms, peak memory in MB, exit code. Its output goes to a file, or nowhere. */
function run(args, outputFile, environment = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['--import', new URL('./peak.mjs', import.meta.url).href, ...args], {
      stdio: ['ignore', outputFile === undefined ? nowhere : openSync(outputFile, 'w'), 'pipe', 'pipe'], env: { ...process.env, ...environment },
    })
    let measured = ''
    let said = ''
    child.stdio[3].on('data', chunk => { measured += chunk })
    child.stderr.on('data', chunk => { said = (said + chunk).slice(-2000) })
    const patience = setTimeout(() => child.kill('SIGKILL'), 180_000)
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(patience)
      const wall = performance.now() - start
      if (code === null || code > 1) reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`))
      else {
        const { peakKilobytes, cpuMs } = JSON.parse(measured)
        resolve({ wall, cpu: cpuMs, peak: peakKilobytes / 1024, code })
      }
    })
  })
}

function inflate(path) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [here('./inflate.mjs'), path], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', chunk => { out += chunk })
    child.on('close', code => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`bare inflate of ${path} failed`))))
  })
}

const rows = []
const add = (what, measured, goal, met) => {
  rows.push({ what, measured, goal, met })
  console.error(`${what}: ${measured}${met === undefined ? '' : met ? '' : '  (goal missed)'}`)
}
const wanted = part => only === undefined || only.includes(part)
const seconds = ms => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`)
const numbers = {}

const smallFile = await small(1)
// Start-up: the CLI and an empty program in turn.
{
  const empty = []
  const started = []
  for (let turn = 0; turn < (quick ? 5 : 11); turn++) {
    empty.push(await run(['-e', '0']))
    started.push(await run([cli, 'check', smallFile[0], '--json']))
  }
  numbers.emptyMs = median(empty.map(one => one.wall))
  numbers.emptyMegabytes = median(empty.map(one => one.peak))
  numbers.startMs = median(started.map(one => one.wall))
  numbers.startOverEmptyMs = numbers.startMs - numbers.emptyMs
  if (wanted('cli')) add('CLI on a 140-row workbook, above `node -e 0`', seconds(numbers.startOverEmptyMs), '250 ms', numbers.startOverEmptyMs <= 250)
}

if (wanted('rosters')) {
  numbers.rosters = {}
  for (const size of quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]) {
    const path = await roster(size)
    const reading = []
    const bare = []
    for (let turn = 0; turn < (size > 100_000 ? 3 : 5); turn++) {
      bare.push((await inflate(path)).ms)
      reading.push(await run([cli, 'check', path, '--json']))
    }
    const wall = median(reading.map(one => one.wall))
    const peak = Math.max(...reading.map(one => one.peak))
    // Starting the program is measured above and taken off here, so that small files tell about reading.
    const work = wall - numbers.startMs
    const ratio = work / median(bare)
    numbers.rosters[size] = {
      wallMs: wall,
      workMs: work,
      inflateMs: median(bare),
      ratio,
      peakMegabytes: peak,
      aboveEmptyMegabytes: peak - numbers.emptyMegabytes,
    }
    add(`${size.toLocaleString('en')} rows × 12: read and check`, `${seconds(wall)}, ${ratio.toFixed(1)} × bare inflate (${seconds(median(bare))})`, size === 1_000_000 ? '12 ×' : '', size === 1_000_000 ? ratio <= 12 : undefined)
    add(`${size.toLocaleString('en')} rows × 12: peak memory`, `${Math.round(peak)} MB, ${Math.round(peak - numbers.emptyMegabytes)} MB above an empty process`, size === 100_000 ? '150 MB above' : size === 1_000_000 ? '700 MB' : '', size === 100_000 ? peak - numbers.emptyMegabytes <= 150 : size === 1_000_000 ? peak <= 700 : undefined)
  }
  const growth = (from, to) => (numbers.rosters[to].workMs / numbers.rosters[from].workMs) / (to / from)
  numbers.growth = quick ? growth(10_000, 100_000) : growth(100_000, 1_000_000)
  add(quick ? 'growth from 10k to 100k rows, 1 = linear' : 'growth from 100k to 1M rows, 1 = linear', numbers.growth.toFixed(2), '1.10', numbers.growth <= 1.1)
}

if (wanted('communities')) {
  const path = await roster(90_000, 30_000)
  const runs = []
  for (let turn = 0; turn < 3; turn++) runs.push(await run([cli, 'check', path, '--json']))
  numbers.communities = { wallMs: median(runs.map(one => one.wall)), peakMegabytes: Math.max(...runs.map(one => one.peak)) }
  add('30,000 communities of three people each', `${seconds(numbers.communities.wallMs)}, ${Math.round(numbers.communities.peakMegabytes)} MB`, '')
}

if (wanted('many')) {
  const many = await small(300)
  const runs = []
  for (let turn = 0; turn < 3; turn++) runs.push((await run([cli, 'check', ...many, '--json'])).wall)
  numbers.manyMs = median(runs)
  add('300 workbooks of 140 rows in one call', `${seconds(numbers.manyMs)}, ${((numbers.manyMs - numbers.startMs) / 300).toFixed(1)} ms each`, '')
}

if (wanted('fill')) {
  await fillRows({ add, cli, numbers, quick, run, seconds })
  await writingRows({ add, numbers, quick, run, seconds })
}
if (wanted('ruled')) await ruledRows({ add, numbers, quick, run, seconds })
if (wanted('audited')) await auditedRows({ add, numbers, quick, seconds })
if (wanted('edited')) await editedRows({ add, numbers, quick, seconds })
if (wanted('pane')) await paneRows({ add, numbers, quick, seconds })

const table = ['| what | measured | goal | |', '|---|---|---|---|', ...rows.map(row => `| ${row.what} | ${row.measured} | ${row.goal} | ${row.met === undefined ? '' : row.met ? '✓' : '✕'} |`)].join('\n')
console.log(`\nNode ${process.version}, ${cpus().length} processors${quick ? ', quick' : ''}\n\n${table}`)
if (process.argv.includes('--readme')) {
  for (const name of ['docs/performance.md']) {
    const file = here(`../../${name}`)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/(<!-- bench -->)[^]*?(<!-- \/bench -->)/, `$1\n${table}\n$2`))
  }
}
if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify({ node: process.version, quick, numbers, rows }, null, 2)}\n`)
