import { Button, ProgressBar } from '@fluentui/react-components'
import type { ReadingView } from '../state'
import { useSpeech } from '../strings'

/** Progress by sheet, and the way out. */
export function Reading({ view, onCancel }: { view: ReadingView; onCancel: () => void }) {
  const { tell } = useSpeech()
  const { progress } = view
  const title = view.name === '' ? tell('reading.title') : tell('reading.named', { name: view.name })
  const share = view.step === 'checking' ? null : progress?.share ?? null
  return (
    <div className="welcome" aria-busy="true">
      <h1>{title}</h1>
      <ProgressBar className="progress" aria-label={title} thickness="large" {...(share === null ? {} : { value: share })} />
      <p className="quiet">
        {view.waiting ? tell('reading.waiting') : view.step === 'checking' ? tell('reading.checking')
          : progress === null ? ' ' : tell('reading.sheet', { sheet: progress.sheet, number: progress.sheetNumber, total: progress.sheetCount })}
      </p>
      <Button onClick={onCancel}>{tell('cancel')}</Button>
    </div>
  )
}
