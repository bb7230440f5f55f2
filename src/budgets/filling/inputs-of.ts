import { boxName, LAST_ROW, sheetReference } from '../../core/place'
import { areasOf, namesOf, parseFormula } from '../../formula/parse'
import type { CellSource } from '../../formula/source'

/** The cells that a formula takes in, as a person finds them; names are followed to their cells. */
export function inputsOf(formula: string, sheet: string, source: CellSource): string[] {
  const expression = parseFormula(formula)
  const areas = [...areasOf(expression), ...namesOf(expression).flatMap(name => {
    const refersTo = source.nameOf(name, sheet)
    return refersTo === undefined ? [] : areasOf(parseFormula(refersTo))
  })]
  return [...new Set(areas.map(area => `${sheetReference(area.sheet === '' ? sheet : area.sheet)}!${area.bottom >= LAST_ROW ? boxName({ ...area, bottom: source.lastRow(area.sheet === '' ? sheet : area.sheet) }) : boxName(area)}`))]
}
