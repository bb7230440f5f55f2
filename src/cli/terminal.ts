/** What the standard streams lead to. */
export interface TerminalFacts {
  /** Standard error is a terminal: a progress bar may be drawn. */
  readonly showProgress: boolean
  /** Standard output is a terminal that shows colours. */
  readonly colour: boolean
}

export function terminalFacts(): TerminalFacts {
  return {
    showProgress: process.stderr.isTTY === true,
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
  }
}
