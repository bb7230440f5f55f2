import { message } from '../messages'
import type { Message } from '../core/message'
import type { UnitFacts } from './facts'

/** Why no figure about premises can be taken; `null` when one can. */
export function noPremises(unit: UnitFacts): Message | null {
  if (!unit.facts.hasPremises) return message('open.no-premises-table')
  return unit.premises === null ? message('open.no-premises') : null
}
