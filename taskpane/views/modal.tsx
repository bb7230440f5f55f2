import './modal.css'
import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Language } from '../../src/core/message'

export interface ModalProps {
  readonly title: string
  readonly className: string
  readonly language: Language
  readonly isOpen: boolean
  /** Something must be decided: a click beside it does not close it. */
  readonly isAlert?: boolean
  readonly onClose: () => void
  readonly actions: ReactNode
  readonly children: ReactNode
}

/**
 * Office's own dialog over whatever is shown, with Fluent's keys and focus. It hangs on the page's body, outside of the pane and its styles.
 * To be left in its place once it was open: what keeps the page under it from screen readers goes away with it before it has let go of the page.
 * What had the focus has it again afterwards: Fluent does so for a trigger that it knows, and that would bring its focus with the first paint.
 */
export function Modal({ title, className, language, isOpen, isAlert = false, onClose, actions, children }: ModalProps) {
  const before = useMemo(() => (isOpen ? document.activeElement : null), [isOpen])
  useEffect(() => {
    if (!isOpen) return
    return () => {
      const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected
      ;(isThere ? before : document.getElementById('screen'))?.focus({ preventScroll: true })
    }
  }, [isOpen, before])
  return (
    <Dialog open={isOpen} modalType={isAlert ? 'alert' : 'modal'} onOpenChange={onClose}>
      <DialogSurface className={`modal ${className}`} lang={language}>
        <DialogBody>
          <DialogTitle as="h1">{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions fluid>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
