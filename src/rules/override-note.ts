import type { SheetSnapshot } from '../core/snapshot'
import { cellAt } from '../core/snapshot'

/** Words by which a clerk says that a figure was put there on purpose. */
const WORDS = /手工|手填|人工|按合同|合同价|按实际|据实|核定|审定|批复|调整|预估|估算|暂估|特批|按文件|另行|单独|单列|一次性|协议|override|manual|adjusted|per contract|estimate/i

/** So far to the right a note beside a figure may stand. */
const REACH = 8

/** A note beside the cell says that its value was put there on purpose. */
export function hasOverrideNote(sheet: SheetSnapshot, row: number, column: number): boolean {
  for (let at = column + 1; at <= column + REACH; at++) {
    const value = cellAt(sheet, row, at)
    if (typeof value === 'string' && WORDS.test(value.slice(0, 200))) return true
  }
  return false
}
