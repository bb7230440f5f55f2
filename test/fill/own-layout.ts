import { isFormula } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import { parseBox } from '../../src/core/place'
import { check } from '../../src/check'
import { cellItems, fill } from '../../src/fill'
import type { FillPlan } from '../../src/fill'
import { defaultPolicy } from '../../src/policies'
import { bookOf, sheetOf } from './own-truth'

type Rows = readonly (readonly CellValue[])[]

/** A budget table beside a roster, and what its cells come to. */
export interface Layout {
  readonly kinds?: Readonly<Record<string, number>>
  /** Yuan a year by kind; left out: the roster tells no pay. */
  readonly pay?: Readonly<Record<string, number>>
  /** Header of the pay; left out: 年工资（元）. */
  readonly payHeader?: string
  /** Yuan a year of the employer's insurance, in a column of its own. */
  readonly insurance?: Readonly<Record<string, number>>
  readonly rows: Rows
  readonly merges?: readonly string[]
  readonly more?: readonly { readonly name: string; readonly rows: Rows }[]
  /** `null`: stays blank and is listed. */
  readonly expect: Readonly<Record<string, number | null>>
  readonly word?: string
}

export const PAY = { 正式: 50_000, 聘用: 25_000, 劳务派遣: 20_000, 公益性岗位: 12_000 }
export const COMMUNITIES = ['东湾社区', '西亭社区']

/** Each community has so many of each kind. */
export function roster(kinds: Readonly<Record<string, number>>, pay: Layout['pay'], insurance?: Layout['insurance'], payHeader = '年工资（元）'): Rows {
  let number = 0
  const people = COMMUNITIES.flatMap(community => Object.entries(kinds).flatMap(([kind, count]) => Array.from({ length: count }, (): CellValue[] => [++number, community, `王${String.fromCharCode(0x4e00 + number)}`, '1985.03', '大专', '群众', kind, ...(pay === undefined ? [] : [pay[kind] ?? null]), ...(insurance === undefined ? [] : [insurance[kind] ?? null])])))
  return [['云浦镇社区工作人员花名册'], ['序号', '社区', '姓名', '出生年月', '学历', '政治面貌', '人员性质', ...(pay === undefined ? [] : [payHeader]), ...(insurance === undefined ? [] : ['单位社保（元）'])], ...people]
}

/** Every cell of the table of which the fill says something: its formula, or why it stays blank and the word that is named for it. */
export function saidOf(layout: Omit<Layout, 'expect' | 'word'>): Readonly<Record<string, string>> {
  const plan = planOf(layout), filled = cellItems(plan).map(({ change }) => change).filter(({ sheet }) => sheet === '测算')
  return Object.fromEntries([
    ...filled.map(({ cell, after }) => [cell, isFormula(after) ? after.formula : String(after)]),
    ...plan.left.filter(({ sheet }) => sheet === '测算').map(({ cell, why, word }) => [cell, `${why.replace('fill.left.', '')} ${word}`]),
  ])
}

function planOf({ kinds = { 正式: 2, 聘用: 1 }, pay, payHeader, insurance, rows, merges = [], more = [] }: Omit<Layout, 'expect' | 'word'>): FillPlan {
  const boxes = merges.flatMap(name => parseBox(name) ?? [])
  const snapshot = bookOf([sheetOf({ name: '花名册', rows: roster(kinds, pay, insurance, payHeader) }), ...more.map(sheetOf), sheetOf({ name: '测算', rows, merges: boxes })])
  return fill(snapshot, check(snapshot, { policy: defaultPolicy }))
}

/** Fills the table and holds every named cell against what is wanted; a cell that stays blank is listed as left. */
export function expectLayout(layout: Layout): void {
  const { rows, expect: wanted, word } = layout, plan = planOf(layout)
  const found = new Map(cellItems(plan).flatMap(({ change }) => (change.sheet === '测算' && isFormula(change.after) ? [[change.cell, change.after.value] as const] : [])))
  const shown = (value: CellValue | undefined) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : null)
  expect(Object.fromEntries(Object.keys(wanted).map(cell => [cell, shown(found.get(cell))]))).toEqual(wanted)
  const left = new Set(plan.left.filter(each => each.sheet === '测算').map(each => each.cell))
  for (const [cell, value] of Object.entries(wanted)) expect([cell, left.has(cell)]).toEqual([cell, value === null])
  if (word !== undefined) expect(plan.left.some(each => each.word.includes(word))).toBe(true)
  expect(unlisted(rows, new Set([...found.keys(), ...left]))).toEqual([])
}

/** Headers of columns that only the person fills, and of words. */
const GIVEN = /系数|工程量|场次|^每|备注|说明|原因|依据|序号|数量|期数|天数|月数|租期|期限|年限|年度$|年份|收缴率|比例|单价|户数|个数/
/** What has no total. */
const NO_TOTAL = /系数|人均|标准|基数|月.{0,2}工资|月人均|人均月|单价|造价|年人均|累计|率|年度|占比|%/

function isSum(text: string): boolean {
  return /合\s*计|总计/.test(text)
}

/**
 * Blank cells that look as if they wanted a figure and are neither filled nor listed, found without the program's own reading: a label at the
 * left, a header above, numbers or nothing in the column. For tables with one row of headers and one column of labels.
 */
function unlisted(rows: Rows, settled: ReadonlySet<string>): string[] {
  const top = rows.findIndex(row => row.filter(value => typeof value === 'string').length >= 2), header = rows[top] ?? []
  const next = rows[top + 1] ?? [], isOneRow = typeof next[0] === 'string' && !/栏次/.test(next[0]) && typeof header[0] === 'string' && !/序号|社区$|收入/.test(header[0])
  if (!isOneRow || header.length < 2) return []
  const cells: string[] = []
  for (const [at, row] of rows.entries()) {
    const label = row[0]
    if (at <= top || typeof label !== 'string' || /^注|说明|意见|填表|来源$|补贴|承担|收入$|支出$/.test(label)) continue
    for (const [column, word] of header.entries()) {
      if (column === 0 || typeof word !== 'string' || GIVEN.test(word) || (row[column] ?? null) !== null) continue
      if ((isSum(label) && NO_TOTAL.test(word)) || (isSum(word) && NO_TOTAL.test(label))) continue
      if (rows.slice(top + 1).some(each => typeof each[column] === 'string')) continue
      const name = `${String.fromCharCode(65 + column)}${String(at + 1)}`
      if (!settled.has(name)) cells.push(name)
    }
  }
  return cells
}
