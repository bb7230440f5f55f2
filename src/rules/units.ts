import type { Message } from '../core/message'
import { message } from '../messages'
import type { RuleInput } from './rule'

/** What a finding calls a unit: a community as written, or the whole. */
export function unitName(input: RuleInput, community: number): string | Message {
  return community < 0 ? message('unit.whole') : (input.reading.communities[community]?.label ?? '')
}

/** The unit's part of a finding's subject. */
export function unitSubject(input: RuleInput, community: number): string {
  return community < 0 ? 'overall' : (input.reading.communities[community]?.name ?? '')
}
