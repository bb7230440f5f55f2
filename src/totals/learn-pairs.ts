import { tally } from './relation'
import type { Relation } from './relation'
import { valueAt } from './lines'
import type { Lines } from './lines'

const WINDOW = 14
const VOTERS = 12
/** Sums are looked for among these marks first: most pairs add up to no line. */
const MARKS = 8192

/** One line is two others together, wherever they stand: income less expenditure, this year and the change. */
export function learnPairs(lines: Lines, all: readonly number[], relations: Relation[]): void {
  if (all.length < 3) return
  const width = all.length <= 60 ? all.length : WINDOW
  const done = new Set(relations.map(relation => relation.target))
  const known = new Set(relations.map(relation => [relation.target, ...relation.parts].join()))
  const proposals = new Map<number, { readonly target: number; readonly one: number; readonly other: number; count: number }>()
  const voters = votersOf(lines, all)
  // What so many voters must say, one of the others says first: the last are asked of what was proposed alone.
  const least = Math.max(1, Math.ceil(voters.length * 0.4)), first = voters.length - least + 1
  for (const [turn, s] of voters.entries()) {
    const unit = lines.unit[s] ?? 0, column = Float64Array.from(all, line => valueAt(lines, line, s))
    const at = new Map<number, number[]>(), marks = new Uint8Array(MARKS)
    for (let i = 0; i < all.length; i++) {
      const value = column[i] ?? 0
      if (Number.isNaN(value) || value === 0) continue
      const key = Math.round(value / unit), same = at.get(key), line = all[i] ?? 0
      marks[key & (MARKS - 1)] = 1
      if (same === undefined) at.set(key, [line])
      else if (same.length < 4) same.push(line)
    }
    if (turn >= first) {
      for (const proposal of proposals.values()) {
        const a = valueAt(lines, proposal.one, s), b = valueAt(lines, proposal.other, s)
        if (Number.isNaN(a + b) || a === 0 || b === 0 || a + b === 0) continue
        if (at.get(Math.round((a + b) / unit))?.includes(proposal.target) === true) proposal.count++
      }
      continue
    }
    for (let i = 0; i < all.length; i++) {
      const a = column[i] ?? 0, end = Math.min(all.length, i + width)
      if (Number.isNaN(a) || a === 0) continue
      for (let k = i + 1; k < end; k++) {
        const b = column[k] ?? 0
        if (Number.isNaN(b) || b === 0 || a + b === 0) continue
        const sum = Math.round((a + b) / unit)
        if (marks[sum & (MARKS - 1)] === 0) continue
        for (const target of at.get(sum) ?? []) {
          const one = all[i] ?? 0, other = all[k] ?? 0
          if (target === one || target === other || done.has(target)) continue
          const key = (target * lines.count + one) * lines.count + other, proposal = proposals.get(key)
          if (proposal === undefined) proposals.set(key, { target, one, other, count: 1 })
          else proposal.count++
        }
      }
    }
  }
  const chance = Math.log10(all.length * width)
  const sure: Relation[] = []
  for (const { target, one, other, count } of proposals.values()) {
    if (count < least || known.has([target, ...[one, other].sort((x, y) => x - y)].join())) continue
    const relation = tally(lines, target, [one, other])
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
