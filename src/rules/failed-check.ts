import type { NotChecked } from '../core/checked'
import { message } from '../messages'

/** The line for a check that threw: it is left out, and what it had found until then with it. */
export function failedCheck(id: string, failure: unknown): NotChecked {
  const detail = failure instanceof Error ? failure.message.slice(0, 200) : ''
  return { sheet: null, cell: null, check: id, why: message('checked.failed', { rule: id, detail }) }
}
