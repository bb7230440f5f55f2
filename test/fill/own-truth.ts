import fc from 'fast-check'
import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import { cellName } from '../../src/core/place'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'

/** An invented town: who works where for how much, what the offices measure. Everything that a filled cell may say follows from it. */
export interface Truth {
  readonly communities: readonly { readonly name: string; readonly formal: number; readonly contracted: number; readonly area: number }[]
  /** Yuan a year, the same for all of a kind, so that the truth needs no roster to be added up. */
  readonly pay: { readonly formal: number; readonly contracted: number }
  readonly insurance: { readonly formal: number; readonly contracted: number }
  readonly words: { readonly formal: string; readonly contracted: string }
}

export interface Wanted {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly merges?: readonly Box[]
  /** What the cells must come to. */
  readonly expect: ReadonlyMap<string, number>
  /** Rows of the header, for words to be put into. */
  readonly header: readonly [top: number, bottom: number]
}

export const UNITS = [['元', 1], ['百元', 100], ['千元', 1000], ['万元', 1e4]] as const
const NAMES = ['东湾', '西亭', '南埠', '北渚', '中塘', '上池', '下圩', '新浦']

export const truths: fc.Arbitrary<Truth> = fc.record({
  communities: fc
    .array(
      fc.record({
        formal: fc.integer({ min: 1, max: 6 }),
        contracted: fc.integer({ min: 1, max: 5 }),
        area: fc.integer({ min: 20, max: 40 }).map(tens => tens * 10 - 150),
      }),
      { minLength: 2, maxLength: 6 },
    )
    .map(list => list.map((each, at) => ({ name: NAMES[at] ?? '', ...each }))),
  pay: fc.record({
    formal: fc.integer({ min: 300, max: 900 }).map(n => n * 100),
    contracted: fc.integer({ min: 100, max: 400 }).map(n => n * 100),
  }),
  insurance: fc.record({
    formal: fc.integer({ min: 50, max: 200 }).map(n => n * 100),
    contracted: fc.integer({ min: 20, max: 90 }).map(n => n * 100),
  }),
  words: fc.record({
    formal: fc.constantFrom('正式', '在编', '事业编制', '正式人员'),
    contracted: fc.constantFrom('聘用', '合同制', '临时工', '编外', '聘用人员'),
  }),
})

/** How the roster tells pay: not at all, by the year, by the month, in 万元, in parts with their sum. */
export type PayColumns = 'none' | 'year' | 'year-and-insurance' | 'month' | 'wan' | 'parts'
export const payColumns = fc.constantFrom<PayColumns>('none', 'year', 'year-and-insurance', 'month', 'wan', 'parts')

/** Yuan that one of a kind costs a year as the roster tells it. */
export function cost(truth: Truth, kind: 'formal' | 'contracted', columns: PayColumns): number {
  const pay = truth.pay[kind], insurance = truth.insurance[kind]
  return columns === 'year-and-insurance' ? pay + insurance : columns === 'month' ? Math.round(pay / 12) * 12 : columns === 'parts' ? (Math.round(pay / 12) + 100) * 12 : pay
}

export function people(truth: Truth, kind: 'formal' | 'contracted'): number {
  return truth.communities.reduce((sum, each) => sum + each[kind], 0)
}

export function sheetOf({
  name,
  rows,
  merges = [],
}: {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly merges?: readonly Box[]
}): SheetSnapshot {
  return { name, kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), merges, isProtected: false, tables: [] }
}

