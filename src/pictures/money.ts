import type { Language } from '../core/message'
import { formatParam } from '../messages/format'

/** A sum in 万元 with two decimals, as the sheets show it. */
export function money(value: number, language: Language): string {
  return formatParam(value, 'ratio', language, 0)
}
