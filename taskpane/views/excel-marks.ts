import { areaCells } from '../../src/core/area'
import type { Mark } from '../../src/hosts/office'
import type { ShownReport } from '../shown'

/** A mark for every finding that is about cells and that nobody accepted. */
export function marksOf(report: ShownReport): Mark[] {
  return report.findings.flatMap(({ severity, at, accepted }) => {
    const cells = at === null ? null : areaCells(at)
    return at === null || cells === null || accepted !== undefined ? [] : [{ sheet: at.sheet, cells, kind: severity }]
  })
}
