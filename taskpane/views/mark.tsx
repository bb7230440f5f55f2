import type { Judgement } from '../../src/core/report'
import { shownValue } from '../../src/render/words'
import { VerdictShape } from './verdict'
import { useWords } from './words'

/** Shape and figure; the word is said, and shown where the pointer rests. */
export function Mark({ judgement, title }: { judgement: Judgement; title: string }) {
  const { tell, language } = useWords()
  const { verdict } = judgement, word = tell(`verdict.${verdict}`)
  return (
    <span className={`mark ${verdict}`} title={`${title}${language === 'en' ? ': ' : '：'}${word}`}>
      <VerdictShape verdict={verdict} />
      <span className="matrix-value">{shownValue(judgement, language)}</span>
      <span className="hidden">{word}</span>
    </span>
  )
}
