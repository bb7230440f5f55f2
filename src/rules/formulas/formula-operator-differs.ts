import type { Deviation } from '../../formula/deviations'
import { wordAbove } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { rowLabel } from './labels'
import { ratesUnder } from './rates-summed'
import { byCause, deviationFinding, deviationsIn } from './deviation-finding'

const STATISTIC = /\b(?:AVERAGE|AVERAGEIF|AVERAGEIFS|MEDIAN|MAX|MIN|COUNT|COUNTA)\(/i

/**
 * The same cells as the siblings take, and another operator, function or factor.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 1 of 10, the other 6 of 10.
 */
export const formulaOperatorDiffers: AuditRule = {
  id: 'formula-operator-differs',
  run: book => ({
    findings: byCause(deviationsIn(book, 'operator').filter(each => !isMeanOfRates(book, each))).flatMap(group => {
      // The mean of a level in a row of sums may be what is meant, 全年 of 入住人数, where no word says that the row adds up.
      const isOther = group.some(each => STATISTIC.test(each.own.sample.formula) !== STATISTIC.test(each.formula))
      const isSum = group.every(({ sheet, row, column }) => /合计|总计|小计|共计|合 计|total/i.test(rowLabel(sheet, row, column)))
      const severity = isOther && !isSum ? 'warning' : 'error'
      return deviationFinding('formula-operator-differs', 'audit.formula-operator-differs', group, severity) ?? []
    }),
  }),
}

/** Whatever the cells beside it do: what is right for a mean of rates is never their sum. */
function isMeanOfRates(book: AuditBook, { sheet, row, column, own }: Deviation): boolean {
  if (!own.skeleton.includes('AVERAGE')) return false
  const [first] = book.formulas.referencesOf(sheet, row, column)
  if (first?.sheet !== sheet.name || first.left !== column) return false
  return ratesUnder(book, sheet, row, column, own) !== null || /AVERAGE/.test(book.formulas.classIn(sheet, first.top, column)?.skeleton ?? '')
    || /平均|人均|均价/.test(wordAbove(sheet, first.top, column).slice(0, 40))
}
