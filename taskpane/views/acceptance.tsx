import { Field } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Finding } from '../../src/core/finding'
import { useWords } from './words'

export interface AcceptanceProps {
  readonly finding: Finding
  /** Name of the line in the list, for the arrow keys. */
  readonly row: string
  readonly onAccept: (reason: string) => void
  /** Takes the acceptance back, or drops one that no longer holds. */
  readonly onTakeBack: () => void
  /** The finding tells of an acceptance that no longer holds. */
  readonly isLapsed: boolean
}

/** 接受…（理由） under a finding: the reason is asked for in place; Enter keeps it, Esc leaves everything as it was. */
export function Acceptance({ finding, row, onAccept, onTakeBack, isLapsed }: AcceptanceProps) {
  const { tell } = useWords()
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { accepted } = finding
  if (accepted !== undefined || isLapsed) {
    return (
      <p className="accepted">
        {accepted !== undefined && <span>{tell(accepted.acceptedOn === undefined ? 'findings.reason' : 'findings.reason-day', { reason: accepted.reason, day: accepted.acceptedOn ?? '' })}</span>}
        <button type="button" className="link" data-row={row} data-column="accept" tabIndex={-1} onClick={onTakeBack}>{tell(isLapsed ? 'findings.drop' : 'findings.take-back')}</button>
      </p>
    )
  }
  if (!asking) return <button type="button" ref={opener} className="link accept" data-row={row} data-column="accept" tabIndex={-1} onClick={() => setAsking(true)}>{tell('findings.accept')}</button>
  const leave = () => {
    setAsking(false)
    // The button comes back with the next drawing.
    setTimeout(() => opener.current?.focus())
  }
  return <Asking onAccept={onAccept} onLeave={leave} />
}

function Asking({ onAccept, onLeave }: { onAccept: (reason: string) => void; onLeave: () => void }) {
  const { tell } = useWords()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const given = reason.trim(), isMissing = missing && given === ''
  const onKeyDown = (event: KeyboardEvent) => {
    // Esc while a Chinese word is being composed belongs to the input method.
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }
  return (
    <form className="accepting" onKeyDown={onKeyDown} onSubmit={event => {
      event.preventDefault()
      if (given === '') setMissing(true)
      else onAccept(given)
    }}>
      <Field label={tell('findings.reason.label')} size="small" required {...(isMissing ? { validationMessage: tell('findings.reason.missing') } : { hint: tell('findings.reason.hint') })}>
        {control => <input {...control} type="text" autoFocus maxLength={200} autoComplete="off" value={reason} onChange={event => setReason(event.target.value)} />}
      </Field>
      <span className="chips">
        <button type="submit" className="chip">{tell('findings.reason.keep')}</button>
        <button type="button" className="chip" onClick={onLeave}>{tell('cancel')}</button>
      </span>
    </form>
  )
}
