import type { LocalText } from '../core/plan'

/** Sentences about premises: what was assumed of an area, why a verdict is open, and what the findings say. */
export const premises = {
  'skipped.part-of-place': { 'zh-CN': '同一处用房的分项或合计，已计入别的行', en: 'a part or the sum of premises that another row counts' },
  'value.area-apart': { 'zh-CN': '一个单元格里有两个数，不知道是两处面积还是两种面积，没有计入', en: 'two numbers in one cell: two places or two measures, so neither was taken' },
  'value.area-calculated': { 'zh-CN': '合计没有算出来的值，按各部分相加', en: 'the total has no stored value; the parts were added up' },
  'value.area-ordered': { 'zh-CN': '按表头的顺序分开建筑面积和使用面积', en: 'built and usable area were told apart by the order in the header' },
  'value.area-which': { 'zh-CN': '表头写了建筑面积和使用面积，单元格只有一个数，不能确定是哪一种', en: 'the header names built and usable area and the cell has one number; which it is cannot be told' },
} as const satisfies Readonly<Record<string, LocalText>>
