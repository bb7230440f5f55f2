import { Button, FluentProvider } from '@fluentui/react-components'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { webDarkTheme, webLightTheme } from './fluent-themes'
import type { Language } from '../src/core/message'
import type { TableReading } from '../src/core/reading'
import type { Area } from '../src/core/area'
import { App } from './App'
import type { Checker } from './checker'
import type { Standing } from './grid/Workbook'
import { useReadingMark } from './ended-page'
import { isSettings, useDrop } from './dropped'
import { useLeaving } from './leaving'
import { samples } from './samples'
import { useSession } from './session'
import type { Session, Settings } from './session'
import type { Opened } from './shown'
import { shownName } from './shown-name'
import { hasUnsaved } from './state'
import type { View } from './state'
import type { Kept } from './storage'
import { LanguageContext, tell } from './strings'
import { useDark } from './theme'
import { fetched } from './views/fetched'
import { showFinding } from './views/show-finding'
import type { Wanted } from './views/several'
import { FileButton, OPENED, StartInBrowser } from './views/start'
import { undoLabel } from './views/undo-words'

/** The grid, in a file of its own. */
export const book = fetched(() => import('./grid/Workbook'))
const Workbook = book.Screen

/** Asked with Fluent's dialog, which the first paint does without. */
export const unsaved = fetched(() => import('./views/unsaved'))
const Unsaved = unsaved.Screen

const TOP: Standing = { sheet: 0, active: { row: 1, column: 1 }, boxes: [] }

export interface OneWorkbookProps {
  /** Its own worker: each workbook is read and judged apart. */
  readonly checker: Checker
  readonly settings: Settings
  /** The storage of the browser's tab. */
  readonly tab: Kept
  readonly first: View
  /** Opened as soon as it is its turn. */
  readonly files: readonly File[]
  readonly isItsTurn: boolean
  /** Its turn has come, or it was given up before. */
  readonly onBegin: () => void
  /** Only one workbook is seen; the others keep what they hold. */
  readonly isSeen: boolean
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  /** The tabs of the workbooks, where there are several. */
  readonly tabs: ReactNode
  /** Several workbooks were chosen at once. @param here the first of them may take this place */
  readonly onSeveral: (files: readonly File[], here: boolean) => void
  readonly onView: (view: View) => void
  /** What was asked for on the board of all; another one each time. */
  readonly wanted: Wanted | null
  /** Settings that were dropped on the board of all. */
  readonly handed: File | null
}

