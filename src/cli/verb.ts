import type { Language } from '../core/message'
import type { Arguments, OptionSpec } from './arguments'
import type { TerminalFacts } from './terminal'
import type { CliWord } from './words'

/** A command: one file each, loaded when it is called. */
export interface Verb {
  readonly name: string
  /** What stands after the name in the help, e.g. `FILE…`. */
  readonly operands: string
  readonly about: CliWord
  readonly options: readonly OptionSpec[]
  /** It ends single files itself when they take longer than `--timeout`; left out: the whole run is ended. */
  readonly endsItsFiles?: boolean
  /** @returns the exit code; @throws UsageError */
  run(given: Arguments, context: Context): Promise<number>
}

/** What the verbs may touch of the outside. */
export interface Context extends TerminalFacts {
  readonly language: Language
  /** Writes to standard output, waiting while the reader is slow. */
  readonly out: (text: string) => Promise<void>
  /** Writes a line to standard error. */
  readonly note: (line: string) => void
}
