import type { LocalText } from '../core/plan'

/** Budget sheets, fill changes and missing inputs. */
export const budgets = {
} as const satisfies Readonly<Record<string, LocalText>>
