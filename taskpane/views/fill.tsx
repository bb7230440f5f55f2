import { areaNamed } from '../../src/core/area'
import './fill.css'
import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { isFormula } from '../../src/core/cell'
import { parseBox } from '../../src/core/place'
import { say } from '../../src/messages'
import type { Scenario } from '../../src/fill'
import { cellText } from '../cell-text'
import { chosenCount, toggleChange, toggleSheet } from '../fill-state'
import type { ShownFillChange, ShownFillSheet } from '../fill-state'
import { PAGE } from '../state'
import { Outcome, Refused } from './fill-outcome'
import { contentText, useFillWords } from './fill-words'
import type { ScreenProps } from './screen'
import { undoLabel } from './undo-words'
import { GoTo } from './unit'

const SCENARIOS: readonly Scenario[] = ['none', 'principals-instead', 'principals-plus']

/** 填报: what would be written, cell by cell; nothing is until the person says so, and all of it can be taken back. */
export default function Fill({ view, act }: ScreenProps) {
  const { tell, language } = useFillWords()
  const { fill } = view
  const { plan } = fill
  const { plan: ask } = act.fill
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
        {fill.done !== null && <Outcome done={fill.done} view={view} act={act} />}
        {fill.refused !== null && <Refused refused={fill.refused} view={view} act={act} />}
        <div className="fill-actions">
          {plan !== null && plan.sheets.length > 0 && (
            <Button appearance="primary" size="small" disabled={fill.busy || view.busy || chosen === 0} onClick={act.fill.apply}>{tell(fill.leftOut.length === 0 ? 'write' : 'write.chosen', { count: chosen })}</Button>
          )}
          {fill.undo?.what === 'fill' && <Button size="small" disabled={fill.busy || view.busy} onClick={act.fill.undo}>{undoLabel(fill.undo, language)}</Button>}
          {act.fill.save !== null && fill.undo !== null && <Button size="small" disabled={fill.busy || view.busy} onClick={act.fill.save}>{tell('save')}</Button>}
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
      {plan !== null && plan.sheets.length > 0 && (
        <section aria-labelledby="fill-sheets">
          <h2 id="fill-sheets">{tell('sheets')} <span className="count">{plan.sheets.length}</span></h2>
          {plan.sheets.some(sheet => sheet.isNew) && <p className="quiet">{tell('new.together')}</p>}
          {plan.sheets.map(sheet => <Sheet key={sheet.sheet} sheet={sheet} view={view} act={act} />)}
        </section>
      )}
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

function exists(view: ScreenProps['view'], sheet: string): boolean {
  return view.opened.sheets.some(each => each.name === sheet)
}

function Sheet({ sheet, view, act }: { sheet: ShownFillSheet } & ScreenProps) {
  const { tell } = useFillWords()
  const { fill } = view
  const out = new Set(fill.leftOut), isOpen = fill.open.includes(sheet.sheet), most = fill.most[sheet.sheet] ?? PAGE
  const isIn = sheet.changes.some(change => !out.has(change.number))
  const formulas = sheet.changes.filter(change => isFormula(change.after)).length
  // Headings of a new sheet hold nothing to decide on: they are counted, not listed.
  const lines = sheet.isNew ? sheet.changes.filter(change => typeof change.after !== 'string') : sheet.changes, texts = sheet.changes.length - lines.length
  return (
    <div className="fill-sheet">
      <div className="fill-head">
        <input type="checkbox" checked={isIn} aria-label={tell('use.sheet', { sheet: sheet.sheet })} onChange={() => act.send({ type: 'fill-changed', fill: { leftOut: toggleSheet(fill, sheet) } })} />
        <button type="button" className="group-head" aria-expanded={isOpen} onClick={() => act.send({ type: 'fill-changed', fill: { open: isOpen ? fill.open.filter(other => other !== sheet.sheet) : [...fill.open, sheet.sheet] } })}>
          <span className="twist" aria-hidden="true" />
          <span className="group-title">{sheet.sheet}{sheet.isNew && <span className="flag">{tell('new')}</span>}</span>
          <span className="quiet">{tell('cells', { count: sheet.changes.length, formulas })}</span>
        </button>
      </div>
      {isOpen && (
        <>
          <ul className="fill-lines">{lines.slice(0, most).map(change => <Line key={change.number} change={change} sheet={sheet} isOut={out.has(change.number)} view={view} act={act} />)}</ul>
          {lines.length > most && (
            <button type="button" className="more" onClick={() => act.send({ type: 'fill-changed', fill: { most: { ...fill.most, [sheet.sheet]: most + PAGE } } })}>{tell('more', { count: Math.min(PAGE, lines.length - most) })}</button>
          )}
          {texts > 0 && <p className="quiet">{tell('texts', { count: texts })}</p>}
        </>
      )}
    </div>
  )
}

function Line({ change, sheet, isOut, view, act }: { change: ShownFillChange; sheet: ShownFillSheet; isOut: boolean } & ScreenProps) {
  const { tell, language } = useFillWords()
  const { explained } = view.fill, isExplained = explained.includes(change.number)
  const value = isFormula(change.after) ? change.after.value : change.after
  const after = typeof value === 'number' && change.format !== null ? cellText(value, change.format, 1900).trim() : contentText(value, language)
  const toggle = () => act.send({ type: 'fill-changed', fill: { explained: isExplained ? explained.filter(other => other !== change.number) : [...explained, change.number] } })
  return (
    <li className={[sheet.isNew ? 'plain-line' : '', isOut ? 'left-out' : ''].filter(Boolean).join(' ') || undefined}>
      {!sheet.isNew && <input type="checkbox" checked={!isOut} aria-label={tell('use.cell', { cell: change.cell })} onChange={() => act.send({ type: 'fill-changed', fill: { leftOut: toggleChange(view.fill, change.number) } })} />}
      {sheet.isNew ? <span className="quiet">{change.cell}</span> : <GoTo cells={areaNamed(sheet.sheet, change.cell)} act={act} short />}
      <span className="fill-change">
        {change.label !== '' && <span className="quiet">{change.label}</span>}
        {!sheet.isNew && <span className="before">{contentText(change.before, language) || tell('blank')} →</span>}
        <span className="after">{after || tell('blank')}</span>
        {isFormula(change.after) && <button type="button" className="link" aria-expanded={isExplained} onClick={toggle}>{tell('formula')}</button>}
      </span>
      {isExplained && isFormula(change.after) && (
        <span className="fill-more">
          <code>{change.after.formula}</code><br />
          {say(change.why, language)}
          {change.inputs.length > 0 && <><br />{tell('inputs')}{'：'}{change.inputs.slice(0, 6).map(input => <Input key={input} input={input} view={view} act={act} />)}</>}
        </span>
      )}
    </li>
  )
}

/** A cell that a formula takes in: a way to it where it exists already. */
function Input({ input, view, act }: { input: string } & ScreenProps) {
  const cut = input.lastIndexOf('!'), sheet = input.slice(0, cut).replace(/^'|'$/g, '').replaceAll("''", "'"), cells = input.slice(cut + 1)
  return exists(view, sheet) && parseBox(cells) !== null ? <><GoTo cells={areaNamed(sheet, cells)} act={act} /> </> : <span>{input} </span>
}
