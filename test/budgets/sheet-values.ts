import type { CellContent } from '../../src/core/cell'
import { isFormula } from '../../src/core/cell'
import type { Change } from '../../src/core/change'

/** The values that changes leave in cells, by `sheet!cell`. */
export function valuesOf(changes: readonly Change[]): (sheet: string, cell: string) => unknown {
  const contents = new Map<string, CellContent>()
  for (const change of changes) if (change.kind === 'cell') contents.set(`${change.sheet}!${change.cell}`, change.after)
  return (sheet, cell) => {
    const content = contents.get(`${sheet}!${cell}`) ?? null
    return isFormula(content) ? content.value : content
  }
}
