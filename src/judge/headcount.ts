import { message } from '../messages'
import type { Message } from '../core/message'
import type { UnitFacts } from './facts'
import { known, open } from './figure'
import type { Taken } from './figure'

/** Heads of one kind in a unit. People whose kind is undecided or not told are named beside it and counted nowhere. */
export function headcount(unit: UnitFacts, kind: 'formal' | 'contracted' | 'counted'): Taken {
  const missing = noPeople(unit)
  if (missing !== null) return open(missing)
  const { headcount: heads } = unit, value = heads[kind], maybe = heads.undecided + heads.unknown
  if (heads.counted === 0 && heads.unknown > 0) return open(message('open.no-kind', { count: heads.unknown }), { range: { low: 0, high: maybe } })
  const remarks: Message[] = []
  if (heads.undecided > 0) remarks.push(message('remark.undecided', { count: heads.undecided }))
  if (heads.unknown > 0) remarks.push(message('remark.kind-unknown', { count: heads.unknown }))
  if (unit.away > 0) remarks.push(message('remark.away', { count: unit.away }))
  if (heads.vacant > 0) remarks.push(message('remark.vacant', { vacant: heads.vacant }))
  if (heads.left > 0) remarks.push(message('remark.left', { left: heads.left }))
  if (value === 0 && heads.counted + maybe === 0) remarks.push(message('remark.nobody'))
  const swing = unit.swing?.[kind], low = value + (swing?.low ?? 0), high = value + (swing?.high ?? 0)
  if (low === high) return known(value, { remarks, ...(maybe > 0 ? { range: { low: value, high: value + maybe } } : {}) })
  remarks.push(message('remark.contradictions', { low, high }))
  return { value, low, high, remarks, range: { low, high: high + maybe }, open: message('open.contradictions', { value, low, high }) }
}

/** A community of which the roster has no row at all, not even a vacant post: listed elsewhere, and not known to have nobody. */
export function hasNobody({ community, headcount: { counted, undecided, unknown, vacant, left }, facts }: UnitFacts): boolean {
  return community >= 0 && facts.hasRoster && counted + undecided + unknown + vacant + left === 0
}

/** Why no figure about people can be taken; `null` when one can. */
export function noPeople(unit: UnitFacts): Message | null {
  if (!unit.facts.hasRoster) return message('open.no-roster')
  return hasNobody(unit) ? message('open.no-people-of-community') : null
}

/** Why no share or mean can be taken: no roster, or nobody in it whom it may count. */
export function nobodyCounted(unit: UnitFacts): Message | null {
  const missing = noPeople(unit)
  if (missing !== null) return missing
  if (unit.headcount.counted > 0) return null
  return unit.headcount.unknown > 0 ? message('open.no-kind', { count: unit.headcount.unknown }) : message('open.nobody-counted')
}
