import type { MessageParams } from '../core/message'
import type { CliWord } from './words'

/** What is wrong with the arguments: said as one sentence on standard error, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(
    readonly word: CliWord,
    readonly params: MessageParams = {},
  ) {
    super(word)
  }
}
