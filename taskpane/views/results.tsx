import './results.css'
import { Suspense, useEffect, useRef } from 'react'
import type { FocusEvent, MutableRefObject } from 'react'
import { shownName } from '../shown-name'
import type { ResultsView } from '../state'
import { useWords } from './words'
import type { Acts } from './screen'
import { Guard } from './guard'
import { usePrinting } from './printing'
import { Notice, screenOfTab } from './screens'
import { Tabs } from './tabs'

/** The results: the line of state that is always there, the tabs, the screen. */
export default function Results({ view, act }: { view: ResultsView; act: Acts }) {
  const { tell } = useWords()
  const Screen = screenOfTab(view.tab)
  const greeted = useRef(false)
  usePrinting(view, act)
  return (
    <>
      {/* Seen, the line of state and the tabs say it; a screen reader needs the page's name. */}
      <h1 className="hidden">{tell('results.heading', { file: shownName(view.opened.name), tab: tell(`tab.${view.tab}`) })}</h1>
      <StateLine view={view} act={act} />
      <Tabs view={view} onChoose={tab => act.send({ type: 'tab-chosen', tab })} />
      <section
        role="tabpanel"
        id="screen"
        tabIndex={-1}
        aria-labelledby={`tab-${view.tab}`}
        className={view.busy ? 'screen busy' : 'screen'}
        aria-busy={view.busy}
        {...useFocusKept(view)}
      >
        <Guard key={view.tab} fallback={<p role="alert">{tell('broken')}</p>}>
          <Suspense fallback={<p className="quiet">{tell('loading')}</p>}>
            {view.notice !== null && <Notice notice={view.notice} onDismiss={() => act.send({ type: 'noticed', notice: null })} />}
            {/* The groups of findings are third-level headings; the screen itself shows no title. */}
            {view.tab === 'findings' && <h2 className="hidden">{tell('tab.findings')}</h2>}
            <Screen view={view} act={act} />
            <Arrival greeted={greeted} />
          </Suspense>
        </Guard>
      </section>
    </>
  )
}

/** A button that goes with the result that it changed takes the focus with it: the screen keeps it, so that the next Tab goes on from there. */
function useFocusKept({ report, busy }: ResultsView) {
  const screen = useRef<HTMLElement>(null), isInside = useRef(false)
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body
    if (!busy && isInside.current && isLost) screen.current?.focus({ preventScroll: true })
  }, [report, busy])
  return {
    ref: screen,
    onFocus: () => { isInside.current = true },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null && screen.current?.contains(relatedTarget as Node) === false) isInside.current = false
    },
  }
}

/**
 * What had the focus went with the screen before: it goes on with the first words of the result, once they are there.
 * A person who is in Excel's sheet at that time stays there.
 */
function Arrival({ greeted }: { greeted: MutableRefObject<boolean> }) {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (greeted.current) return
    greeted.current = true
    const first = here.current?.parentElement?.querySelector<HTMLElement>('.headline, h2:not(.hidden)')
    if (first === undefined || first === null || !document.hasFocus()) return
    first.tabIndex = -1
    first.focus({ preventScroll: true })
  }, [greeted])
  return <span ref={here} hidden />
}

function StateLine({ view, act }: { view: ResultsView; act: Acts }) {
  const { tell, language } = useWords()
  const { report, choices } = view
  const tables = report.reading.tables.filter(table => table.kind !== 'other').length
  return (
    <header className='state'>
      <p>{tell('state.recognised', { tables, communities: report.communities.length, people: report.overall.headcount.counted })}</p>
      <div className='state-row'>
        <label className='chip field' title={tell(`state.as-of.${report.asOfFrom}`)}>
          {tell('state.as-of')}
          {/* Typing passes through half-written dates: only whole ones count. */}
          <span className='day-field'>
            <input
              type='date'
              key={report.asOf}
              defaultValue={report.asOf}
              onChange={event => {
                if (event.target.value !== '' && event.target.value >= '1900-01-01') act.choose({ asOf: event.target.value })
              }}
            />
            <span className='day' aria-hidden='true'>
              {report.asOf}
            </span>
          </span>
        </label>
        {choices.asOf !== null && (
          <button
            type='button'
            className='chip'
            onClick={() => act.choose({ asOf: null })}
            aria-label={tell('state.as-of.reset')}
            title={tell('state.as-of.reset')}
          >
            ↺
          </button>
        )}
        <label className='chip field policy' title={report.policy.title[language]}>
          <span className='hidden'>{tell('state.standard')}</span>
          <select value={report.policy.id} onChange={event => act.choose({ policy: event.target.value })}>
            {!view.policies.some(policy => policy.id === report.policy.id) && (
              <option value={report.policy.id}>{report.policy.title[language]}</option>
            )}
            {view.policies.map(policy => (
              <option key={policy.id} value={policy.id}>
                {policy.title[language]}
              </option>
            ))}
          </select>
        </label>
        <button
          type='button'
          className={view.stale ? 'chip stale' : 'chip'}
          onClick={act.readAgain}
          title={tell(view.stale ? 'state.stale' : 'state.recheck')}
        >
          <span className='again'>{tell('state.recheck')}</span>
          {view.stale && <span className='badge'>{tell('state.stale.badge')}</span>}
        </button>
      </div>
    </header>
  )
}
