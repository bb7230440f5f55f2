// Runs the tests of a mutation run in one process, without a runner around them: each change gets all modules anew, from scripts compiled once.
// Started by mutate.mjs, in the folder of the project. Told { tests, changed } first, then one change at a time; answers with who saw it.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { transformSync } from '@swc/core'
import { bind } from 'jest-each'
import { expect } from 'expect'

const root = process.cwd(), outside = createRequire(join(root, 'package.json'))
/** Scripts by path; the one that is changed is made for the change alone. */
const scripts = new Map()
/** What is changed now: `{ path, script }`; `null`: nothing. */
let changed = null
/** Tests of the file that is being loaded: `{ name, run, before }`. */
let collected = []
let around = { name: '', before: [], after: [] }

function compiled(path, text) {
  const { code } = transformSync(text, {
    filename: path, sourceMaps: false, jsc: { target: 'es2022', parser: { syntax: path.endsWith('js') ? 'ecmascript' : 'typescript', tsx: path.endsWith('x') } }, module: { type: 'commonjs' },
  })
  return new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, { filename: path })
}

function scriptOf(path) {
  if (changed?.path === path) return changed.script
  let script = scripts.get(path)
  if (script === undefined) scripts.set(path, script = compiled(path, readFileSync(path, 'utf8')))
  return script
}

const isFile = path => statSync(path, { throwIfNoEntry: false })?.isFile() === true

function pathOf(wanted, from) {
  if (wanted.startsWith('.')) {
    const base = resolve(dirname(from), wanted)
    return ['', '.ts', '.tsx', '.js', '.mjs', '/index.ts'].map(end => base + end).find(isFile) ?? null
  }
  // The one package that comes as a module only.
  return wanted.startsWith('@borgar/') ? fileURLToPath(import.meta.resolve(wanted)) : null
}

/** All modules of one run, each evaluated at most once. */
function registry() {
  const modules = new Map()
  const load = path => {
    const known = modules.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    if (path.endsWith('.json')) module.exports = JSON.parse(readFileSync(path, 'utf8'))
    else {
      const requires = wanted => {
        const inside = pathOf(wanted, path)
        return inside !== null ? load(inside) : wanted === '@jest/globals' ? globalThis : outside(wanted)
      }
      scriptOf(path).runInThisContext().call(module.exports, module.exports, requires, module, path, dirname(path))
    }
    return module.exports
  }
  return { load, paths: () => [...modules.keys()] }
}

function test(name, run) {
  if (run !== undefined) collected.push({ name: `${around.name}${name}`, run, around })
}
function describe(name, body) {
  const outer = around
  around = { name: `${outer.name}${name} > `, before: [...outer.before], after: [...outer.after] }
  body()
  around = outer
}
test.each = bind(test, false)
describe.each = bind(describe, false)
Object.assign(globalThis, {
  test, it: test, describe, expect, beforeAll: run => around.before.push(once(run)), beforeEach: run => around.before.push(run),
  afterAll: () => {}, afterEach: run => around.after.push(run), jest: { setTimeout: () => {} },
})

function once(run) {
  let done = null
  return () => (done ??= Promise.resolve(run()))
}

/** Runs one file's tests until one fails. Gives back its name; `null`: all passed. `passing`: those that pass when nothing is changed; `null`: ask all. */
async function firstFailure(file, passing, failed = () => true) {
  collected = []
  around = { name: '', before: [], after: [] }
  const modules = registry()
  try {
    modules.load(join(root, file))
  } catch (error) {
    return { name: `(loading) ${String(error).slice(0, 300)}`, paths: modules.paths() }
  }
  for (const { name, run, around: { before, after } } of collected) {
    if (passing !== null && !passing.has(name)) continue
    try {
      for (const each of before) await each()
      await run()
      for (const each of after) await each()
    } catch (error) {
      if (failed(name, error)) return { name, paths: modules.paths() }
    }
  }
  return { name: null, paths: modules.paths(), names: collected.map(({ name }) => name) }
}

const suites = []

/** Every file once with nothing changed: how long it takes, what it loads, and which of its tests pass here. */
async function begin(tests) {
  for (const file of tests) {
    const failing = new Set(), start = performance.now()
    const { name, paths, names = [] } = await firstFailure(file, null, (failure, error) => {
      failing.add(failure)
      process.send({ note: `left out, as it does not pass here: ${file}: ${failure}: ${String(error).split('\n')[0].slice(0, 160)}` })
      return false
    })
    if (name !== null) process.send({ note: `left out: ${file}: ${name}` })
    else {
      const loads = new Set(paths.map(path => relative(root, path))), passing = new Set(names.filter(each => !failing.has(each)))
      suites.push({ file, ms: performance.now() - start, loads, passing })
    }
    process.send({ alive: true })
  }
  suites.sort((a, b) => a.ms - b.ms)
  process.send({ ready: suites.map(({ file, ms, passing }) => ({ file, ms, count: passing.size })) })
}

/** The first test that sees a change; `null`: none does. */
async function seenBy({ file, text }) {
  const path = join(root, file)
  try {
    changed = { path, script: compiled(path, text) }
  } catch {
    // What does not even parse is seen by whoever builds.
    return 'the parser'
  }
  try {
    for (const suite of suites) {
      if (!suite.loads.has(file)) continue
      const { name } = await firstFailure(suite.file, suite.passing)
      process.send({ alive: true })
      if (name !== null) return `${suite.file}: ${name}`
    }
    return null
  } finally {
    changed = null
  }
}

process.on('unhandledRejection', () => {})
process.on('message', async message => {
  if (message.tests !== undefined) await begin(message.tests)
  else process.send({ by: await seenBy(message) })
})
