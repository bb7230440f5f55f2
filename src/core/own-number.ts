import type { Day } from './day'
import type { DatedValue, Policy, Target } from './plan'

/** A value of a standard that a person set otherwise (自定), with the reason. It holds for that standard alone. */
export interface OwnNumber {
  /** Id of the standard. */
  readonly policy: string
  /** Id of the target. */
  readonly target: string
  /** In the unit of the target; a share as 0..1. */
  readonly value: number
  /** In the person's words; empty where only the value was kept. */
  readonly reason: string
  readonly setOn?: Day
}

/** The key of the one source that own numbers cite. */
const OWN_SOURCE = 'own'

/** The standard with the person's own numbers in it, each cited as 自定; those for another standard, or for a target that this one lacks, change nothing. */
export function withOwnNumbers(policy: Policy, numbers: readonly OwnNumber[]): Policy {
  const own = new Map(numbers.filter(number => number.policy === policy.id).map(number => [number.target, number]))
  const targets = policy.targets.map(target => {
    const number = own.get(target.id)
    return number === undefined ? target : withValue(target, number)
  })
  const count = targets.filter((target, i) => target !== policy.targets[i]).length
  if (count === 0) return policy
  return {
    ...policy, targets,
    title: { 'zh-CN': `${policy.title['zh-CN']}（自定 ${count} 项）`, en: `${policy.title.en} (${count} own)` },
    sources: { ...policy.sources, [OWN_SOURCE]: { title: '自定' } },
  }
}

function withValue(target: Target, { value, reason }: OwnNumber): Target {
  const [first] = target.history
  const citation = { source: OWN_SOURCE, clause: reason.trim() === '' ? '自定' : reason, quote: '自定', verified: false, seen: 'own' } as const
  return { ...target, history: [{ from: first?.from ?? '1949-10-01', value, citation }], was: target.was ?? target.history }
}

/** Whether a value is the person's own. */
export function isOwn({ citation }: Pick<DatedValue, 'citation'>): boolean {
  return citation.seen === 'own'
}

/** The numbers without the one for a target of a standard. */
export function withoutOwnNumber(numbers: readonly OwnNumber[], { policy, target }: Pick<OwnNumber, 'policy' | 'target'>): readonly OwnNumber[] {
  return numbers.filter(number => number.policy !== policy || number.target !== target)
}

/** An own number as it comes back from a store that others can write to. */
export function isOwnNumber(value: unknown): value is OwnNumber {
  if (typeof value !== 'object' || value === null) return false
  const { policy, target, value: number, reason, setOn } = value as Readonly<Record<string, unknown>>
  return (
    typeof policy === 'string' && typeof target === 'string' && typeof number === 'number' && Number.isFinite(number) && number >= 0 &&
    typeof reason === 'string' && (setOn === undefined || typeof setOn === 'string')
  )
}

/** A whole standard as a file of the person's own: what is set otherwise stays cited as 自定, and the file reads back as it is. */
export function policyFileText(policy: Policy): string {
  const targets = policy.targets.map(({ was: _was, ...target }) => target)
  const isChanged = policy.targets.some(target => target.was !== undefined)
  return `${JSON.stringify({ ...policy, ...(isChanged ? { id: `${policy.id}-own` } : {}), targets }, null, 2)}\n`
}
