// npm run mutate -- src/judge [--sample 60] [--seed 1] [--tests test/checks,test/sensitivity]
// Proof by breaking: changes one place of the source at a time, in memory, and runs the tests that should see it, in one process (mutate-worker.mjs).
// What is changed is a folder, a file, several of them with commas between, or the name of what stands in several floors: `decisions`, `tables`.
// Prints each change that no test saw, and the share that was seen. A change that the compiler would refuse is no change: types are stripped, not checked.
import { fork } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** Code that belongs together and stands in several floors. */
const AREAS = {
  // One view of a table: what a cell says after ditto marks and merges, what a column holds, which row belongs to whom, and who counts.
  tables: ['ditto', 'merged-down', 'which-count', 'settle-table', 'grid', 'column-values', 'table-readings', 'row-context', 'identities', 'row-cells'].map(name => `src/read/${name}.ts`),
  decisions: [
    'src/core/decisions.ts', 'src/core/decisions-part.ts', 'src/core/waiver.ts', 'src/core/workbook-key.ts', 'src/core/own-number.ts',
    'src/read/mapping.ts', 'src/vocabulary/settled-words.ts', 'src/hosts/xlsx/decisions-part.ts', 'src/rules/workbook/acceptance-lapsed.ts',
  ],
}
/** The tests that answer for a place, as patterns; those that load what is changed run one after the other, the quickest first, until one fails. */
const TESTS = {
  'src/judge': ['test/check', 'test/checks', 'test/sensitivity'],
  'src/read': ['test/read', 'test/check'],
  tables: ['test/read', 'test/check'],
  'src/core': ['test/core', 'test/messages', 'test/hosts'],
  'src/budgets/own': ['test/fill/own-', 'test/fill/properties'],
  decisions: ['test/core', 'test/vocabulary/settled-words', 'test/hosts/decisions-part', 'test/read/(mapping|told)', 'test/rules/acceptance', 'test/policies', 'test/checks/cells-behind', 'test/audit/acceptance'],
}
const SWAPS = new Map([
  ['<', '<='], ['<=', '<'], ['>', '>='], ['>=', '>'], ['===', '!=='], ['!==', '==='], ['+', '-'], ['-', '+'], ['*', '/'], ['/', '*'], ['&&', '||'], ['||', '&&'],
])
const NAMES = new Map([['min', 'max'], ['max', 'min'], ['some', 'every'], ['every', 'some'], ['floor', 'ceil'], ['ceil', 'floor']])

const [folder, ...rest] = process.argv.slice(2)
const option = name => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined)
if (folder === undefined) {
  console.error('usage: npm run mutate -- FOLDER_OR_FILE [--sample N] [--seed N] [--tests PATH,PATH]')
  process.exit(2)
}
const home = Object.keys(TESTS).find(each => folder.startsWith(each))
const tests = option('--tests')?.split(',') ?? TESTS[home] ?? []
if (tests.length === 0) {
  console.error(`no tests are named for ${folder}: give them with --tests`)
  process.exit(2)
}

const SEED = Number(option('--seed') ?? 1)
const found = (AREAS[folder] ?? folder.split(',')).flatMap(files).flatMap(changesOf)
const chosen = sampled(found, Number(option('--sample') ?? found.length), SEED)
const patterns = tests.map(pattern => new RegExp(`^${pattern}`))
const suites = files('test').filter(file => file.endsWith('.test.ts') && patterns.some(pattern => pattern.test(file)))

/** A suite may take so long before a change counts as one that makes a loop endless: six times the longest, and a minute. */
let patience = 900_000
let worker = await started(true)
let seen = 0
const missed = []
for (const change of chosen) {
  const text = readFileSync(change.file, 'utf8')
  const by = await asked({ file: change.file, text: text.slice(0, change.from) + change.text + text.slice(change.to) })
  if (by === null) {
    missed.push(change)
    console.log(`not seen  ${change.file}:${change.line}  ${change.was} -> ${change.text}   ${change.around}`)
  } else seen++
  if (process.stderr.isTTY) process.stderr.write(`\r${seen + missed.length} of ${chosen.length} `)
}
worker.kill()
console.log(`${folder}: ${seen} of ${chosen.length} changes seen (${((seen / chosen.length) * 100).toFixed(1)}%), drawn from ${found.length} with seed ${SEED}`)
process.exit(missed.length === 0 ? 0 : 1)

/** A worker that has run every suite once with nothing changed. */
async function started(first) {
  const begun = fork(fileURLToPath(new URL('./mutate-worker.mjs', import.meta.url)), { execArgv: ['--max-old-space-size=3000'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const { ready } = await answer(begun, { tests: suites }, 'ready', note => first && console.error(note))
  if (ready === undefined) {
    console.error('the tests could not be run with nothing changed')
    process.exit(2)
  }
  if (first) console.error(`${ready.reduce((sum, suite) => sum + suite.count, 0)} tests in ${ready.length} files`)
  patience = 60_000 + 6 * Math.max(...ready.map(suite => suite.ms))
  return begun
}

/** Who sees a change; `null`: nobody. One that hangs, or takes the process with it, is seen. */
async function asked(change) {
  const said = await answer(worker, change, 'by', () => {})
  if (said.by !== undefined) return said.by
  worker.kill('SIGKILL')
  worker = await started(false)
  return 'the clock'
}

/** What a worker answers under this name; nothing when it dies or is silent for too long. */
function answer(whom, message, name, noted) {
  return new Promise(resolve => {
    let clock
    const end = said => {
      clearTimeout(clock)
      whom.removeAllListeners()
      resolve(said)
    }
    const wait = () => {
      clearTimeout(clock)
      clock = setTimeout(() => end({}), patience)
    }
    whom.on('message', said => {
      if (said.note !== undefined) noted(said.note)
      if (name in said) end(said)
      else wait()
    })
    whom.on('exit', () => end({}))
    wait()
    whom.send(message)
  })
}

function files(path) {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true }).map(name => join(path, name)).filter(name => name.endsWith('.ts')).sort()
}

/** Every change of one place in a file: `{ file, line, from, to, was, text, around }`. */
function changesOf(file) {
  const text = readFileSync(file, 'utf8'), source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), changes = []
  const add = (node, to) => {
    const from = node.getStart(source), line = source.getLineAndCharacterOfPosition(from).line
    const around = (text.split('\n')[line] ?? '').trim().slice(0, 110)
    changes.push({ file, line: line + 1, from, to: node.getEnd(), was: text.slice(from, node.getEnd()).slice(0, 40), text: to, around })
  }
  const visit = node => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const swapped = SWAPS.get(node.operatorToken.getText(source))
      const words = ts.isStringLiteralLike(node.left) || ts.isTemplateExpression(node.left)
      if (swapped !== undefined && !words) add(node.operatorToken, swapped)
    }
    if (ts.isIfStatement(node)) {
      add(node.expression, 'false')
      add(node.expression, 'true')
    }
    if (ts.isConditionalExpression(node)) add(node.condition, 'true')
    if (ts.isNumericLiteral(node)) add(node, `(${node.text} + 1)`)
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false')
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true')
    if (ts.isPropertyAccessExpression(node) && NAMES.has(node.name.text)) add(node.name, NAMES.get(node.name.text))
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) add(node, node.operand.getText(source))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return changes
}

/** So many of a list, drawn evenly and the same for the same seed. */
function sampled(list, count, seed) {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return list.map(item => ({ item, at: next() })).sort((a, b) => a.at - b.at).slice(0, count).map(({ item }) => item)
}
