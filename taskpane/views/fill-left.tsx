import { useMemo } from 'react'
import { areaNamed } from '../../src/core/area'
import { BUDGET_MEANINGS } from '../../src/core/budget-meaning'
import type { BudgetMeaning } from '../../src/core/budget-meaning'
import type { LeftCell } from '../../src/core/fill-plan'
import { withBudgetWord, withCommunity } from '../corrections'
import { NumberField } from './fill-missing'
import { useFillWords } from './fill-words'
import type { ScreenProps } from './screen'
import { GoTo } from './go-to'

/** Cells that were left for one cause. */
interface Cause {
  readonly key: string
  readonly why: string
  readonly word: string
  readonly cells: readonly LeftCell[]
}

const GROUPS = 40
const LINKS = 8
const FIELDS = 24

/** Blank cells that look as if they wanted a figure: grouped by what stopped them, each group with a way to settle it. */
export function Left({ view, act }: ScreenProps) {
  const { tell } = useFillWords()
  const left = view.fill.plan?.left
  const causes = useMemo(() => causesOf(left ?? []), [left])
  const typed = view.fill.typed
  const given = typed.filter(
    cell => !view.fill.asked.some(({ asks }) => asks.some(ask => ask.sheet === cell.sheet && ask.cell === cell.cell)),
  )
  if (causes.length === 0 && given.length === 0) return null
  return (
    <section aria-labelledby="fill-left">
      <h2 id="fill-left">{tell('left')} <span className="count">{(left ?? []).length.toLocaleString('en')}</span></h2>
      <p className="quiet">{tell('left.about')}</p>
      {given.length > 0 && (
        <div className="given">
          <p className="quiet">{tell('left.given', { count: given.length })}</p>
          {given.slice(0, FIELDS).map(({ sheet, cell }) => <NumberField key={`${sheet}!${cell}`} ask={{ sheet, cell, title: `${sheet}!${cell}`, unit: '' }} view={view} act={act} />)}
        </div>
      )}
      <ul className="plain causes">
        {causes.slice(0, GROUPS).map(cause => <Group key={cause.key} cause={cause} view={view} act={act} />)}
      </ul>
      {causes.length > GROUPS && <p className="quiet">{tell('and-more', { count: causes.length - GROUPS })}</p>}
    </section>
  )
}

function Group({ cause, view, act }: { cause: Cause } & ScreenProps) {
  const { tell } = useFillWords()
  const { giving } = view.fill, isGiving = giving.includes(cause.key)
  return (
    <li>
      <p className="cause">{tell(`left.${whyOf(cause.why)}`, { word: cause.word })} <span className="count">{tell('left.cells', { count: cause.cells.length })}</span></p>
      <div className="settle">
        {(cause.why === 'fill.left.word' || cause.why === 'fill.left.scope') && <Meaning cause={cause} view={view} act={act} />}
        {cause.why === 'fill.left.community' && <Community cause={cause} view={view} act={act} />}
        <button type="button" className="link" aria-expanded={isGiving} onClick={() => act.send({ type: 'fill-changed', fill: { giving: isGiving ? giving.filter(other => other !== cause.key) : [...giving, cause.key] } })}>{tell('left.give')}</button>
      </div>
      {isGiving
        ? cause.cells.slice(0, FIELDS).map(({ sheet, cell }) => <NumberField key={`${sheet}!${cell}`} ask={{ sheet, cell, title: `${sheet}!${cell}`, unit: '' }} view={view} act={act} />)
        : (
          <p className="links">
            {cause.cells.slice(0, LINKS).map(({ sheet, cell }) => <GoTo key={`${sheet}!${cell}`} cells={areaNamed(sheet, cell)} act={act} />)}
            {cause.cells.length > LINKS && <span className="quiet">{tell('and-more', { count: cause.cells.length - LINKS })}</span>}
          </p>
        )}
    </li>
  )
}

/** What the word means, once for the whole workbook: kept with the other decisions. */
function Meaning({ cause: { word }, view, act }: { cause: Cause } & ScreenProps) {
  const { tell } = useFillWords()
  return (
    <label className="settle-word">
      <span>{tell('left.means', { word })}</span>
      <select value="" disabled={view.busy} onChange={event => act.choose({ mapping: withBudgetWord(view.choices.mapping, word, event.target.value as BudgetMeaning) })}>
        <option value="">{tell('left.choose')}</option>
        {BUDGET_MEANINGS.map(meaning => <option key={meaning} value={meaning}>{tell(`meaning.${meaning}`)}</option>)}
      </select>
    </label>
  )
}

function Community({ cause: { word }, view, act }: { cause: Cause } & ScreenProps) {
  const { tell } = useFillWords()
  return (
    <label className="settle-word">
      <span>{tell('left.is-community', { word })}</span>
      <select value="" disabled={view.busy} onChange={event => act.choose({ mapping: withCommunity(view.choices.mapping, word, event.target.value) })}>
        <option value="">{tell('left.choose')}</option>
        {view.report.communities.map(({ name, label }) => <option key={name} value={name}>{label}</option>)}
      </select>
    </label>
  )
}

/** Words that the person settled, each to be taken back. */
export function SettledWords({ view, act }: ScreenProps) {
  const { tell } = useFillWords()
  const words = Object.entries(view.choices.mapping.words?.budget ?? {})
  if (words.length === 0) return null
  return (
    <section aria-labelledby="fill-settled">
      <h2 id="fill-settled">{tell('settled')} <span className="count">{words.length}</span></h2>
      <ul className="plain">
        {words.map(([word, meaning]) => (
          <li key={word}>{tell('settled.word', { word, meaning: tell(`meaning.${meaning}`) })} <button type="button" className="link" disabled={view.busy} onClick={() => act.choose({ mapping: withBudgetWord(view.choices.mapping, word, null) })}>{tell('settled.take-back')}</button></li>
        ))}
      </ul>
    </section>
  )
}

const WHYS = ['word', 'scope', 'year', 'unit', 'part', 'input', 'community', 'kind', 'open', 'period', 'disagree', 'implausible', 'none'] as const

function whyOf(key: string): (typeof WHYS)[number] {
  return WHYS.find(why => key === `fill.left.${why}`) ?? 'none'
}

/** Most cells first: that is where an answer helps most. */
function causesOf(left: readonly LeftCell[]): readonly Cause[] {
  const causes = new Map<string, { key: string; why: string; word: string; cells: LeftCell[] }>()
  for (const cell of left) {
    const key = `${cell.why} ${cell.word}`, known = causes.get(key)
    if (known === undefined) causes.set(key, { key, why: cell.why, word: cell.word, cells: [cell] })
    else known.cells.push(cell)
  }
  return [...causes.values()].sort((a, b) => b.cells.length - a.cells.length)
}
