import { message } from '../messages'
import type { Message } from '../core/message'
import type { UnitFacts } from './facts'
import { open } from './figure'
import type { Taken } from './figure'
import { nobodyCounted } from './headcount'
import type { ShareSwing } from './swing'

/**
 * A share of the counted people. Whoever leaves it blank stays below the line and counts as not having it;
 * the range tells what the share would be if all of them had it, and if people of no settled kind counted, with it or without.
 */
export function shareOfStaff(unit: UnitFacts, having: number, blank: number, swing: ShareSwing | undefined): Taken {
  const missing = nobodyCounted(unit)
  if (missing !== null) return open(missing)
  const whole = unit.headcount.counted
  if (blank === whole) return open(message('open.all-blank', { count: blank }), { range: { low: 0, high: 1 } })
  const share = having / whole, remarks: Message[] = []
  const ends = swing === undefined ? { low: share, high: share } : endsOf(having, whole, swing)
  const maybe = unit.headcount.undecided + unit.headcount.unknown
  const lowest = Math.min(ends.low, having / (whole + maybe))
  const highest = Math.max(ends.high, Math.min(1, (having + blank + maybe) / (whole + maybe)))
  if (ends.low < ends.high) remarks.push(message('remark.contradictory-share', { low: ends.low, high: ends.high }))
  if (blank > 0) remarks.push(message('remark.blank-share', { count: blank, part: having + blank, whole, high: (having + blank) / whole }))
  return {
    value: share, low: ends.low, high: ends.high, parts: { part: having, whole }, remarks, open: message('open.contradictory-share', { share, low: ends.low, high: ends.high }),
    ...(lowest < highest ? { range: { low: lowest, high: highest } } : {}),
  }
}

/** Nobody left to count on one side leaves the share as it is. */
function endsOf(having: number, whole: number, swing: ShareSwing): { readonly low: number; readonly high: number } {
  const share = having / whole, lowWhole = whole + swing.lowWhole, highWhole = whole + swing.highWhole
  return {
    low: lowWhole > 0 ? (having + swing.lowPart) / lowWhole : share,
    high: highWhole > 0 ? (having + swing.highPart) / highWhole : share,
  }
}
