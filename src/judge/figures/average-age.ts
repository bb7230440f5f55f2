import { message } from '../../messages'
import type { Message } from '../../core/message'
import { ageOf } from '../facts'
import { known, open } from '../figure'
import type { Figure } from '../figure'
import { nobodyCounted } from '../headcount'

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
    const mean = ages.sum / ages.known, low = (ages.low + YOUNGEST * heads.ageBlank) / heads.counted, high = (ages.high + OLDEST * heads.ageBlank) / heads.counted
    const remarks: Message[] = []
    if (heads.ageBlank > 0) remarks.push(message('remark.ages-unknown', { count: heads.ageBlank, low, high }))
    else if (ages.low !== ages.high) remarks.push(message('remark.ages-unsure', { low, high }))
    if (ages.stated > 0) remarks.push(message('remark.ages-stated', { count: ages.stated }))
    return known(mean, { remarks, ...(low < high ? { range: { low, high } } : {}) })
  },
  lacks: (person, unit, expected) => ageOf(person, unit.facts.asOf) > expected,
}
