import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { Session } from '../session'
import { tell } from '../strings'

/** Asks before the page is left while there are writes that no copy was saved of. */
export function useLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => { event.preventDefault() }
    addEventListener('beforeunload', ask)
    return () => { removeEventListener('beforeunload', ask) }
  }, [isUnsaved])
}

export interface UnsavedProps {
  readonly session: Session
  /** The workbook that is open. */
  readonly file: string
  /** Opens the other one. */
  readonly onOpen: () => void
  readonly onDone: () => void
}

/** Another workbook is to be opened over one with unsaved writes: a copy first, without one, or not at all. */
export function Unsaved({ session, file, onOpen, onDone }: UnsavedProps) {
  const say = (key: Parameters<typeof tell>[1], params?: Parameters<typeof tell>[2]) => tell(session.language, key, params)
  return (
    <div className="unsaved" role="alertdialog" aria-labelledby="unsaved" onKeyDown={event => { if (event.key === 'Escape') onDone() }}>
      <p id="unsaved">{say('unsaved', { file })}</p>
      <p className="buttons">
        <Button appearance="primary" size="small" autoFocus onClick={() => { session.act.writing.save?.(); onDone() }}>{say('unsaved.save')}</Button>
        <Button size="small" onClick={() => { onDone(); onOpen() }}>{say('unsaved.open')}</Button>
        <Button size="small" onClick={onDone}>{say('unsaved.stay')}</Button>
      </p>
    </div>
  )
}
