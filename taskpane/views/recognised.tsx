import { areaNamed, cellArea } from '../../src/core/area'
import { useRef, useState } from 'react'
import { Button } from '@fluentui/react-components'
import { catalogue, say } from '../../src/messages'
import { boxName, columnRuns } from '../../src/core/place'
import type { Question, SkipReason, TableKind, TableReading } from '../../src/core/reading'
import { isCorrected, withAnswer, withKind } from '../corrections'
import { useWords } from './words'
import type { ScreenProps } from './screen'
import { Columns } from './columns'
import { KIND_WORDS } from './table-words'
import { TrialResult, useTrial } from './trial'
import { FileButton } from './start'
import { NextSteps } from './nothing'
import { DecisionList } from './decisions'
import { GoTo } from './go-to'

/** 识别: what each sheet was taken for, with a way to correct it, and the questions only a person can settle. */
export default function Recognised({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  const { report, choices, asked } = view
  const { tables } = report.reading
  const useful = tables.some(table => table.kind !== 'other')
  return (
    <>
      {!useful && <NothingRead view={view} act={act} />}
      {asked.length > 0 && (
        <section aria-labelledby='questions'>
          <h2 id='questions'>
            {tell('recognised.questions')} <span className='count'>{asked.filter(question => answerTo(question, choices) === null).length}</span>
          </h2>
          <p className='quiet'>{tell('recognised.answered')}</p>
          <ul className='questions'>
            {asked.map(question => (
              <Asked key={question.id} question={question} view={view} act={act} />
            ))}
          </ul>
        </section>
      )}
      <DecisionList view={view} act={act} />
      {tables.length > 0 && (
        <section aria-labelledby='tables'>
          <h2 id='tables'>{tell('recognised.tables')}</h2>
          {tables.map(table => (
            <Table key={table.index} table={table} view={view} act={act} />
          ))}
        </section>
      )}
      {act.settingsFile !== undefined && (
        <section aria-labelledby='settings'>
          <h2 id='settings'>{tell('settings.heading')}</h2>
          <p className='buttons'>
            <Button disabled={!isCorrected(choices.mapping) && (choices.accepted?.length ?? 0) === 0} onClick={act.settingsFile.save}>
              {tell('settings.save')}
            </Button>
            <FileButton label={tell('settings.read')} accept='.json,application/json' onFile={file => void act.settingsFile?.read(file)} />
          </p>
          <p className='quiet'>{tell('settings.note')}</p>
        </section>
      )}
      {report.notices.length > 0 && (
        <section aria-labelledby='notices'>
          <h2 id='notices'>{tell('recognised.notices')}</h2>
          <ul className='plain'>
            {report.notices.slice(0, 200).map((notice, i) => (
              <li key={i}>
                {say(
                  {
                    key: notice.key,
                    params: {
                      ...(notice.sheet === undefined ? {} : { sheet: notice.sheet }),
                      ...(notice.cell === undefined ? {} : { cell: notice.cell }),
                      ...notice.params,
                    },
                  },
                  language,
                )}
                {notice.sheet !== undefined && notice.cell !== undefined && (
                  <>
                    {' '}
                    <GoTo cells={areaNamed(notice.sheet, notice.cell)} act={act} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Cells of a question that can be gone to; so many that they stay in a line or two. */
const MOST_PLACES = 8

function NothingRead({ view, act }: ScreenProps) {
  const { tell } = useWords()
  return (
    <section className="nothing">
      <h2>{tell('recognised.nothing')}</h2>
      <p>{tell('recognised.nothing.why')}</p>
      <ul className="plain">
        {view.opened.sheets.map(sheet => (
          <li key={sheet.name}>{sheet.name} <span className="quiet">{sheet.rows === 0 ? tell('recognised.sheet-empty') : tell('recognised.sheet-size', { rows: sheet.rows, columns: sheet.columns })}</span></li>
        ))}
      </ul>
      <p>{tell('recognised.nothing.do')}</p>
      <NextSteps view={view} act={act} />
    </section>
  )
}

function answerTo({ id }: Question, { mapping }: ScreenProps['view']['choices']): string | null {
  return mapping.answers !== undefined && Object.hasOwn(mapping.answers, id) ? mapping.answers[id] ?? null : null
}

function Asked({ question, view, act }: { question: Question } & ScreenProps) {
  const { tell, language } = useWords()
  const answer = answerTo(question, view.choices), chosen = question.choices.find(choice => choice.id === answer)
  const [changing, setChanging] = useState(false)
  // What is pressed goes with the press: the focus goes on with what takes its place.
  const isPressed = useRef(false)
  const take = (button: HTMLButtonElement | null) => {
    if (button === null || !isPressed.current) return
    isPressed.current = false
    button.focus()
  }
  if (answer !== null && !changing) {
    const change = () => {
      isPressed.current = true
      setChanging(true)
    }
    return (
      <li className="question answered">
        <p>{say(question.message, language)}</p>
        <p className="quiet">
          {tell('recognised.settled', { answer: chosen === undefined ? answer : say(chosen.message, language) })}
          <button type="button" className="link" ref={take} onClick={change}>{tell('recognised.change')}</button>
        </p>
      </li>
    )
  }
  const choose = (id: string) => {
    setChanging(false)
    isPressed.current = true
    act.choose({ mapping: withAnswer(view.choices.mapping, question.id, id) })
  }
  return (
    <li className="question">
      <p>{say(question.message, language)}</p>
      <div className="answers" role="group" aria-label={say(question.message, language)}>
        {question.choices.map((choice, i) => (
          <button key={choice.id} type="button" className="chip" ref={i === 0 && changing ? take : undefined} aria-pressed={answer === choice.id} disabled={view.busy} onClick={() => choose(choice.id)}>
            {say(choice.message, language)}{answer === null && question.assumed === choice.id && <span className="quiet">{tell('recognised.assumed')}</span>}
          </button>
        ))}
      </div>
      {question.places.length > 0 && (
        <p className="links">
          {question.places.slice(0, MOST_PLACES).map(place => <GoTo key={`${place.sheet}!${place.row}/${place.column}`} cells={cellArea(place)} act={act} />)}
          {question.places.length > MOST_PLACES && <span className="quiet">{tell('recognised.places-more', { more: question.places.length - MOST_PLACES })}</span>}
        </p>
      )}
    </li>
  )
}

const KINDS = Object.keys(KIND_WORDS) as readonly TableKind[]

function Table({ table, view, act }: { table: TableReading } & ScreenProps) {
  const { tell, language } = useWords()
  const { mapping } = view.choices
  const [trial, setTrial] = useTrial(view)
  const kindOf = useRef<HTMLSelectElement>(null)
  const [open, setOpen] = useState(table.kind !== 'other' && view.report.reading.tables.length <= 4)
  const kind = trial?.of === 'kind' ? trial.kind : table.kind
  const whole =
    table.body === null
      ? table.header
      : {
          ...table.header,
          left: Math.min(table.header.left, table.body.left),
          right: Math.max(table.header.right, table.body.right),
          bottom: table.body.bottom,
        }
  return (
    <details className="table" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="table-name">{table.sheet}</span>
        <span className="table-kind">{KIND_WORDS[table.kind][language]}</span>
        {table.hidden && <span className="flag">{tell('recognised.hidden')}</span>}
        {!table.counted && table.kind !== 'other' && <span className="flag">{tell('recognised.not-counted')}</span>}
        <span className="quiet">{tell('recognised.rows', { read: table.rowsRead, skipped: table.skipped.length })}</span>
      </summary>
      {table.reason !== null && <p>{say(table.reason, language)}</p>}
      <p className="links">
        <GoTo cells={{ sheet: table.sheet, boxes: [whole] }} act={act} />
        <span className="quiet">{table.body === null ? tell('recognised.header-alone', { header: boxName(table.header) }) : tell('recognised.header', { header: boxName(table.header), body: boxName(table.body) })}</span>
      </p>
      <label className="pair">
        <span>{tell('recognised.kind')}</span>
        <select ref={kindOf} value={kind} onChange={event => setTrial({ of: 'kind', kind: event.target.value as TableKind })}>
          {KINDS.map(kind => <option key={kind} value={kind}>{KIND_WORDS[kind][language]}</option>)}
        </select>
      </label>
      {kind !== table.kind && (
        <TrialResult
          title={tell('trial.kind', { sheet: table.sheet, kind: KIND_WORDS[kind][language] })}
          mapping={withKind(mapping, table, kind === 'other' ? 'ignore' : kind)}
          view={view}
          act={act}
          onDone={() => {
            setTrial(null)
            kindOf.current?.focus()
          }}
        />
      )}
      {open && table.columns.length > 0 && <Columns table={table} trial={trial} onTry={setTrial} view={view} act={act} />}
      {table.skipped.length > 0 && (
        <>
          <h3>{tell('recognised.skipped')}</h3>
          <ul className="plain">
            {skippedByReason(table).map(([why, rows]) => (
              <li key={why}>{reasonOf(why, language)} <span className="quiet">{tell('recognised.rows-list', { rows: rowRuns(rows), count: rows.length })}</span></li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

function skippedByReason(table: TableReading): readonly (readonly [SkipReason, readonly number[]])[] {
  const reasons = new Map<SkipReason, number[]>()
  for (const { row, why } of table.skipped) {
    const rows = reasons.get(why)
    if (rows === undefined) reasons.set(why, [row])
    else rows.push(row)
  }
  return [...reasons]
}

/** `5–7, 9`, at most twenty runs. */
function rowRuns(rows: readonly number[]): string {
  const runs = columnRuns(rows, 1, 20).split(',').map(run => run.replaceAll('A', '').replace(':', '–'))
  return runs.join(', ') + (runs.length === 20 ? ' …' : '')
}

function reasonOf(why: SkipReason, language: 'zh-CN' | 'en'): string {
  const key = `skipped.${why}`
  return key in catalogue ? say({ key, params: {} }, language) : why
}
