import type { FillOptions } from '../../src/fill'
import { planSample } from '../workbooks/sample-plan'
import type { Book, Cell, Sheet } from '../workbooks/workbook'

/** Budget tables as offices lay them out, each beside the plan's roster and premises. What a fill writes into them is in `expected`. */
export interface OwnBook {
  readonly book: Book
  readonly options: FillOptions
  /** Cells of the own sheet with what they show after the fill: a number to two decimals, `null` for a cell that stays blank. */
  readonly expected: Readonly<Record<string, number | string | null>>
  readonly kept?: readonly { readonly cell: string; readonly value: number; readonly wouldBe: number }[]
}

const lists = planSample.sheets.filter(sheet => ['人员花名册', '办公用房情况', '社区基本情况'].includes(sheet.name))
const given = { PayFormal: 83.5, HeadFormal: 68, PayContract: 19.9, HeadContract: 58, Subsidy: 12.5, Principals: 23 } as const

function book(name: string, rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Book {
  return { sheets: [...lists, { name, rows, ...more }] }
}

export const OWN_BOOKS: Readonly<Record<string, OwnBook>> = {
  'one column, yuan': {
    book: book('人员经费预算表', [
      ['2023年社区人员经费预算表'],
      ['', '', '单位：元'],
      ['序号', '项目', '金额'],
      [1, '正式人员经费'],
      [2, '聘用人员经费'],
      ['合计'],
    ]),
    options: { parameters: given },
    expected: { C4: 835_000, C5: 199_000, C6: 1_034_000 },
  },
  'a parent of one line, the total on top': {
    book: book('经费总表', [
      ['2023年社区经费需求表（单位：元）'],
      ['项目', '金额'],
      ['总计'],
      ['一、人员经费'],
      ['（一）正式人员'],
      ['（二）聘用人员'],
      ['二、专项经费'],
      ['（一）居民活动费', 6500],
    ]),
    options: { parameters: given },
    expected: { B3: 1_040_500, B4: 1_034_000, B7: 6500 },
  },
  'thousands of yuan, numbered lines, a total that is typed': {
    book: book('经费测算', [
      ['社区人员经费测算表'],
      ['单位：千元'],
      ['项目', '人数', '年经费', '备注'],
      ['（一）正式人员'],
      ['（二）临时人员'],
      ['两项合计', null, 1017],
    ]),
    options: { parameters: given },
    expected: { B4: 68, C4: 835, B5: 58, C5: 199, B6: 126, C6: 1017, D4: null },
    kept: [{ cell: 'C6', value: 1017, wouldBe: 1034 }],
  },
  'income at the left, expenditure at the right': {
    book: book(
      '收支预算总表',
      [
        ['社区经费收支预算总表'],
        [null, null, null, null, '单位：万元'],
        ['收入', null, '支出', null],
        ['项目', '预算数', '项目', '预算数'],
        ['市财政补贴', null, '正式人员经费', null],
        ['镇财政承担', null, '聘用人员经费', null],
        ['收入合计', null, '支出合计', null],
      ],
      { merges: ['A3:B3', 'C3:D3'] },
    ),
    options: { parameters: given },
    expected: { B5: 12.5, B6: 90.9, B7: 103.4, D5: 83.5, D6: 19.9, D7: 103.4 },
  },
  'a parent takes its children, and a total over a blank line is left': {
    book: book('预算表', [
      ['社区经费预算表'],
      [null, '单位：万元'],
      ['项目', '预算金额'],
      ['一、人员经费'],
      ['（一）正式人员'],
      ['（二）聘用人员'],
      ['二、公用经费'],
      ['三、用房建设'],
      ['合计'],
    ]),
    options: { parameters: { ...given, BuildCost: 1500 } },
    expected: { B4: 103.4, B5: 83.5, B6: 19.9, B7: null, B8: 381.43, B9: null },
  },
  'now, target and increment side by side under two levels of headers': {
    book: book(
      '测算',
      [
        ['人员经费测算表'],
        [null, null, null, null, null, '单位：万元'],
        ['项目', '人数', null, '经费', null, null],
        [null, '现有', '目标', '现有', '目标', '增量'],
        ['正式人员'],
        ['聘用人员'],
        ['合计'],
      ],
      { merges: ['A3:A4', 'B3:C3', 'D3:F3'] },
    ),
    options: { parameters: given },
    expected: {
      B5: 68,
      C5: 80,
      D5: 83.5,
      E5: 98.24,
      F5: 14.74,
      B6: 58,
      C6: 60,
      D6: 19.9,
      E6: 20.59,
      F6: 0.69,
      B7: 126,
      C7: 140,
      D7: 103.4,
      E7: 118.82,
      F7: 15.42,
    },
  },
  'heads and cost of the row itself': {
    book: book('支出预算', [
      ['人员支出预算'],
      [null, null, null, '单位：元'],
      ['项目', '人数（人）', '人均标准（元/人·月）', '年经费'],
      ['正式人员', 68, 1000],
      ['聘用人员', 58, 300],
      ['合计'],
    ]),
    options: { parameters: given },
    expected: { D4: 816_000, D5: 208_800, D6: 1_024_800 },
    kept: [
      { cell: 'C4', value: 1000, wouldBe: 1023.28 },
      { cell: 'C5', value: 300, wouldBe: 285.92 },
    ],
  },
  'several years: only this year is known': {
    book: book('三年预算', [
      ['人员经费三年预算'],
      [null, null, null, '单位：万元'],
      ['项目', '2022年', '2023年', '2024年'],
      ['正式人员经费', 80],
      ['聘用人员经费', 18],
      ['合计', 98],
    ]),
    options: { parameters: given },
    expected: { B4: 80, C4: 83.5, C5: 19.9, C6: 103.4, D4: null, D5: null, D6: null },
  },
  'by community, the total first': {
    book: book('分社区人员经费', [
      ['各社区人员经费预算表'],
      [null, null, null, '单位：万元'],
      ['社区名称', '正式人数', '聘用人数', '人员经费'],
      ['合计'],
      ['河南社区'],
      ['河东居委会'],
      ['荷叶'],
    ]),
    options: { parameters: given },
    expected: { B5: 3, C5: 3, D5: 4.71, B6: 3, C6: 3, D7: 4.71, B4: 9, C4: 9, D4: 14.14 },
  },
  'the five years of the fund': {
    book: book('社区建设基金测算', [
      ['社区建设基金测算表'],
      [null, null, null, '单位：万元'],
      ['年度', '新审批开发面积（㎡）', '收取标准（元/㎡）', '应收基金', '累计'],
      [2023, 50_000, 10],
      [2024, 60_000, 10],
      [2025, null, 10],
      [2026, 70_000, 10],
      [2027, 80_000, 10],
      ['合计'],
    ]),
    options: { parameters: given },
    expected: { D4: 50, D5: 60, D6: null, D7: 70, E4: 50, E5: 110, E6: null, E7: null, B9: null, D9: null },
  },
}
