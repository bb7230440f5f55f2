import { areaName } from '../core/area'
import type { Finding } from '../core/finding'
import { cellKey } from '../core/place'
import { SEVERITY_RANK } from '../core/severity'

/** Rules that judge a formula by itself or by its siblings: what two of them say of one cell has one cause. The order breaks ties. */
const OF_FORMULAS: readonly string[] = [
  'number-stored-as-text', 'typed-in-differs', 'total-typed-in', 'formula-operator-differs', 'formula-range-differs', 'formula-reference-differs', 'formula-terms-differ',
  'anchor-lost', 'reference-lands-wrong', 'rates-summed', 'counted-twice', 'link-differs', 'balance-formula-differs', 'function-misused', 'formula-sign-differs', 'sheet-differs', 'formula-left-out', 'total-in-doubt', 'total-row-differs',
  'family-differs', 'formula-breaks-pattern',
  'range-leaves-cells-out', 'circular-reference', 'formula-error-value', 'value-stale',
]
/** The rules whose word on one of the cells of a relation goes before what the relation itself would blame. */
const BEFORE_RELATIONS: ReadonlySet<string> = new Set([
  'typed-in-differs', 'formula-operator-differs', 'formula-reference-differs', 'formula-terms-differ', 'formula-range-differs', 'value-stale',
])
/** Larger places are no matter of single cells. */
const MOST_CELLS = 5000

/**
 * One cell that several of these rules name is one finding: the most serious, and of equals the first. A value that breaks a total, the
 * roster and the scale of its column at once is wrong once; so is a formula that another rule has told already, with the value it would have.
 */
export function oneCause(findings: readonly Finding[], rules: ReadonlySet<string>): readonly Finding[] {
  const best = new Map<string, Finding>()
  for (const finding of findings) {
    if (!rules.has(finding.rule) || finding.at === null || finding.at.boxes.length === 0) continue
    const place = areaName(finding.at), known = best.get(place)
    if (known === undefined || SEVERITY_RANK[finding.severity] < SEVERITY_RANK[known.severity]) best.set(place, finding)
  }
  const told = findings.filter(
    finding =>
      !rules.has(finding.rule) || finding.at === null || finding.at.boxes.length === 0 || best.get(areaName(finding.at)) === finding,
  )
  const explained = new Set(explainedByParts(told))
  return withoutToldTwice(explained.size === 0 ? told : told.filter(finding => !explained.has(finding)))
}

/** A finding on formulas goes where findings of other rules tell all its cells, as seriously, with the value that would be right. */
function withoutToldTwice(findings: readonly Finding[]): readonly Finding[] {
  const computed = new Map(findings.flatMap(({ rule, at, evidence }) => (rule !== 'typed-in-differs' || at === null ? [] : [[areaName(at), evidence?.expected]])))
  const ranked = findings.flatMap(finding => {
    // A text that the siblings' formula contradicts is that formula's value, and not its own number.
    const right = finding.rule === 'number-stored-as-text' && finding.at !== null ? computed.get(areaName(finding.at)) : undefined
    const order = OF_FORMULAS.indexOf(right === undefined || right === finding.evidence?.expected ? finding.rule : 'total-typed-in')
    return order < 0 || finding.at === null || cellsOf(finding) > MOST_CELLS ? []
      : [{ finding, rank: SEVERITY_RANK[finding.severity] * 100 + order }]
  })
  if (ranked.length === 0) return findings
  ranked.sort((a, b) => a.rank - b.rank)
  const claimed = new Map<string, Map<number, string>>(), gone = new Set<Finding>()
  for (const { finding } of ranked) {
    const sheet = finding.at?.sheet ?? '', keys = keysOf(finding), known = claimed.get(sheet) ?? new Map<number, string>()
    claimed.set(sheet, known)
    if (keys.length > 0 && keys.every(key => known.has(key) && known.get(key) !== finding.rule)) gone.add(finding)
    else if (finding.evidence !== null && finding.evidence.expected !== null) for (const key of keys) if (!known.has(key)) known.set(key,
      finding.rule)
  }
  // Nor is a circle that one of its cells makes, which is told already.
  for (const finding of findings) {
    if (finding.rule !== 'circular-reference') continue
    if (finding.related.some(area => keysOf({ at: area }).some(key => claimed.get(area.sheet)?.has(key) === true))) gone.add(finding)
  }
  // A relation that does not hold because of a cell that is told already, with its right value, is no second finding.
  for (const finding of findings) {
    if (finding.rule !== 'total-wrong') continue
    const blamed = finding.related.some(area => keysOf({ at: area }).some(key => BEFORE_RELATIONS.has(claimed.get(area.sheet)?.get(key) ?? '')))
    if (blamed) gone.add(finding)
  }
  return gone.size === 0 ? findings : findings.filter(finding => !gone.has(finding))
}

/** Totals that hold as soon as one of their parts has the value that another finding (the roster, the detail) says is right. */
function explainedByParts(findings: readonly Finding[]): Finding[] {
  const totals = findings.filter(({ rule }) => rule === 'total-wrong' || rule === 'total-in-doubt')
  if (totals.length === 0) return []
  const parts = findings.flatMap(({ rule, at, evidence }) => {
    const [box, more] = at?.boxes ?? [], difference = evidence?.difference
    return box === undefined || more !== undefined || !rule.endsWith('-differs') || typeof difference !== 'number' ? []
      : [{ sheet: at?.sheet, row: box.top, column: box.left, difference }]
  })
  return totals.filter(({ at, evidence }) => {
    const lacks = evidence?.difference ?? 0, box = at?.boxes[0]
    // The total was right: what it differs by from its parts now is what the part differs by from its right value.
    return parts.some(part => part.sheet === at?.sheet && (part.row === box?.top) !== (part.column === box?.left)
      && Math.abs(part.difference + lacks) <= 1e-6 * Math.max(1, Math.abs(lacks)))
  })
}

function cellsOf({ at }: Finding): number {
  return (at?.boxes ?? []).reduce((sum, { top, bottom, left, right }) => sum + (bottom - top + 1) * (right - left + 1), 0)
}

function keysOf({ at }: Pick<Finding, 'at'>): number[] {
  const keys: number[] = []
  for (const { top, bottom, left, right } of at?.boxes ?? [])
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) keys.push(cellKey(row, column))
  return keys
}
