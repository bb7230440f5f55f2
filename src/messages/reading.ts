import type { LocalText } from '../core/plan'

/** Understanding sheets: reasons, assumptions about values (`value.…`), skipped rows (`skipped.…`), questions (`question.…`). */
export const reading = {
} as const satisfies Readonly<Record<string, LocalText>>
