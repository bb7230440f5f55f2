import { tally } from './relation'
import type { Relation } from './relation'
import type { Lines } from './lines'

/** A parent line and its children, by codes (201 > 20103 > 2010301) or by numbering (一、 > （一） > 1.). */
export interface Family { readonly parent: number; readonly children: readonly number[] }

/** The families that the words of the lines name; empty where they name no tree. */
export function familiesOf(lines: Lines): Family[] {
  const byCode = codeFamilies(lines)
  return byCode.length > 0 ? byCode : depthFamilies(lines)
}

function codeFamilies(lines: Lines): Family[] {
  const at = new Map<string, number>(), children = new Map<number, number[]>()
  let coded = 0
  for (let line = 0; line < lines.count; line++) {
    const code = lines.words[line]?.code ?? ''
    if (code === '') continue
    coded++
    if (!at.has(code)) at.set(code, line)
  }
  if (coded < lines.count * 0.5 || at.size < coded * 0.9) return []
  for (const [code, line] of at) {
    for (let length = code.length - 1; length >= 3; length--) {
      const parent = at.get(code.slice(0, length))
      if (parent === undefined) continue
      children.set(parent, [...(children.get(parent) ?? []), line])
      break
    }
  }
  return [...children].map(([parent, of]) => ({ parent, children: of }))
}

function depthFamilies(lines: Lines): Family[] {
  const found: Family[] = [], open: { line: number; depth: number; children: number[] }[] = []
  const close = (depth: number): void => {
    while ((open.at(-1)?.depth ?? -1) >= depth) {
      const last = open.pop()
      if (last !== undefined && last.children.length > 0) found.push({ parent: last.line, children: last.children })
    }
  }
  for (let line = 0; line < lines.count; line++) {
    const words = lines.words[line], depth = words?.depth ?? 0
    if (words === undefined || words.total) { close(0); continue }
    if (depth === 0) continue
    close(depth)
    open.at(-1)?.children.push(line)
    open.push({ line, depth, children: [] })
  }
  close(0)
  return found
}

/** Relations that the tree names and that its numbers confirm somewhere: a family needs less proof than a chance find. */
export function treeRelations(lines: Lines, families: readonly Family[]): Relation[] {
  const tallied = families.map(({ parent, children }) => tally(lines, parent, children))
  const holds = tallied.filter(each => each.agree.length > 0 && each.agree.length >= each.near.length + each.far.length)
  // Where most families do not add up, the numbers are no tree of sums.
  return holds.length * 2 >= tallied.length ? holds : []
}

/** Families that no sister confirms, in a tree whose other families hold: their parents stand in doubt. */
export function doubtfulFamilies(lines: Lines, families: readonly Family[]): Relation[] {
  const tallied = families.map(({ parent, children }) => tally(lines, parent, children))
  const holds = tallied.filter(each => each.agree.length > 0 && each.agree.length >= each.near.length + each.far.length)
  if (holds.length < 2 || holds.length < tallied.length * 0.6) return []
  return tallied.filter(each => each.agree.length === 0 && each.near.length + each.far.length > 0 && each.parts.length >= 2)
}
