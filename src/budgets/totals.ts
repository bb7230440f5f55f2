import { FIRST_ROW, LAST_TOTAL_ROW, MISSING, NOT_ASKED, TOTAL_ROW } from './context'

/** Total of a column of communities: 待填 as long as no row has a number, so that a missing input never shows as 0. */
export function totalOf(column: string): { formula: string } {
  const range = `${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)}`
  return { formula: `=IF(COUNT(${range})=0,IF(COUNTIF(${range},"${NOT_ASKED}")>0,"${NOT_ASKED}","${MISSING}"),SUM(${range}))` }
}

/** 合计, and how many rows have no number yet: a bold total over missing parts must not look whole. */
export function totalLabel(column: string): { formula: string } {
  const open = `COUNTIF(${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)},"${MISSING}")`
  return { formula: `=IF(AND(ISNUMBER(${column}${String(TOTAL_ROW)}),${open}>0),"合计（不含待填 "&${open}&" 项）","合计")` }
}