/** One workbook: the sheet, and the pane beside it. */
export function OneWorkbook(props: OneWorkbookProps) {
  const { checker, settings, tab, first, files, isItsTurn, onBegin, isSeen, language, onLanguage, tabs, onSeveral, onView } = props
  const { wanted, handed } = props
  const dark = useDark()
  const [standing, setStanding] = useState(TOP)
  const [sheets, setSheets] = useState<Opened | null>(null)
  /** Which of the two is seen where the window has room for one alone. */
  const [front, setFront] = useState<Front>('pane')
  const reveal = useCallback(({ sheet, boxes }: Area) => {
    const index = sheets?.sheets.findIndex(each => each.name === sheet) ?? -1
    const first = boxes[0]
    if (index < 0 || first === undefined) return Promise.resolve(false)
    setStanding({ sheet: index, active: { row: first.top, column: first.left }, boxes })
    setFront('book')
    return Promise.resolve(true)
  }, [sheets])
  const session = useSession({ checker, reveal, settings, settingsFiles: true, first })
  const { view, act } = session
  useReadingMark(view, tab)
  useEffect(() => { onView(view) }, [view, onView])
  const { speak } = session
  // The language is one for all workbooks: the one that is seen leads.
  useEffect(() => {
    if (session.language === language) return
    if (isSeen) onLanguage(session.language)
    else speak(language)
  }, [session.language, language, isSeen, onLanguage, speak])
  const shown = view.at === 'results' ? view.opened : null, done = view.at === 'results' ? view.writing.done : null
  const tables = view.at === 'results' ? view.report.reading.tables : NO_TABLES
  useEffect(() => {
    if (shown === null || shown === sheets) return
    // Another workbook starts at its first sheet of use; the same one, read again, stays where it was.
    if (shown.name !== sheets?.name) setStanding({ ...TOP, sheet: firstSheet(shown, tables) })
    setSheets(shown)
  }, [shown, sheets, standing.sheet, tables])

  // What was just written is what there is to look at.
  useEffect(() => {
    const added = done === null || done.added === null ? -1 : sheets?.sheets.findIndex(sheet => sheet.name === done.added) ?? -1
    if (added >= 0) setStanding({ ...TOP, sheet: added })
  }, [done, sheets])
  const isUnsaved = hasUnsaved(view), openName = shown?.name ?? ''
  useLeaving(isUnsaved)
  const [waiting, setWaiting] = useState<{ readonly files: readonly File[]; readonly name: string; readonly isAsked: boolean } | null>(null)

  const openAll = useCallback((...files: readonly File[]) => {
    const file = files.find(each => !isSettings(each)), chosen = files.find(isSettings)
    const openBook = () => { if (file !== undefined) session.open({ from: 'file', name: file.name, bytes: () => file.arrayBuffer() }) }
    // Settings dropped together with their workbook are read first, and hold for it.
    if (chosen === undefined) openBook()
    else void session.act.settingsFile?.read(chosen).then(openBook)
  }, [session])
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || files.length === 0) return
    const isGivenUp = view.at === 'start'
    if (!isGivenUp && !isItsTurn) return
    begun.current = true
    onBegin()
    if (!isGivenUp) openAll(...files)
  }, [isItsTurn, files, openAll, onBegin, view.at])
  const isEmpty = view.at === 'start' || (view.at === 'failed' && view.before === null)
  const open = useCallback((...chosen: readonly File[]) => {
    const count = chosen.filter(file => !isSettings(file)).length
    // The place of one that waits for its turn is taken.
    const isTaken = files.length > 0 && !begun.current
    if (count > 1 || (count > 0 && isTaken)) {
      onSeveral(chosen, isEmpty)
      return
    }
    // Another workbook takes the place of this one: with writes that no copy was saved of, the person is asked first.
    if (isUnsaved && count > 0) setWaiting({ files: chosen, name: openName, isAsked: true })
    else openAll(...chosen)
  }, [isUnsaved, isEmpty, openName, files, openAll, onSeveral])
  const dropping = useDrop(open, isSeen)
  const { send } = act
  useEffect(() => {
    if (wanted === null) return
    send({ type: 'community-shown', community: wanted.community, place: wanted.place })
    const drawn = requestAnimationFrame(() => document.getElementById(`unit-${String(wanted.community)}`)?.parentElement?.previousElementSibling?.scrollIntoView({ block: 'start' }))
    return () => { cancelAnimationFrame(drawn) }
  }, [wanted, send])
  const taken = useRef(handed)
  useEffect(() => {
    if (handed === null || taken.current === handed) return
    taken.current = handed
    openAll(handed)
  }, [handed, openAll])
  const start = <StartInBrowser onFile={open} onTemplate={() => act.papers.saveTemplate('plan')} settings={view.at === 'start' ? view.settings : undefined} samples={samples.map(({ name, load }) => ({ name, open: () => session.open({ from: 'file', name: `${name}.xlsx`, bytes: load }) }))} />
  if (!isSeen) return null
  return (
    <LanguageContext.Provider value={session.language}>
      <FluentProvider
        theme={dark ? webDarkTheme : webLightTheme}
        applyStylesToPortals={false}
        className={shown === null ? 'workbench empty' : 'workbench'}
        data-theme={dark ? 'dark' : 'light'}
        data-front={front}
      >
        <Bar session={session} opened={sheets} onFile={open} front={front} onFront={setFront}>{tabs}</Bar>
        {waiting !== null && (
          <Suspense fallback={null}>
            <Unsaved
              session={session} file={shownName(waiting.name)} isOpen={waiting.isAsked}
              onOpen={() => openAll(...waiting.files)} onDone={() => setWaiting({ ...waiting, isAsked: false })} />
          </Suspense>
        )}
        <section className='book' aria-label={tell(session.language, 'workbench.split')}>
          {shown !== null && sheets !== null && (
            <Suspense fallback={null}>
              <Workbook
                checker={checker}
                opened={shown}
                results={view.at === 'results' ? view : null}
                writing={act.writing}
                standing={standing}
                onStand={(to, finding) => {
                  setStanding(to)
                  act.send({ type: 'selected', selection: { sheet: shown.sheets[to.sheet]?.name ?? '', ...to.active }, finding })
                }}
                onShowFinding={finding => {
                  if (view.at === 'results') showFinding(view, act, finding)
                  setFront('pane')
                }}
              />
            </Suspense>
          )}
        </section>
        <App session={session} dark={dark} version={__VERSION__} start={start} />
        {dropping && <p className='drop-here'>{tell(session.language, 'drop-here')}</p>}
      </FluentProvider>
    </LanguageContext.Provider>
  )
}

type Front = 'pane' | 'book'

interface BarProps {
  readonly session: Session
  readonly opened: Opened | null
  readonly onFile: (...files: readonly File[]) => void
  readonly front: Front
  readonly onFront: (front: Front) => void
  readonly children: ReactNode
}

function Bar({ session, opened, onFile, front, onFront, children }: BarProps) {
  const say = (key: Parameters<typeof tell>[1]) => tell(session.language, key)
  const { view, act } = session, writing = view.at === 'results' ? view.writing : null
  return (
    <header className="bar-top">
      <strong>{say('product')}</strong>
      {opened !== null && session.view.at !== 'start' && <span className="file-name">{shownName(opened.name)}</span>}
      {writing !== null && (writing.undo !== null || writing.unsaved) && (
        <span className="bar-write">
          {writing.undo !== null && <Button size="small" disabled={writing.busy} onClick={act.writing.undo}>{undoLabel(writing.undo, session.language)}</Button>}
          {act.writing.save !== null && writing.unsaved && <Button size="small" appearance="primary" disabled={writing.busy} onClick={act.writing.save}>{say('save-as')}</Button>}
        </span>
      )}
      {opened !== null && view.at === 'results' && (
        <Button className="front" size="small" onClick={() => onFront(front === 'pane' ? 'book' : 'pane')}>{say(front === 'pane' ? 'workbench.to-book' : 'workbench.to-pane')}</Button>
      )}
      <span className="quiet">{say('workbench.offline')}</span>
      <FileButton label={say(opened === null ? 'open-file' : 'open-other')} accept={OPENED} several onFile={onFile} />
      {children}
    </header>
  )
}

const NO_TABLES: readonly TableReading[] = []

/** The first sheet in sight that was recognised, else the first in sight: instructions and covers come after what counts. */
function firstSheet({ sheets }: Opened, tables: readonly TableReading[]): number {
  const useful = new Set(tables.filter(table => table.counted && table.kind !== 'other').map(table => table.sheet))
  const first = sheets.findIndex(sheet => sheet.visibility === 'visible' && useful.has(sheet.name))
  return first >= 0 ? first : Math.max(0, sheets.findIndex(sheet => sheet.visibility === 'visible'))
}
