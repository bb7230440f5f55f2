import { FIRST_ROW, LAST_TOTAL_ROW, MISSING, NOT_ASKED } from './context'

/** Total of a column of communities: 待填 as long as no row has a number, so that a missing input never shows as 0. */
export function totalOf(column: string): { formula: string } {
  const range = `${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)}`
  return { formula: `=IF(COUNT(${range})=0,IF(COUNTIF(${range},"${NOT_ASKED}")>0,"${NOT_ASKED}","${MISSING}"),SUM(${range}))` }
}
