import './excel-tools.css'
import { useEffect, useState } from 'react'
import type { Change } from '../../src/core/change'
import type { Language } from '../../src/core/message'
import { isInBox, placeName } from '../../src/core/place'
import type { Place } from '../../src/core/place'
import { areaCells } from '../../src/core/area'
import type { Area } from '../../src/core/area'
import type { ApplyResult } from '../../src/core/workbook'
import { say as sayMessage } from '../../src/messages'
import type { InExcel } from '../excel'
import type { LastWrite } from '../written'
import { problemOf } from '../problem'
import type { ResultsView } from '../state'
import { marksOf } from './excel-marks'
import { useExcelWords } from './excel-words'
import type { SayExcel } from './excel-words'
import { sentenceOf } from './failed'
import { isLookedAt } from './proposal-preview'
import { showFinding } from './show-finding'
import type { Acts } from './screen'
import { undoLabel } from './undo-words'
import { useWords } from './words'

export interface ExcelToolsProps {
  readonly excel: InExcel
  readonly view: ResultsView
  readonly act: Acts
  /** Cells that could not be shown because they are hidden; the person is offered to show them. */
  readonly hidden: { readonly cells: Area; readonly what: 'sheet' | 'rows' } | null
  readonly onShown: () => void
  /** Excel waits for the person to leave a cell. */
  readonly waiting: boolean
  /** The pane was opened by "explain this cell". */
  readonly explain: boolean
}

/** Marks, the findings sheet and undo: everything in the pane that writes to the workbook, each only when it is asked for. */
export default function ExcelTools({ excel, view, act, hidden, onShown, waiting, explain }: ExcelToolsProps) {
  const { language, say } = useExcelWords()
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const [isMarked, setMarked] = useState(false)
  const { undo: last } = view.writing

  useStart(excel, view, act, explain, say, setTold, setMarked, words)

  const work = (task: () => Promise<string>) => {
    setBusy(true)
    setTold(null)
    task().then(setTold, (reason: unknown) => setTold(sentenceOf(problemOf(reason), words))).finally(() => setBusy(false))
  }

  const mark = () => work(async () => {
    const { areas, skipped } = await excel.marks.set(marksOf(view.report))
    setMarked(areas > 0)
    return [say('marked', { areas }), ...protectedNames(skipped.map(each => each.sheet), say)].join(' ')
  })
  const unmark = () => work(async () => {
    const left = await excel.marks.clear()
    setMarked(left.length > 0)
    return [say('unmarked'), ...protectedNames(left, say)].join(' ')
  })
  const results = () => {
    act.send({ type: 'tab-chosen', tab: 'findings' })
    act.writing.results(language)
  }
  // Where nothing that is checked changes, the workbook is read again at once and nothing is out of date.
  const undo = (write: LastWrite) => (write.what === 'results' ? act.writing.undo() : work(async () => {
    const result = await excel.workbook.undo({ id: write.id })
    if (result === null) return say('undo.gone')
    if (result.outcome === 'refused') return refusal(result, say)
    act.send({ type: 'workbook-changed' })
    return [say('undone'), ...leftAlone(result, language, say)].join(' ')
  }))
  const show = () => {
    if (hidden === null) return
    work(async () => {
      await excel.reveal({ sheet: hidden.cells.sheet, cells: areaCells(hidden.cells) ?? 'A1' }, { unhide: true })
      onShown()
      return ''
    })
  }

  // On its own screen a write is taken back there, where what changed is told cell by cell.
  const isToldThere = (what: string) => (what === 'fill' ? view.tab === 'fill' : isLookedAt(what) && view.tab === 'findings' && view.proposed.plan === null)
  return (
    <section className="excel-tools" aria-label={say('tools')}>
      {hidden !== null && (
        <p className="notice" role="alert">
          {say(`hidden.${hidden.what}`, { sheet: hidden.cells.sheet })}{' '}
          <button type="button" className="link" onClick={show}>{say('hidden.show')}</button>
        </p>
      )}
      <div className="chips">
        <button type="button" className="chip" disabled={busy} onClick={mark}>{say('mark')}</button>
        {isMarked && <button type="button" className="chip" disabled={busy} onClick={unmark}>{say('unmark')}</button>}
        <button type="button" className="chip" disabled={busy || view.busy || view.proposed.busy} onClick={results}>{say('results')}</button>
        {last !== null && !isToldThere(last.what) && <button type="button" className="chip" disabled={busy} title={say(excel.excelUndo ? 'undo.kind.excel' : 'undo.kind.own')} onClick={() => undo(last)}>{undoLabel(last, language)}</button>}
      </div>
      <p className="quiet" role="status">{busy ? (waiting ? say('waiting') : say('busy')) : told ?? toldElsewhere(view, say)}</p>
    </section>
  )
}

