import './modal.css'
import { useEffect, useId, useRef } from 'react'
import type { ModalProps } from './modal'

/**
 * The dialog of the one file: the browser's own, which keeps the focus in it, closes by Esc and gives the focus back. Fluent's is 8 KB there.
 * What had the focus may be gone by then; the screen has it instead.
 */
export function Modal({ title, className, language, isOpen, isAlert = false, onClose, actions, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null), id = useId()
  useEffect(() => {
    const own = dialog.current
    if (!isOpen || own === null) return
    own.showModal()
    return () => {
      own.close()
      if (document.activeElement === document.body) document.getElementById('screen')?.focus({ preventScroll: true })
    }
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      className={`modal own ${className}`}
      lang={language}
      aria-labelledby={id}
      onCancel={event => {
        // The page closes it, so that both know.
        event.preventDefault()
        onClose()
      }}
      onClick={event => {
        if (event.target === event.currentTarget && !isAlert) onClose()
      }}
    >
      {isOpen && (
        <div className='modal-body'>
          <h1 id={id}>{title}</h1>
          <div className='modal-content'>{children}</div>
          <div className='modal-actions'>{actions}</div>
        </div>
      )}
    </dialog>
  )
}
