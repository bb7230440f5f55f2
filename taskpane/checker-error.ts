import type { MessageParams } from '../src/core/message'

/** A failure on the far side, by its code. */
export class CheckerError extends Error {
  override readonly name = 'CheckerError'
  constructor(readonly code: string, readonly params: MessageParams = {}) {
    super(code)
  }
}
