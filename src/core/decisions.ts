import type { Day } from './day'
import { isOwnNumber } from './own-number'
import type { OwnNumber } from './own-number'
import type { Policy } from './plan'
import type { Mapping } from './mapping'
import type { AcceptedFinding } from './waiver'

/**
 * What a person settled for a workbook: one shape wherever it is kept (the workbook's own part, a settings file, the browser).
 * Keyed by words and content, never by address or file name, and free of personal data.
 */
export interface Decisions {
  /** A shipped standard by its id, or one of the person's own; `null`: the default. */
  readonly policy: Policy | string | null
  /** `null`: as the workbook states, else the policy's year. */
  readonly asOf: Day | null
  /** Corrections of tables and columns, meanings of words, names of communities, answers. */
  readonly mapping: Mapping
  /** Findings that the person accepted, with the reason. */
  readonly accepted?: readonly AcceptedFinding[]
  /** Values of a standard that the person set otherwise. */
  readonly numbers?: readonly OwnNumber[]
}

export const NO_DECISIONS: Decisions = { policy: null, asOf: null, mapping: {} }

/** Decisions as they come back from a store that others can write to; `null` when they are none. Acceptances that are none are left out. */
export function decisionsFrom(value: unknown): Decisions | null {
  if (!isRecord(value) || !('policy' in value) || !('asOf' in value) || !isRecord(value['mapping'])) return null
  const { accepted, numbers, ...decisions } = value as Record<string, unknown> & Decisions
  const kept = Array.isArray(accepted) ? (accepted as readonly unknown[]).filter(isAccepted) : []
  const own = Array.isArray(numbers) ? (numbers as readonly unknown[]).filter(isOwnNumber) : []
  return { ...decisions, ...(kept.length === 0 ? {} : { accepted: kept }), ...(own.length === 0 ? {} : { numbers: own }) }
}

/** Nothing was decided: nothing has to be kept. */
export function isNothing({ policy, asOf, mapping, accepted = [], numbers = [] }: Decisions): boolean {
  return policy === null && asOf === null && Object.keys(mapping).length === 0 && accepted.length === 0 && numbers.length === 0
}

/** How many things were decided: what a person is told before they count. */
export function decisionCount({ policy, asOf, mapping, accepted = [], numbers = [] }: Decisions): number {
  const { tables = [], words = {}, communities = {}, answers = {} } = mapping
  const corrected = tables.reduce(
    (sum, table) => sum + (table.kind === undefined ? 0 : 1) + Object.keys(table.columnHeaders ?? table.columns ?? {}).length,
    0,
  )
  const meanings = Object.values(words).reduce((sum, each) => sum + Object.keys(each).length, 0)
  return (
    (policy === null ? 0 : 1) +
    (asOf === null ? 0 : 1) +
    corrected +
    meanings +
    Object.keys(communities).length +
    Object.keys(answers).length +
    accepted.length +
    numbers.length
  )
}

function isAccepted(value: unknown): value is AcceptedFinding {
  return isRecord(value) && ['check', 'subject', 'reason', 'fingerprint'].every(name => typeof value[name] === 'string') && (value['acceptedOn'] === undefined || typeof value['acceptedOn'] === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
