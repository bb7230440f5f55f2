import { Field } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { maskText } from '../../src/core/mask'
import { isOwn, withoutOwnNumber } from '../../src/core/own-number'
import type { DatedValue, Policy, Target } from '../../src/core/plan'
import { inForce, quantity } from '../figures'
import { today } from '../today'
import { citationText } from './citation'
import type { ScreenProps } from './screen'
import { Unverified } from './verdict'
import { useWords } from './words'
import type { WordSpeech } from './words'

/** A target with its value, its document and its words; the value can be set otherwise in place. */
export function TargetLine({ target, policy, view, act }: { target: Target; policy: Policy } & ScreenProps) {
  const speech = useWords(), { tell, language } = speech
  const { asOf } = view.report
  const [changing, setChanging] = useState(false)
  const opener = useRef<HTMLButtonElement>(null), wasChanging = useRef(false)
  useEffect(() => {
    // The focus goes back to where the change began.
    if (wasChanging.current && !changing) opener.current?.focus()
    wasChanging.current = changing
  }, [changing])
  const now = inForce(target, asOf), own = now !== null && isOwn(now)
  const before = target.was === undefined ? null : inForce({ ...target, history: target.was }, asOf) ?? target.was.at(-1) ?? null
  const others = target.was === undefined ? target.history.filter(value => value !== now) : []
  const set = (value: number | null, reason: string) => {
    const numbers = withoutOwnNumber(view.choices.numbers ?? [], { policy: policy.id, target: target.id })
    const added = value === null ? [] : [{ policy: policy.id, target: target.id, value, reason: maskText(reason), setOn: today() }]
    setChanging(false)
    act.choose({ numbers: [...numbers, ...added] })
  }
  return (
    <li className={own ? 'target own' : 'target'}>
      <p className="target-line">
        <strong>{target.title[language]}</strong>
        <span>{now === null ? tell('standard.not-in-force', { asOf }) : wanted(now, target, speech)}</span>
        <span className="quiet">{tell(`standard.scope.${target.scope}`)}</span>
        {own ? <span className="flag">{tell('standard.own-flag')}</span> : now?.citation.verified === false && <Unverified citation={now.citation} />}
        {!changing && (
          <button type="button" className="link" ref={opener} aria-label={tell('standard.change.of', { target: target.title[language] })} onClick={() => setChanging(true)}>{tell('standard.change')}</button>
        )}
      </p>
      {own && (
        <p className="own-line">
          <span className="quiet">{now.citation.clause === '自定' ? tell('standard.own-no-reason') : tell('standard.own-because', { reason: now.citation.clause })}</span>
          {before !== null && <span className="quiet">{tell('standard.own-was', { was: wanted(before, target, speech) })}</span>}
          <button type="button" className="link" onClick={() => set(null, '')}>{tell('standard.own-back')}</button>
        </p>
      )}
      {changing && <Change target={target} now={now} onSave={set} onLeave={() => setChanging(false)} />}
      {now !== null && !own && <p className="cite">{citationText(now.citation, policy, speech)}</p>}
      {others.map(value => <p key={value.from} className="quiet">{period(value, speech)}{language === 'en' ? ': ' : '：'}{wanted(value, target, speech)}</p>)}
    </li>
  )
}

interface ChangeProps {
  readonly target: Target
  readonly now: DatedValue | null
  readonly onSave: (value: number, reason: string) => void
  readonly onLeave: () => void
}

/** The value and the reason, in place. Shares are typed as percent. */
function Change({ target, now, onSave, onLeave }: ChangeProps) {
  const { tell, language } = useWords()
  const scale = target.unit === 'share' ? 100 : 1, present = typeof now?.value === 'number' ? now.value : null
  const [value, setValue] = useState(present === null ? '' : String(Math.round(present * scale * 1e6) / 1e6))
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState(false)
  const save = () => {
    const number = value.trim() === '' ? NaN : Number(value) / scale
    if (!Number.isFinite(number) || number < 0 || reason.trim() === '') setRefused(true)
    else onSave(number, reason.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
    if (event.key === 'Enter') {
      event.preventDefault()
      save()
    }
  }
  const isWrong = refused && (value.trim() === '' || !(Number(value) >= 0)), isMissing = refused && reason.trim() === ''
  return (
    <div className="own-form" role="group" aria-label={tell('standard.change.of', { target: target.title[language] })} onKeyDown={onKeyDown}>
      <Field size="small" label={`${tell('standard.own-value')}${target.unit === 'share' ? '（%）' : ''}`} {...(isWrong ? { validationMessage: tell('standard.own-wrong') } : {})}>
        {control => <input {...control} type="number" min={0} step="any" value={value} autoFocus onChange={event => setValue(event.target.value)} />}
      </Field>
      <Field size="small" className="own-reason" label={tell('standard.own-reason')} {...(isMissing ? { validationMessage: tell('standard.own-missing') } : { hint: tell('standard.own-hint') })}>
        {control => <input {...control} type="text" value={reason} maxLength={200} onChange={event => setReason(event.target.value)} />}
      </Field>
      <span className="chips">
        <button type="button" className="chip" onClick={save}>{tell('standard.own-save')}</button>
        <button type="button" className="chip" onClick={onLeave}>{tell('cancel')}</button>
      </span>
    </div>
  )
}

function wanted(value: DatedValue, target: Target, { tell, language }: WordSpeech): string {
  if (typeof value.value !== 'number') return tell('standard.by-size')
  return tell(`board.target.${target.comparison}`, { value: quantity(value.value, target.unit, language) })
}

function period(value: DatedValue, { tell }: WordSpeech): string {
  const when = value.to === undefined ? tell('standard.from', { from: value.from }) : tell('standard.from-to', { from: value.from, to: value.to })
  return value.dayAssumed === true ? `${when} ${tell('standard.day-assumed')}` : when
}
