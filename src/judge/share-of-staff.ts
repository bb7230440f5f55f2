import { message } from '../messages'
import type { UnitFacts } from './facts'
import { known, open } from './figure'
import type { Taken } from './figure'
import { nobodyCounted } from './headcount'

/**
 * A share of the counted people. Whoever leaves it blank stays below the line and counts as not having it;
 * the range tells what the share would be if all of them had it.
 */
export function shareOfStaff(unit: UnitFacts, having: number, blank: number): Taken {
  const missing = nobodyCounted(unit)
  if (missing !== null) return open(missing)
  const whole = unit.headcount.counted
  if (blank === whole) return open(message('open.all-blank', { count: blank }), { range: { low: 0, high: 1 } })
  const more = { parts: { part: having, whole } }
  if (blank === 0) return known(having / whole, more)
  const range = { low: having / whole, high: (having + blank) / whole }
  return known(range.low, { ...more, range, remarks: [message('remark.blank-share', { count: blank, part: having + blank, whole, high: range.high })] })
}
