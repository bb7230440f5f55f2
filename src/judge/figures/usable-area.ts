import { dayText } from '../../core/day'
import { message } from '../../messages'
import type { Message } from '../../core/message'
import { open } from '../figure'
import type { Figure } from '../figure'
import type { PremisesFacts } from '../premises-facts'
import { ENDED_SOME_DAY } from '../premises-facts'
import { noPremises } from '../premises-open'

/** 使用面积: all places of the community that stand today. Built area alone cannot prove it, and an about-value decides only well away from the line. */
export const usableArea: Figure = {
  id: 'usable-area', from: 'premises', columns: [['usableArea', 'area', 'officeArea', 'activityArea', 'builtArea']], whole: 'each',
  take: unit => {
    const { premises } = unit, missing = noPremises(unit)
    if (premises === null || missing !== null) return open(missing ?? message('open.no-premises'))
    const { usable, built } = premises, remarks: Message[] = []
    if (premises.assumedUsable) remarks.push(message('remark.area-taken-as-usable'))
    if (premises.ranged) remarks.push(message('remark.area-range'))
    if (usable.about && usable.value !== null) remarks.push(message('remark.area-about', { value: usable.value }))
    if (premises.sites.length - premises.inBuilding > 1) remarks.push(message('remark.sites', { count: premises.sites.length - premises.inBuilding }))
    if (premises.inBuilding > 0) remarks.push(message('remark.in-building', { count: premises.inBuilding, area: premises.inBuildingArea }))
    if (premises.demolition) remarks.push(message('remark.demolition'))
    if (usable.value !== null && premises.own.value !== null && premises.own.value < usable.value && !premises.demolition) remarks.push(message('remark.not-own', { own: premises.own.value }))
    const builtOnly = usable.value === null && premises.builtOnly && built.value !== null
    const coefficient = unit.facts.settings.usableCoefficient
    if (builtOnly && coefficient !== undefined) remarks.push(message('remark.usable-estimate', { estimate: (built.value ?? 0) * coefficient, coefficient }))
    return {
      value: usable.value, low: usable.low, high: usable.high, remarks,
      open: doubtOf(premises) ?? (builtOnly ? message('open.built-only', { built: built.value }) : usable.about ? message('open.about-area', { value: usable.value }) : message('open.area-unknown')),
      ...(builtOnly ? { proof: message('proof.built-below', { built: built.value }) } : {}),
      ...(usable.low < usable.high && Number.isFinite(usable.high) ? { range: { low: usable.low, high: usable.high } } : {}),
    }
  },
}

/** What contradicts itself, as the reason of an open verdict. */
function doubtOf({ doubts, leaseEnded, usable }: PremisesFacts): Message | null {
  const [doubt] = doubts
  if (doubt === undefined) {
    if (leaseEnded === 0 || usable.value === null) return null
    return leaseEnded === ENDED_SOME_DAY ? message('open.lease-over') : message('open.lease-ended', { day: dayText(leaseEnded) })
  }
  const [first = 0, second = 0] = doubt.values
  switch (doubt.kind) {
    case 'usable-over-built': return message('open.area-over-built', { usable: first, built: second })
    case 'implausible': return message('open.area-implausible', { value: first })
    case 'shared': return message('open.area-shared')
    case 'listed-twice': return message('open.area-twice')
    case 'none-with-area': return message('open.area-though-none')
    case 'given-up': case 'perhaps-given-up': return message('open.area-given-up')
    case 'total-differs': case 'columns-differ': case 'lists-differ': return message('open.area-differs', { values: doubt.values.map(String) })
  }
}
