import { basename } from 'node:path'
import { outgoingText } from '../render/outgoing'
import type { Context } from './verb'
import { cliSay } from './words'

export interface ProgressBar {
  /** @param done files finished; @param share 0..1 of the one that is being read */
  show(done: number, file: string, share: number): void
  /** Takes the bar away, so that a line can be written. */
  clear(): void
}

const CELLS = 24

/** A bar on standard error, on a terminal alone; elsewhere it does nothing. */
export function progressBar(
  context: Context,
  files: number,
  write: (text: string) => void = text => void process.stderr.write(text),
): ProgressBar {
  if (!context.showProgress) return { show: () => undefined, clear: () => undefined }
  let shown = -1
  return {
    show(done, file, share) {
      const percent = Math.floor(((done + share) / files) * 100)
      if (percent === shown) return
      shown = percent
      const full = Math.round((percent / 100) * CELLS)
      write(
        `\r\u001b[2K${cliSay('reading', context.language)} ${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${percent}% ${outgoingText(basename(file))}`,
      )
    },
    clear() {
      if (shown < 0) return
      shown = -1
      write('\r\u001b[2K')
    },
  }
}
