import type { Severity } from '../../src/core/finding'
import { useWords } from './words'

const SHAPES: Readonly<Record<Severity, string>> = {
  error: 'M8 2.2 13.8 8 8 13.8 2.2 8Z',
  warning: 'M8 2.8 14 13H2Z',
  info: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z',
}

/** How serious: a shape and a word. Bare: the word for screen readers alone. */
export function SeverityMark({ severity, bare = false }: { severity: Severity; bare?: boolean }) {
  const { tell } = useWords()
  return (
    <span className={`severity ${severity}`}>
      <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={SHAPES[severity]} fill={severity === 'info' ? 'none' : 'currentColor'} stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" /></svg>
      <span className={bare ? 'hidden' : undefined}>{tell(`severity.${severity}`)}</span>
    </span>
  )
}
