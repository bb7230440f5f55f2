import type { LocalText } from '../core/plan'

/** Reading and writing workbooks: errors (`error.<HostErrorCode>`), notices (`notice.…`), skipped changes (`skip.…`), conflicts (`conflict.…`). */
export const hosts = {
} as const satisfies Readonly<Record<string, LocalText>>
