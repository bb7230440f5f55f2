import type { LocalText } from '../core/plan'

/** Sentences about premises: what was assumed of an area, why a verdict is open, and what the findings say. */
export const premises = {
  'skipped.part-of-place': { 'zh-CN': '同一处用房的分项或合计，已计入别的行', en: 'a part or the sum of premises that another row counts' },
  'value.area-apart': { 'zh-CN': '一个单元格里有两个数，不知道是两处面积还是两种面积，没有计入', en: 'two numbers in one cell: two places or two measures, so neither was taken' },
  'value.area-calculated': { 'zh-CN': '合计没有算出来的值，按各部分相加', en: 'the total has no stored value; the parts were added up' },
  'value.area-ordered': { 'zh-CN': '按表头的顺序分开建筑面积和使用面积', en: 'built and usable area were told apart by the order in the header' },
  'value.area-which': { 'zh-CN': '表头写了建筑面积和使用面积，单元格只有一个数，不能确定是哪一种', en: 'the header names built and usable area and the cell has one number; which it is cannot be told' },

  'table.premises-plan': { 'zh-CN': '是用房建设计划，不是现有用房，面积不计入', en: 'a programme of premises to come, not a list of what stands; its areas are not counted' },
  'table.other-premises': { 'zh-CN': '标题写的是“{word:text}”，不是社区办公、活动用房，未计入', en: 'its title says “{word:text}”, which are not the premises of communities; not counted' },
  'table.same-premises': { 'zh-CN': '这些用房在{others:text}里已经计入', en: 'these premises are already counted in {others:text}' },
  'question.same-premises': { 'zh-CN': '“{sheet:text}”与{others:text}都写了同一些社区的用房面积，要不要再计一次？', en: '“{sheet:text}” and {others:text} both give areas of the same communities. Count them again?' },

  // Why the area of a community is open.
  'open.area-over-built': { 'zh-CN': '使用面积 {usable:area} ㎡大于建筑面积 {built:area} ㎡，不可能，不能判定', en: 'the usable area of {usable:area} m² is larger than the built area of {built:area} m², which cannot be' },
  'open.area-implausible': { 'zh-CN': '面积 {value:area} ㎡疑似单位有误，不能判定', en: 'the area of {value:area} m² looks like a wrong unit' },
  'open.area-shared': { 'zh-CN': '用房与其他社区是同一处，没有分割面积，不能判定', en: 'the premises are those of another community too, and the area has not been divided' },
  'open.area-differs': { 'zh-CN': '面积有两种写法（{values:text}），不能判定', en: 'the area is given in two ways ({values:text})' },
  'open.lease-ended': { 'zh-CN': '租期到 {day:text} 为止，截至日已过，不能判定是否仍在使用', en: 'the lease ended on {day:text}, before the as-of date' },
} as const satisfies Readonly<Record<string, LocalText>>
