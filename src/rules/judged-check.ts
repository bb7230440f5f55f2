import type { CheckInput } from '../core/check'
import type { Finding } from '../core/finding'
import type { Message } from '../core/message'
import { message } from '../messages'
import type { Facts } from '../judge/facts'

/** What a check of the judging may look at: the gathered facts besides what every check has. */
export interface JudgedInput extends CheckInput {
  readonly facts: Facts
}

/** A check, and its name in the index is its file's. A plain `Check` is one too. */
export interface JudgedCheck {
  readonly id: string
  run(input: JudgedInput): Finding[]
}

/** What a finding calls a unit: a community as written, or the whole. */
export function unitName(input: JudgedInput, community: number): string | Message {
  return community < 0 ? message('unit.whole') : (input.reading.communities[community]?.label ?? '')
}

/** The unit's part of a finding's subject. */
export function unitSubject(input: JudgedInput, community: number): string {
  return community < 0 ? 'overall' : (input.reading.communities[community]?.name ?? '')
}
