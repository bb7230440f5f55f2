import { Button } from '@fluentui/react-components'
import type { Problem } from '../state'
import { Said } from './said'
import { useWords } from './words'
import { sentenceOf } from './failed'

/** Something that stopped nothing, said beside the results. */
export default function Notice({ notice, onDismiss }: { notice: Problem; onDismiss: () => void }) {
  const speech = useWords()
  return (
    <Said intent="error" actions={<Button size="small" onClick={onDismiss}>{speech.tell('dismiss')}</Button>}>
      {notice.file !== undefined && <strong>{speech.tell('failed.kept', { file: notice.file })}</strong>} {sentenceOf(notice, speech)}
    </Said>
  )
}
