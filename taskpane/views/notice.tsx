import type { Problem } from '../state'
import { useWords } from './words'
import { sentenceOf } from './failed'

/** Something that stopped nothing, said beside the results. */
export default function Notice({ notice, onDismiss }: { notice: Problem; onDismiss: () => void }) {
  const speech = useWords()
  return (
    <div className="notice" role="alert">
      <p>{notice.file !== undefined && <strong>{speech.tell('failed.kept', { file: notice.file })}</strong>} {sentenceOf(notice, speech)}</p>
      <button type="button" className="link" onClick={onDismiss}>{speech.tell('dismiss')}</button>
    </div>
  )
}
