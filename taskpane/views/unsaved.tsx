import { Button } from '@fluentui/react-components'
import type { Session } from '../session'
import { tell } from '../strings'
import { Modal } from './modal'

export interface UnsavedProps {
  readonly session: Session
  /** The workbook that is open. */
  readonly file: string
  readonly isOpen: boolean
  /** Opens the other one. */
  readonly onOpen: () => void
  readonly onDone: () => void
}

/** Another workbook is to be opened over one with unsaved writes: a copy first, without one, or not at all. */
export default function Unsaved({ session, file, isOpen, onOpen, onDone }: UnsavedProps) {
  const say = (key: Parameters<typeof tell>[1], params?: Parameters<typeof tell>[2]) => tell(session.language, key, params)
  const actions = (
    <>
      <Button appearance="primary" onClick={() => { session.act.writing.save?.(); onDone() }}>{say('unsaved.save')}</Button>
      <Button onClick={() => { onDone(); onOpen() }}>{say('unsaved.open')}</Button>
      <Button onClick={onDone}>{say('unsaved.stay')}</Button>
    </>
  )
  return <Modal title={say('unsaved.title')} className="unsaved" language={session.language} isOpen={isOpen} isAlert onClose={onDone} actions={actions}>{say('unsaved', { file })}</Modal>
}
