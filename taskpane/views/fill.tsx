import { areaNamed } from '../../src/core/area'
import './fill.css'
import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { say } from '../../src/messages'
import type { Scenario } from '../../src/fill'
import { chosenCount } from '../preview'
import { PAGE } from '../state'
import { Outcome, Refused } from './outcome'
import { contentText, useFillWords } from './fill-words'
import { Proposed, exists } from './proposal'
import type { ScreenProps } from './screen'
import { undoLabel } from './undo-words'
import { GoTo } from './unit'

const SCENARIOS: readonly Scenario[] = ['none', 'principals-instead', 'principals-plus']

/** 填报: what would be written, cell by cell; nothing is until the person says so, and all of it can be taken back. */
export default function Fill({ view, act }: ScreenProps) {
  const { tell, language } = useFillWords()
  const { fill, writing } = view
  const { plan } = fill
  const { plan: ask } = act.writing
  const wanted = plan === null && !view.busy
  useEffect(() => { if (wanted) ask() }, [wanted, ask])
  const chosen = chosenCount(fill)
  return (
    <>
      <section aria-labelledby="fill-title">
        <h2 id="fill-title">{tell('title')}</h2>
        <p className="quiet">{tell('about')}</p>
        <label className="fill-scenario">
          <span>{tell('scenario')}</span>
          <select value={fill.scenario ?? ''} disabled={fill.busy} onChange={event => act.send({ type: 'fill-changed', fill: { scenario: SCENARIOS.find(each => each === event.target.value) ?? null, plan: null, leftOut: [] } })}>
            <option value="">{tell('scenario.workbook')}</option>
            {SCENARIOS.map(each => <option key={each} value={each}>{tell(`scenario.${each}`)}</option>)}
          </select>
        </label>
        {writing.done !== null && <Outcome done={writing.done} view={view} act={act} />}
        {writing.refused !== null && <Refused refused={writing.refused} view={view} act={act} />}
        <div className="fill-actions">
          {plan !== null && plan.sheets.length > 0 && (
            <Button appearance="primary" size="small" disabled={writing.busy || view.busy || chosen === 0} onClick={() => act.writing.apply('fill')}>{tell(fill.leftOut.length === 0 ? 'write' : 'write.chosen', { count: chosen })}</Button>
          )}
          {writing.undo?.what === 'fill' && <Button size="small" disabled={writing.busy || view.busy} onClick={act.writing.undo}>{undoLabel(writing.undo, language)}</Button>}
          {act.writing.save !== null && writing.undo !== null && <Button size="small" disabled={writing.busy || view.busy} onClick={act.writing.save}>{tell('save')}</Button>}
        </div>
        {plan === null && <p className="quiet" role="status">{tell('planning')}</p>}
        {plan?.sheets.length === 0 && <p>{tell('nothing')}</p>}
      </section>
      {plan !== null && plan.missing.length > 0 && (
        <section aria-labelledby="fill-missing">
          <h2 id="fill-missing">{tell('missing')} <span className="count">{plan.missing.length}</span></h2>
          <p className="quiet">{tell('missing.about')}</p>
          <ul className="plain">
            {plan.missing.map(({ input, sheet, cell, message }) => (
              <li key={input}>{say(message, language)} {exists(view, sheet) && cell !== '' && <GoTo cells={areaNamed(sheet, cell)} act={act} />}</li>
            ))}
          </ul>
        </section>
      )}
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
