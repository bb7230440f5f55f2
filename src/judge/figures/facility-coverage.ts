import { message } from '../../messages'
import { open } from '../figure'
import type { Figure } from '../figure'

/** 综合服务设施覆盖率: communities that have any premises of some area today, as a share of all communities. */
export const facilityCoverage: Figure = {
  id: 'facility-coverage', from: 'premises', columns: [['builtArea', 'area', 'usableArea']], whole: 'pooled',
  take: unit => {
    const { units, hasPremises } = unit.facts
    if (!hasPremises) return open(message('open.no-premises-table'))
    const having = units.filter(each => each.premises !== null && each.premises.facility.low > 0).length
    const without = units.filter(each => each.premises !== null && each.premises.facility.high === 0).length
    const whole = units.length, blank = whole - having - without
    const range = { low: having / whole, high: (having + blank) / whole }
    return { value: blank === whole ? null : range.low, ...range, parts: { part: having, whole }, open: message('open.coverage', { count: blank }), ...(blank > 0 ? { range } : {}) }
  },
}
