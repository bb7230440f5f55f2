import { isBlank } from '../core/cell'
import { normalise } from '../vocabulary/normalise'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import type { RowVerdict } from './row-verdicts'
import type { RowReader } from './rows'
import type { SettledColumn } from './settled-column'

const LONGEST_SECTION = 20
const STATES = /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]*)?(?:现有|已有|已建成?|已建好|在用|存量|建成|拟建|拟新建|在建|待建|规划|计划新建|计划|筹建|新建)(?:的|中)?(?:社区|办公|活动|服务)*(?:用房|房屋|阵地|场所|项目|部分)?(?:情况)?[:：]?$/
export const NOT_THERE_YET = /(?:拟建|拟新建|在建|待建|规划|计划|筹建|新建)(?:项目|用房|的?社区用房|建设|中|办公用房|活动用房)*[:：]?$|^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]*)?(?:拟建|拟新建|在建|待建|规划|计划|筹建)/

/** 一、现有用房: a row of one cell that tells whether what follows stands, whatever its column. */
export function headsStates(found: FoundTable, row: number): RowVerdict | null {
  let text = ''
  for (let column = found.header.left; column <= found.header.right; column++) {
    const value = rowOf(found.sheet, row)[column - 1]
    if (value === null || value === undefined || value === '') continue
    if (typeof value !== 'string' || text !== '' || value.length > LONGEST_SECTION) return null
    text = normalise(value)
  }
  return text !== '' && STATES.test(text) ? { why: 'section' } : null
}

/** A community's name alone above places without one: it heads them and is no place itself. */
export function headsPlaces(
  found: FoundTable,
  community: SettledColumn | undefined,
  areaColumns: ReadonlySet<number>,
  rows: RowReader,
  row: number,
): boolean {
  if (community === undefined || row >= found.last) return false
  const next = rowOf(found.sheet, row + 1)
  return (
    isBlank(next[community.column - 1]) &&
    [...areaColumns].some(column => !isBlank(next[column - 1])) &&
    rows.read(row + 1).why === null
  )
}
