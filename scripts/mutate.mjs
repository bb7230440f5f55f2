// npm run mutate -- src/judge [--sample 60] [--seed 1] [--tests test/checks,test/sensitivity]
// Proof by breaking: changes one place of the source at a time (in a copy of the project) and runs the tests that should see it.
// What is changed is a folder, a file, several of them with commas between, or `decisions`: what a person settled is kept in more than one floor.
// Prints each change that no test saw, and the share that was seen. A change that the compiler would refuse is no change: types are stripped, not checked.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'

/** Code that belongs together and stands in several floors. */
const AREAS = {
  decisions: [
    'src/core/decisions.ts', 'src/core/decisions-part.ts', 'src/core/waiver.ts', 'src/core/workbook-key.ts', 'src/core/own-number.ts',
    'src/read/mapping.ts', 'src/vocabulary/settled-words.ts', 'src/hosts/xlsx/decisions-part.ts', 'src/rules/workbook/acceptance-lapsed.ts',
  ],
}
/** The tests that answer for a place, quickest first: they run one after the other (those in one text together), and the first that fails ends the run of a change. */
const TESTS = {
  'src/judge': ['test/check.test.ts', 'test/checks test/sensitivity'],
  'src/core': ['test/core', 'test/messages', 'test/hosts'],
  'src/budgets/own': ['test/fill/own-(cells|layouts|reckoning|words|kinds)', 'test/fill/own-(accounts|bureau|forms|offices|titles)', 'test/fill/own-truth', 'test/fill/properties'],
  decisions: ['test/core test/vocabulary/settled-words test/hosts/decisions-part test/read/(mapping|told) test/rules/acceptance', 'test/policies test/checks/cells-behind test/audit/acceptance'],
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

const found = (AREAS[folder] ?? folder.split(',')).flatMap(files).flatMap(changesOf)
const chosen = sampled(found, Number(option('--sample') ?? found.length), Number(option('--seed') ?? 1))
const copy = mkdtempSync(join(tmpdir(), 'plancheck-mutate-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const name of ['src', 'taskpane', 'test', 'samples', 'docs', 'package.json', 'jest.config.js', 'tsconfig.json', 'README.md', 'README.zh-CN.md', 'manifest.xml'])
  cpSync(name, join(copy, name), { recursive: true })
symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
/** How long each of the tests takes when nothing is changed, in milliseconds: a change that makes a loop endless is seen by that. */
const usual = new Map()
for (const test of tests) {
  const begun = Date.now()
  if (!passes(test, 900_000)) {
    console.error(`the tests fail before anything is changed: ${test}`)
    process.exit(2)
  }
  usual.set(test, Date.now() - begun)
}
let seen = 0
const missed = []
for (const change of chosen) {
  const path = join(copy, change.file), before = readFileSync(path, 'utf8')
  writeFileSync(path, before.slice(0, change.from) + change.text + before.slice(change.to))
  if (green()) {
    missed.push(change)
    console.log(`not seen  ${change.file}:${change.line}  ${change.was} -> ${change.text}   ${change.around}`)
  } else seen++
  writeFileSync(path, before)
}
console.log(`${folder}: ${seen} of ${chosen.length} changes seen (${((seen / chosen.length) * 100).toFixed(1)}%), drawn from ${found.length}`)
process.exitCode = missed.length === 0 ? 0 : 1

function green() {
  return tests.every(test => passes(test, 60_000 + 6 * usual.get(test)))
}

function passes(test, timeout) {
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', 'core', '--bail', '--silent', '-w', '1', ...test.split(' ')]
  return spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore', timeout, killSignal: 'SIGKILL' }).status === 0
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
