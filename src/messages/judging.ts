import type { LocalText } from '../core/plan'

/** Figures, verdicts and findings. */
export const judging = {
} as const satisfies Readonly<Record<string, LocalText>>
