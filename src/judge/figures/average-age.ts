import { message } from '../../messages'
import type { Message } from '../../core/message'
import { ageOf } from '../person-facts'
import { known, open } from '../figure'
import type { Figure } from '../figure'
import { nobodyCounted } from '../headcount'
import { meanEnds } from '../swing'

/** Working ages between which an unknown age is taken to lie when the possible mean is shown. */
const YOUNGEST = 18, OLDEST = 70

/** 平均年龄: the unrounded mean of full years on the as-of date over the counted people whose age is known. */
export const averageAge: Figure = {
  id: 'average-age', from: 'people', columns: [['birth'], ['age'], ['id'], ['name']], whole: 'pooled', rests: 'age',
  take: unit => {
    const missing = nobodyCounted(unit)
    if (missing !== null) return open(missing)
    const { ages, headcount: heads } = unit
    if (ages.known === 0) return open(message('open.no-ages', { count: heads.counted }))
    const mean = ages.sum / ages.known,
      low = (ages.low + YOUNGEST * heads.ageBlank) / heads.counted,
      high = (ages.high + OLDEST * heads.ageBlank) / heads.counted,
      // People of no settled kind count or do not; how old they are is not asked for that.
      maybe = heads.undecided + heads.unknown,
      lowest = (ages.low + YOUNGEST * (heads.ageBlank + maybe)) / (heads.counted + maybe),
      highest = (ages.high + OLDEST * (heads.ageBlank + maybe)) / (heads.counted + maybe)
    const remarks: Message[] = []
    if (heads.ageBlank > 0) remarks.push(message('remark.ages-unknown', { count: heads.ageBlank, low, high }))
    else if (ages.low !== ages.high) remarks.push(message('remark.ages-unsure', { low, high }))
    if (ages.stated > 0) remarks.push(message('remark.ages-stated', { count: ages.stated }))
    const range = low < high || maybe > 0 ? { range: { low: Math.min(low, lowest), high: Math.max(high, highest) } } : {}
    const ends = unit.swing === null ? null : meanEnds(unit.swing.ages, ages.sum, ages.known)
    if (ends === null || ends.high - ends.low < 1e-9) return known(mean, { remarks, ...range })
    remarks.push(message('remark.contradictory-ages', { low: ends.low, high: ends.high }))
    return { value: mean, ...ends, remarks, range: { low: Math.min(low, lowest, ends.low), high: Math.max(high, highest, ends.high) }, open: message('open.contradictory-ages', { mean, low: ends.low, high: ends.high }) }
  },
  lacks: (person, unit, expected) => ageOf(person, unit.facts.asOf) > expected,
}