export function rosterSheet(truth: Truth, columns: PayColumns): SheetSnapshot {
  const heads: Readonly<Record<PayColumns, readonly string[]>> = { none: [], year: ['年工资（元）'], 'year-and-insurance': ['年工资（元）', '单位社保（元）'], month: ['月工资（元）'], wan: ['年工资（万元）'], parts: ['月基本工资（元）', '月绩效（元）', '月工资合计（元）'] }
  const money = (kind: 'formal' | 'contracted'): readonly number[] => {
    const pay = truth.pay[kind], month = Math.round(pay / 12)
    return { none: [], year: [pay], 'year-and-insurance': [pay, truth.insurance[kind]], month: [month], wan: [pay / 1e4], parts: [month, 100, month + 100] }[columns]
  }
  let number = 0
  const rows = truth.communities.flatMap(each => (['formal', 'contracted'] as const).flatMap(kind => Array.from({ length: each[kind] }, (): CellValue[] => [++number, `${each.name}社区`, `王${String.fromCharCode(0x4e00 + number)}`, '1985.03', '大专', '群众', truth.words[kind], ...money(kind)])))
  return sheetOf({ name: '花名册', rows: [['云浦镇社区工作人员花名册'], ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', ...heads[columns]], ...rows] })
}

export function premisesSheet(truth: Truth): SheetSnapshot {
  return sheetOf({ name: '办公用房', rows: [['社区办公用房情况表'], ['序号', '社区名称', '使用面积（㎡）', '产权性质'], ...truth.communities.map((each, at): CellValue[] => [at + 1, `${each.name}社区`, each.area, '自有'])] })
}

export function bookOf(sheets: readonly SheetSnapshot[]): Snapshot {
  return { name: 'own.xlsx', dateSystem: 1900, sheets, names: [], notices: [] }
}

/** Where the unit stands. */
export type UnitPlace = 'line' | 'title' | 'header'
export const unitPlaces = fc.constantFrom<UnitPlace>('line', 'title', 'header')

interface Frame {
  readonly title: string
  readonly unit: string
  readonly place: UnitPlace
}

/** Title and unit line above a header; `u` says a money header with its unit where the header is to say it. */
function framed({ title, unit, place }: Frame, body: (first: number, u: (header: string) => string) => { readonly rows: readonly (readonly CellValue[])[]; readonly expect: ReadonlyMap<string, number>; readonly header: number; readonly merges?: readonly Box[] }): Omit<Wanted, 'name'> {
  const above: CellValue[][] = [[place === 'title' ? `${title}（单位：${unit}）` : title], ['填报单位：云浦镇', null, null, place === 'line' ? `单位：${unit}` : null]]
  const made = body(above.length + 1, header => (place === 'header' ? `${header}（${unit}）` : header))
  return {
    rows: [...above, ...made.rows],
    expect: made.expect,
    header: [3, 2 + made.header],
    ...(made.merges === undefined ? {} : { merges: made.merges }),
  }
}

type Figures = Map<string, number>
const put = (into: Figures, row: number, column: number, value: number): void => void into.set(cellName(row, column), value)

/** 项目 | 人数 | 金额, by kind. */
export function byKind(truth: Truth, columns: PayColumns, unit: readonly [string, number], place: UnitPlace, totalFirst: boolean): Wanted {
  const title = '2023年云浦镇社区人员经费预算表'
  const made = framed({ title, unit: unit[0], place }, (first, u) => {
    const expect: Figures = new Map(), lines = (['formal', 'contracted'] as const).map((kind, at) => ({ label: `（${at === 0 ? '一' : '二'}）${kind === 'formal' ? '在编人员经费' : '编外聘用人员经费'}`, kind }))
    const rows: CellValue[][] = totalFirst ? [['合  计'], ...lines.map(line => [line.label])] : [...lines.map(line => [line.label]), ['合计']]
    let persons = 0, money = 0
    for (const [at, { kind }] of lines.entries()) {
      const row = first + 1 + at + (totalFirst ? 1 : 0),
        heads = people(truth, kind),
        amount = (heads * cost(truth, kind, columns)) / unit[1]
      put(expect, row, 2, heads)
      if (columns !== 'none') put(expect, row, 3, amount)
      persons += heads
      money += amount
    }
    const total = first + 1 + (totalFirst ? 0 : 2)
    put(expect, total, 2, persons)
    if (columns !== 'none') put(expect, total, 3, money)
    return { rows: [['项目', '人数', u('金额'), '备注'], ...rows], expect, header: 1 }
  })
  return { name: '人员经费测算', ...made }
}

/** 社区 | 人数(正式 聘用 小计) | 人员经费(正式 聘用 合计). */
export function byCommunity(truth: Truth, columns: PayColumns, unit: readonly [string, number], place: UnitPlace, merged: boolean): Wanted {
  const made = framed({ title: '2023年云浦镇各社区人员经费预算表', unit: unit[0], place }, (first, u) => {
    const expect: Figures = new Map(), sums = [0, 0, 0, 0, 0, 0]
    for (const [at, each] of truth.communities.entries()) {
      const amounts = [each.formal * cost(truth, 'formal', columns), each.contracted * cost(truth, 'contracted', columns)].map(yuan => yuan / unit[1]), [a = 0, b = 0] = amounts
      const figures = [each.formal, each.contracted, each.formal + each.contracted, ...(columns === 'none' ? [] : [a, b, a + b])]
      for (const [index, figure] of figures.entries()) {
        put(expect, first + 2 + at, 2 + index, figure)
        sums[index] = (sums[index] ?? 0) + figure
      }
    }
    for (const [index, sum] of sums.slice(0, columns === 'none' ? 3 : 6).entries()) put(expect, first + 2 + truth.communities.length, 2 + index, sum)
    const header: CellValue[][] = [['社区', '人数', null, null, '人员经费', null, null], [null, '正式', '聘用', '小计', u('正式'), u('聘用'), u('合计')]]
    const merges = merged
      ? [
          { top: first, left: 1, bottom: first + 1, right: 1 },
          { top: first, left: 2, bottom: first, right: 4 },
          { top: first, left: 5, bottom: first, right: 7 },
        ]
      : []
    return { rows: [...header, ...truth.communities.map(each => [`${each.name}社区`]), ['合计']], expect, header: 2, merges }
  })
  return { name: '分社区测算', ...made }
}

/** 应配 | 实有 | 缺额 by kind. */
export function staffing(truth: Truth): Wanted {
  const expect: Figures = new Map(), sums = [0, 0, 0, 0, 0, 0]
  for (const [at, each] of truth.communities.entries()) {
    for (const [index, figure] of [4, each.formal, 4 - each.formal, 3, each.contracted, 3 - each.contracted].entries()) {
      put(expect, 4 + at, 2 + index, figure)
      sums[index] = (sums[index] ?? 0) + figure
    }
  }
  for (const [index, sum] of sums.entries()) put(expect, 4 + truth.communities.length, 2 + index, sum)
  return {
    name: '编制情况', header: [2, 3], expect,
    rows: [['云浦镇社区人员配备情况统计表'], ['社区名称', '正式人员', null, null, '聘用人员', null, null], [null, '核定编制', '实有人数', '缺额', '应配', '现有', '缺编'], ...truth.communities.map(each => [`${each.name}居委会`]), ['合计']],
    merges: [{ top: 2, left: 1, bottom: 3, right: 1 }, { top: 2, left: 2, bottom: 2, right: 4 }, { top: 2, left: 5, bottom: 2, right: 7 }],
  }
}

/** Income beside expenditure; the town pays what is left. */
export function twoSided(truth: Truth, columns: PayColumns, unit: readonly [string, number], subsidy: number, running: number): Wanted {
  const formal = (people(truth, 'formal') * cost(truth, 'formal', columns)) / unit[1], contracted = (people(truth, 'contracted') * cost(truth, 'contracted', columns)) / unit[1]
  const expect: Figures = new Map()
  if (columns !== 'none') {
    put(expect, 5, 4, formal)
    put(expect, 6, 4, contracted)
    put(expect, 8, 4, formal + contracted + running)
    put(expect, 6, 2, formal + contracted + running - subsidy)
    put(expect, 8, 2, formal + contracted + running)
  }
  return {
    name: '收支总表', header: [3, 4], expect,
    rows: [['2023年社区经费收支预算总表'], [null, null, null, `单位：${unit[0]}`], ['收入', null, '支出', null], ['项目', '预算数', '项目', '预算数'],
      ['市财政补贴', subsidy, '正式人员经费', null], ['云浦镇承担', null, '聘用人员经费', null], [null, null, '公用经费', running], ['收入合计', null, '支出合计', null]],
    merges: [{ top: 3, left: 1, bottom: 3, right: 2 }, { top: 3, left: 3, bottom: 3, right: 4 }],
  }
}

/** 上年 | 本年 | 增减额 | 增减%. */
export function years(truth: Truth, columns: PayColumns, unit: readonly [string, number], last: readonly [number, number]): Wanted {
  const now = (['formal', 'contracted'] as const).map(kind => (people(truth, kind) * cost(truth, kind, columns)) / unit[1])
  const expect: Figures = new Map()
  if (columns !== 'none') {
    const both = [...now, (now[0] ?? 0) + (now[1] ?? 0)], before = [...last, last[0] + last[1]]
    for (const at of [0, 1, 2]) {
      put(expect, 4 + at, 3, both[at] ?? 0)
      put(expect, 4 + at, 4, (both[at] ?? 0) - (before[at] ?? 0))
      put(expect, 4 + at, 5, (((both[at] ?? 0) - (before[at] ?? 0)) / (before[at] ?? 1)) * 100)
    }
  }
  return {
    name: '增减对比', header: [3, 3], expect,
    rows: [['2023年社区人员经费预算增减情况表'], [`单位：${unit[0]}`], ['项目', '上年预算数', '本年预算数', '增减额', '增减%', '增减原因'], ['正式人员经费', last[0]], ['聘用人员经费', last[1]], ['合计', last[0] + last[1]]],
  }
}

/** 现有 | 标准 | 缺口 | 新建 | 造价 | 投资 by community. */
export function programme(truth: Truth, built: number, price: number): Wanted {
  const expect: Figures = new Map()
  let now = 0, lacking = 0, money = 0
  for (const [at, each] of truth.communities.entries()) {
    put(expect, 4 + at, 2, each.area)
    put(expect, 4 + at, 4, Math.max(0, 200 - each.area))
    put(expect, 4 + at, 7, (built * price) / 1e4)
    now += each.area
    lacking += Math.max(0, 200 - each.area)
    money += (built * price) / 1e4
  }
  for (const [column, sum] of [
    [2, now],
    [3, 200 * truth.communities.length],
    [4, lacking],
    [5, built * truth.communities.length],
    [7, money],
  ] as const)
    put(expect, 4 + truth.communities.length, column, sum)
  return {
    name: '建设计划', header: [3, 3], expect,
    rows: [['云浦镇社区办公用房建设计划表'], ['单位：万元'], ['社区名称', '现有使用面积（㎡）', '标准面积（㎡）', '面积缺口（㎡）', '新建建筑面积（㎡）', '单位造价（元/㎡）', '投资额', '实施年度'], ...truth.communities.map((each): CellValue[] => [`${each.name}社区`, null, 200, null, built, price]), ['合计']],
  }
}

/** 年度 | 面积 | 标准 | 收缴率 | 收入 | 累计. */
export function fund(areas: readonly number[], unit: readonly [string, number], wan: boolean, share: number): Wanted {
  const expect: Figures = new Map()
  let sum = 0
  for (const [at, area] of areas.entries()) {
    const income = (area * (wan ? 1e4 : 1) * 10 * share) / unit[1]
    sum += income
    put(expect, 4 + at, 5, income)
    put(expect, 4 + at, 6, sum)
  }
  put(expect, 4 + areas.length, 2, areas.reduce((all, area) => all + area, 0))
  put(expect, 4 + areas.length, 5, sum)
  return {
    name: '基金测算', header: [3, 3], expect,
    rows: [['今后五年社区建设基金测算表'], [`单位：${unit[0]}`], ['年度', `新批建筑面积（${wan ? '万㎡' : '㎡'}）`, '收取标准（元/㎡）', '收缴率', '基金收入', '累计'], ...areas.map((area, at): CellValue[] => [`${String(2024 + at)}年`, area, 10, share]), ['合计']],
  }
}

/** 数量 x 单价, whatever the items are called. */
export function items(lines: readonly (readonly [string, number, number])[], unit: readonly [string, number]): Wanted {
  const expect: Figures = new Map()
  let sum = 0
  for (const [at, [, count, price]] of lines.entries()) {
    put(expect, 4 + at, 5, (count * price) / unit[1])
    sum += (count * price) / unit[1]
  }
  put(expect, 4 + lines.length, 5, sum)
  return {
    name: '项目支出明细', header: [3, 3], expect,
    rows: [['2023年社区公用经费预算表'], [null, `单位：${unit[0]}`], ['序号', '支出项目', '数量', '单价（元）', '金额', '备注'], ...lines.map(([label, count, price], at): CellValue[] => [at + 1, label, count, price]), [null, '合计']],
  }
}

/** 301 > 30101: the parent takes its children, once. */
export function codes(truth: Truth, columns: PayColumns, unit: readonly [string, number], inLabel: boolean, office: number): Wanted {
  const formal = (people(truth, 'formal') * cost(truth, 'formal', columns)) / unit[1], contracted = (people(truth, 'contracted') * cost(truth, 'contracted', columns)) / unit[1]
  const lines: readonly (readonly [string, string, number | null])[] = [['301', '人员经费', null], ['30101', '正式人员经费', null], ['30102', '聘用人员经费', null], ['302', '公用经费', null], ['30201', '办公费', office], ['30202', '水电费', office]]
  const expect: Figures = new Map(), column = inLabel ? 2 : 3
  put(expect, 7, column, 2 * office)
  if (columns !== 'none') for (const [row, value] of [[4, formal + contracted], [5, formal], [6, contracted], [10, formal + contracted + 2 * office]] as const) put(expect, row, column, value)
  return {
    name: '支出预算', header: [3, 3], expect,
    rows: [['2023年社区支出预算表'], [`单位：${unit[0]}`], inLabel ? ['项目', '预算数'] : ['科目编码', '科目名称', '预算数'], ...lines.map(([code, label, value]): CellValue[] => (inLabel ? [`${code} ${label}`, value] : [code, label, value])), inLabel ? ['合计'] : [null, '合计']],
  }
}
