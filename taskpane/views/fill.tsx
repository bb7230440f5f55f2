import { areaNamed } from '../../src/core/area'
import './fill.css'
import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { say } from '../../src/messages'
import type { Scenario } from '../../src/fill'
import { chosenCount } from '../preview'
import { PAGE } from '../list-state'
import { Nothing, isNothing } from './nothing'
import { Outcome, Refused } from './outcome'
import { contentText, useFillWords } from './fill-words'
import { Left, SettledWords } from './fill-left'
import { Missing } from './fill-missing'
import { Proposed } from './proposal'
import type { ScreenProps } from './screen'
import { undoLabel } from './undo-words'
import { GoTo } from './go-to'

const SCENARIOS: readonly Scenario[] = ['none', 'principals-instead', 'principals-plus']

/** 填报: what would be written, cell by cell; nothing is until the person says so, and all of it can be taken back. */
export default function Fill({ view, act }: ScreenProps) {
  const { tell, language } = useFillWords()
  const { fill, writing } = view
  const { plan } = fill
  const { plan: ask } = act.writing
  const isWanted = (plan === null || fill.outdated) && !view.busy && !fill.busy && !fill.stopped
  useEffect(() => { if (isWanted) ask() }, [isWanted, ask])
  const isBusy = writing.busy || view.busy || fill.busy || fill.outdated
  const chosen = chosenCount(fill)
  return (
    <>
      <section aria-labelledby="fill-title">
        <h2 id="fill-title">{tell('title')}</h2>
        <p className="quiet">{tell('about')}</p>
        <label className="fill-scenario">
          <span>{tell('scenario')}</span>
          <select value={fill.scenario ?? ''} disabled={fill.busy} onChange={event => ask({ scenario: SCENARIOS.find(each => each === event.target.value) ?? null })}>
            <option value="">{tell('scenario.workbook')}</option>
            {SCENARIOS.map(each => <option key={each} value={each}>{tell(`scenario.${each}`)}</option>)}
          </select>
        </label>
        {writing.done !== null && writing.done.of !== 'edit' && <Outcome done={writing.done} view={view} act={act} />}
        {writing.refused !== null && <Refused refused={writing.refused} view={view} act={act} />}
        <div className="fill-actions">
          {plan !== null && plan.sheets.length > 0 && (
            <Button appearance="primary" size="small" disabled={isBusy || chosen === 0} onClick={() => act.writing.apply('fill')}>{tell(fill.leftOut.length === 0 ? 'write' : 'write.chosen', { count: chosen })}</Button>
          )}
          {writing.undo?.what === 'fill' && <Button size="small" disabled={writing.busy || view.busy} onClick={act.writing.undo}>{undoLabel(writing.undo, language)}</Button>}
          {act.writing.save !== null && writing.undo !== null && <Button size="small" appearance={writing.unsaved && (plan?.sheets.length ?? 0) === 0 ? 'primary' : 'secondary'} disabled={writing.busy || view.busy} onClick={act.writing.save}>{tell('save')}</Button>}
        </div>
        {(fill.busy || (plan === null && !fill.stopped)) && (
          <p className="quiet" role="status">{tell('planning')} <button type="button" className="link" onClick={act.writing.stop}>{tell('stop')}</button></p>
        )}
        {fill.stopped && !fill.busy && (
          <p role="status">{tell('stopped')} <button type="button" className="link" onClick={() => ask()}>{tell('plan-again')}</button></p>
        )}
        {plan?.sheets.length === 0 && (isNothing(view) ? <Nothing view={view} act={act} /> : <p>{tell('nothing')}</p>)}
      </section>
      <Missing view={view} act={act} />
      <Left view={view} act={act} />
      <SettledWords view={view} act={act} />
      {plan !== null && plan.conflicts.length > 0 && (
        <section aria-labelledby="fill-conflicts">
          <h2 id="fill-conflicts">{tell('conflicts')} <span className="count">{plan.conflicts.length}</span></h2>
          <ul className="plain">
            {plan.conflicts.slice(0, PAGE).map(({ sheet, cell, message }) => <li key={`${sheet}!${cell ?? ''}`}>{say(message, language)} {cell !== null && <GoTo cells={areaNamed(sheet, cell)} act={act} />}</li>)}
          </ul>
        </section>
      )}
      <Proposed preview={fill} change={preview => act.send({ type: 'fill-changed', fill: preview })} view={view} act={act} />
      {plan !== null && plan.kept.length > 0 && (
        <section aria-labelledby="fill-kept">
          <h2 id="fill-kept">{tell('kept')} <span className="count">{plan.kept.length}</span></h2>
          <ul className="plain">
            {plan.kept.slice(0, PAGE).map(({ sheet, cell, value, wouldBe }) => (
              <li key={`${sheet}!${cell}`}><GoTo cells={areaNamed(sheet, cell)} act={act} /> {tell('kept.cell', { value: contentText(value, language), would: contentText(wouldBe, language) })}</li>
            ))}
          </ul>
        </section>
      )}
      {plan !== null && plan.notes.length > 0 && (
        <section aria-labelledby="fill-notes">
          <h2 id="fill-notes">{tell('notes')}</h2>
          <ul className="plain">{plan.notes.map((note, index) => <li key={index}>{say(note, language)}</li>)}</ul>
        </section>
      )}
    </>
  )
}
