import { HostError } from '../src/core/workbook'
import { CheckerError } from './checker-error'
import type { Problem } from './state'

export function isCancelled(reason: unknown): boolean {
  return reason instanceof HostError && reason.code === 'cancelled'
}

/** A failure as a code for the screen. What nobody foresaw keeps its own words: they go to no log. */
export function problemOf(reason: unknown): Problem {
  if (reason instanceof HostError || reason instanceof CheckerError) return { code: reason.code, params: reason.params }
  return { code: 'unexpected', params: { detail: reason instanceof Error ? reason.message : String(reason) } }
}
