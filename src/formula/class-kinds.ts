import type { FormulaClass } from './normal-form'

/** Numbers and operators alone. */
export function isWorkedOut({ references, skeleton }: FormulaClass): boolean {
  return references.length === 0 && /^=[\d+\-*/^().,%]*$/.test(skeleton)
}

/** Every reference either is fixed along the direction of the copies or stays in the cell's own line; on other sheets any offset is as good. */
export function isPerpendicular(what: FormulaClass, direction: 'row' | 'column'): boolean {
  const known = direction === 'column' ? acrossColumn : acrossRow
  let found = known.get(what)
  if (found === undefined) known.set(what, (found = findPerpendicular(what, direction)))
  return found
}

/** Asked of a class for every cell beside it. */
const acrossColumn = new WeakMap<FormulaClass, boolean>(), acrossRow = new WeakMap<FormulaClass, boolean>()

function findPerpendicular(what: FormulaClass, direction: 'row' | 'column'): boolean {
  let own = false
  for (const { sheet, from, to } of what.references) {
    for (const end of to === null ? [from] : [from, to]) {
      const fixed = direction === 'column' ? end.rowFixed : end.columnFixed, offset = direction === 'column' ? end.row : end.column
      if (offset === null || fixed) continue
      if (offset !== 0 && sheet === '') return false
      own = true
    }
  }
  return own
}

/** `=A4+1`: numbers of order and years, which a person may as well type. */
export function isCounter(what: FormulaClass): boolean {
  return what.references.length === 1 && /^=\(?(?:\u0001[+-]1|1\+\u0001)\)?$/.test(what.skeleton)
}

/** `=Sheet!B5`: a value taken over as it is. */
export function isLink(what: FormulaClass): boolean {
  return what.references.length === 1 && what.skeleton === '=\u0001' && what.references[0]?.to === null
}

/** `=SUM(range)` or `=SUBTOTAL(9,range)` and nothing else. */
export function isSumLike(what: FormulaClass): boolean {
  return what.references.length === 1 && /^=\(?(?:SUM\(|SUBTOTAL\((?:10)?9,)\u0001\)\)?$/.test(what.skeleton)
}
