import type { Verdict } from '../../src/core/verdict'
import type { Citation } from '../../src/core/plan'
import { seenWord } from '../../src/render/citations'
import { useWords } from './words'

/** Drawn, not typed: each verdict keeps its shape in any font and in black and white. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  met: 'M3 8.5 6.5 12 13 4.5',
  missed: 'M4 4l8 8M12 4l-8 8',
  surplus: 'M8 3.5 13.5 12.5h-11Z',
  unknown: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.6 8 9 8 10M8 12.6v.1',
}

export function VerdictShape({ verdict }: { verdict: Verdict }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[verdict]} fill={verdict === 'surplus' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** Colour, shape and word together. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { tell } = useWords()
  return <span className={`verdict ${verdict}`}><VerdictShape verdict={verdict} />{tell(`verdict.${verdict}`)}</span>
}

/** How a value was seen, where it was not compared with the document. */
export function Unverified({ citation }: { citation?: Pick<Citation, 'seen' | 'verified'> | undefined }) {
  const { tell, language } = useWords()
  return <span className="flag" title={tell('unverified.long')}>{citation === undefined ? tell('unverified') : seenWord(citation, language)}</span>
}