/** What became of an undo, on a screen that does not tell it itself. */
function toldElsewhere({ tab, writing: { done, refused } }: ResultsView, say: SayExcel): string | null {
  if (tab === 'fill' || tab === 'findings' || tab === 'audit') return null
  if (refused?.of === 'undo') return say('refused', { cells: refused.changes.slice(0, 5).map(({ place }) => place.label).join('、') })
  return done?.of === 'undo' ? say('undone') : null
}

function protectedNames(sheets: readonly string[], say: SayExcel): string[] {
  return sheets.length === 0 ? [] : [say('sheets.protected', { sheets: sheets.join('、') })]
}

/** What a write did not do, and what else the host has to say. */
function leftAlone({ skipped, notices }: Extract<ApplyResult, { outcome: 'applied' }>, language: Language, say: SayExcel): string[] {
  const reasons = [...new Set(skipped.map(({ why }) => why))].map(why => {
    const those = skipped.filter(each => each.why === why)
    return say('skipped', { count: those.length, cells: those.slice(0, 5).map(({ change }) => nameOf(change)).join('、'), why: sayMessage({ key: why, params: {} }, language) })
  })
  return [...reasons, ...notices.map(notice => sayMessage(notice, language))]
}

function nameOf(change: Change): string {
  return change.kind === 'cell' ? `${change.sheet}!${change.cell}` : change.kind === 'name' ? change.name : change.sheet
}

function refusal(result: Extract<ApplyResult, { outcome: 'refused' }>, say: SayExcel): string {
  const cells = result.conflicts.slice(0, 5).map(({ change }) => nameOf(change))
  return say('refused', { cells: cells.join('、') })
}

/** Once, when the first results are there: what a write of before left behind, marks that are still there, the cell to explain. */
function useStart(
  excel: InExcel,
  view: ResultsView,
  act: Acts,
  explain: boolean,
  say: SayExcel,
  tell: (text: string) => void,
  setMarked: (marked: boolean) => void,
  words: ReturnType<typeof useWords>,
): void {
  const [started, setStarted] = useState(false)
  useEffect(() => {
    if (started) return
    setStarted(true)
    const start = async () => {
      const recovered = await excel.recover()
      setMarked(await excel.marks.any())
      const restored = recovered.reduce((sum, each) => sum + each.restored, 0),
        left = recovered.flatMap(each => each.leftAlone)
      if (recovered.length > 0)
        tell(
          [
            say('recovered', { restored }),
            ...(left.length === 0
              ? []
              : [
                  say('recovered.left', {
                    left: left.length,
                    cells: left
                      .slice(0, 5)
                      .map(each => `${each.sheet}!${each.cell}`)
                      .join('、'),
                  }),
                ]),
          ].join(' '),
        )
      if (explain) {
        const place = await excel.activeCell()
        if (!showFindingAt(place, view, act)) tell(say('explain.none', { cell: placeName(place) }))
      }
    }
    start().catch((reason: unknown) => tell(sentenceOf(problemOf(reason), words)))
  }, [started, excel, view, act, explain, say, tell, setMarked, words])
}

/** Opens the first finding that is about a cell. @returns whether there is one */
function showFindingAt(place: Place, view: ResultsView, act: Acts): boolean {
  const { findings } = view.report
  const number = findings.findIndex(({ at }) => at?.sheet === place.sheet && at.boxes.some(box =>
    isInBox(box, place.row, place.column)))
  if (number < 0) return false
  showFinding(view, act, number)
  return true
}
