import { Button } from '@fluentui/react-components'
import { catalogue, say } from '../../src/messages'
import type { Problem } from '../state'
import { useWords, words } from './words'
import type { WordKey, WordSpeech } from './words'

/** Something was under way, or open, and ended by itself. */
const CUT_OFF: ReadonlySet<string> = new Set(['worker-lost', 'worker-lost-unsaved', 'page-ended'])

/** What happened, why, and what to do. */
export default function Failed({ problem, onRetry, onBack }: { problem: Problem; onRetry: (() => void) | null; onBack: () => void }) {
  const speech = useWords()
  const { tell } = speech
  return (
    <div className="welcome" role="alert">
      <h1>{tell(CUT_OFF.has(problem.code) ? 'failed.lost.title' : 'failed.title')}</h1>
      <p>{sentenceOf(problem, speech)}</p>
      <p className="buttons">
        {onRetry !== null && <Button appearance="primary" onClick={onRetry}>{tell('failed.retry')}</Button>}
        <Button onClick={onBack}>{tell('failed.back')}</Button>
        {(problem.code === 'office-missing' || problem.code === 'outside-excel') && <a className="link" href="workbench.html">{tell('failed.workbench')}</a>}
      </p>
    </div>
  )
}

/** The sentence of a problem: the host's, the pane's own, or the one for what nobody foresaw. */
export function sentenceOf(problem: Problem, { tell, language }: WordSpeech): string {
  const own = `failed.${problem.code}`
  if (own in words) return tell(own as WordKey, problem.params)
  const key = `error.${problem.code}`
  if (key in catalogue) return say({ key, params: problem.params }, language)
  return tell('failed.unexpected', { detail: [problem.code, ...Object.values(problem.params)].join(' ') })
}
