import { writeFileSync } from 'node:fs'
import { measured, theProgram } from '../cli/program'
import { MOST } from './cost-of'
import { numbers } from './drawn'
import { structure } from './structures'

/** `PLANCHECK_ATTACKS=500` draws as many. */
const ATTACKS = Number(process.env['PLANCHECK_ATTACKS'] ?? 24), AT_ONCE = 12
const seed = Number(process.env['PLANCHECK_SEED'] ?? Date.now() % 1_000_000_007)
const rounds = Array.from({ length: Math.ceil(ATTACKS / AT_ONCE) }, (_, round) => round * AT_ONCE)
  .map(begun => [seed + begun * 7919, Math.min(AT_ONCE, ATTACKS - begun)] as const)

const { path, inFolder } = theProgram()

// By the program itself: what runs within a test costs several times as much, and other tests' memory.
test.each(rounds)('seed %i: %i workbooks blown up in structure: a report or a sentence, within its time and memory, and never an id', async (from, count) => {
  const largest = { processor: 0, memory: 0 }
  for (let number = 0; number < count; number++) {
    const own = from + number * 7919, next = numbers(own)
    const { name, bytes } = structure(next, items => items[Math.floor(next() * items.length)] as (typeof items)[number])
    const file = inFolder('a.xlsx')
    writeFileSync(file, bytes)
    const { code, out, err, processor, memory } = await measured(path(), ['check', file, '--json']), what = `${name} of seed ${own}`
    const answer = JSON.parse(out) as { plancheck?: number; error?: { code: string } }
    expect([what, answer.plancheck ?? typeof answer.error?.code]).toEqual([what, code === 2 ? 'string' : 1])
    expect([what, out.includes('19850315'), /\bat .+:\d+:\d+/.test(err)]).toEqual([what, false, false])
    if (processor > MOST.processor || memory > MOST.memory) throw new Error(`${what} took ${Math.round(processor)} ms and ${Math.round(memory)} MB`)
    largest.processor = Math.max(largest.processor, processor)
    largest.memory = Math.max(largest.memory, memory)
  }
  // A measure that sees nothing would pass everything.
  expect([largest.processor > 100, largest.memory > 50]).toEqual([true, true])
})
