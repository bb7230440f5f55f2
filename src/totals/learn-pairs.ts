import { tally } from './learn'
import type { Relation } from './learn'
import { valueAt } from './lines'
import type { Lines } from './lines'

const WINDOW = 14
const VOTERS = 12

/** One line is two others together, wherever they stand: income less expenditure, this year and the change. */
export function learnPairs(lines: Lines, all: readonly number[], relations: Relation[]): void {
  if (all.length < 3) return
  const width = all.length <= 60 ? all.length : WINDOW
  const done = new Set(relations.map(relation => relation.target))
  const known = new Set(relations.map(relation => [relation.target, ...relation.parts].join()))
  const proposals = new Map<string, number>()
  const voters = votersOf(lines, all)
  for (const s of voters) {
    const unit = lines.unit[s] ?? 0
    const at = new Map<number, number[]>()
    for (const line of all) {
      const value = valueAt(lines, line, s)
      if (Number.isNaN(value) || value === 0) continue
      const key = Math.round(value / unit), same = at.get(key)
      if (same === undefined) at.set(key, [line])
      else if (same.length < 4) same.push(line)
    }
    for (let i = 0; i < all.length; i++) {
      const a = valueAt(lines, all[i] ?? 0, s)
      if (Number.isNaN(a) || a === 0) continue
      for (let k = i + 1; k < Math.min(all.length, i + width); k++) {
        const b = valueAt(lines, all[k] ?? 0, s)
        if (Number.isNaN(b) || b === 0 || a + b === 0) continue
        for (const target of at.get(Math.round((a + b) / unit)) ?? []) {
          if (target === all[i] || target === all[k] || done.has(target)) continue
          const key = `${target},${all[i] ?? 0},${all[k] ?? 0}`
          proposals.set(key, (proposals.get(key) ?? 0) + 1)
        }
      }
    }
  }
  const chance = Math.log10(all.length * width)
  const sure: Relation[] = []
  for (const [key, count] of proposals) {
    if (count < Math.max(1, voters.length * 0.4)) continue
    const [target = 0, first = 0, second = 0] = key.split(',').map(Number)
    if (known.has([target, ...[first, second].sort((x, y) => x - y)].join())) continue
    const relation = tally(lines, target, [first, second])
    const agree = relation.agree.length
    if (
      relation.near.length + relation.loose.length > 0.1 * agree + 0.5 ||
      agree < 0.8 * (agree + relation.near.length + relation.loose.length + relation.far.length) ||
      relation.exact < (agree > 5 ? 0.85 : 0.6) * agree
    )
      continue
    if (relation.evidence - relation.near.length - relation.far.length * 0.5 - chance >= 3) sure.push(relation)
  }
  sure.sort((x, y) => y.evidence - x.evidence)
  for (const relation of sure) {
    if (
      done.has(relation.target) ||
      [...done].some(other => Math.abs(other - relation.target) > 1 && isCopy(lines, other, relation.target))
    )
      continue
    done.add(relation.target)
    relations.push(relation)
  }
}

/** The same numbers again: a total that is carried over. */
function isCopy(lines: Lines, one: number, other: number): boolean {
  let same = 0
  for (let s = 0; s < lines.sisters; s++) {
    const a = valueAt(lines, one, s), b = valueAt(lines, other, s)
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    if (Math.abs(a - b) > 1e-9 * Math.abs(a)) return false
    if (a !== 0) same++
  }
  return same >= 1
}

/** The sisters with the most numbers, in their order. */
function votersOf(lines: Lines, all: readonly number[]): number[] {
  const filled: { sister: number; numbers: number }[] = []
  for (let s = 0; s < lines.sisters; s++) {
    let numbers = 0
    for (const line of all) {
      const value = valueAt(lines, line, s)
      if (!Number.isNaN(value) && value !== 0) numbers++
    }
    if (numbers >= 3) filled.push({ sister: s, numbers })
  }
  return filled.sort((a, b) => b.numbers - a.numbers || a.sister - b.sister).slice(0, VOTERS).map(each => each.sister)
}
