import './pane.css'
import './workbench.css'
import { Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { browserSettings } from './browser-settings'
import { Checker } from './checker'
import { useDrop, isSettings } from './dropped'
import { viewAfterEnd } from './ended-page'
import { OneWorkbook, book, unsaved } from './one-workbook'
import { samples } from './samples'
import { startWorker } from './start-worker'
import type { View } from './state'
import { browserStorage } from './storage'
import { namesOf } from './shown-name'
import { fetched } from './views/fetched'
import { fetchScreens } from './views/screens'
import { RootGuard } from './views/root-guard'
import type { BookState, SeveralProps, Wanted } from './views/several'

/** What is there only where several workbooks are open comes when they are. */
const several = fetched<SeveralProps>(() => import('./views/several'))
const Several = several.Screen

/** A workbook that is open, or waits for its turn. */
interface Book {
  readonly id: number
  readonly checker: Checker
  /** One that waits for its turn begins as it will be read. */
  readonly first: View
  readonly files: readonly File[]
}

/** What the page begins with. */
interface Beginning {
  readonly book: Book
  readonly settings: ReturnType<typeof browserSettings>
  readonly tab: ReturnType<typeof browserStorage>
}

/** In place of a workbook: the board of all. */
const ALL = -1

/** The workbooks, each with a worker, settings and writes of its own, and one board for all. */
function Workbench({ book: began, settings, tab }: Beginning) {
  const [books, setBooks] = useState<readonly Book[]>([began])
  const [seen, setSeen] = useState(began.id)
  const [views, setViews] = useState<ReadonlyMap<number, View>>(new Map())
  /** Those that had their turn, or were given up before. */
  const [begun, setBegun] = useState<ReadonlySet<number>>(new Set())
  const [wanted, setWanted] = useState<(Wanted & { readonly id: number }) | null>(null)
  const [handed, setHanded] = useState<File | null>(null)
  const [language, setLanguage] = useState(settings.language)
  const last = useRef(began.id)

  const add = useCallback((files: readonly File[], inPlaceOf: number | null) => {
    const withThem = files.filter(isSettings)
    // Settings alone hold for all that is open.
    if (withThem.length === files.length) {
      setHanded(withThem.at(-1) ?? null)
      return
    }
    const added = files.filter(file => !isSettings(file))
      .map((file): Book => ({ id: ++last.current, checker: new Checker(startWorker), first: readingOf(file), files: [file, ...withThem] }))
    setBooks(before => [...before.filter(({ id }) => id !== inPlaceOf), ...added])
    setSeen(added.length === 1 ? (added[0]?.id ?? ALL) : ALL)
  }, [])
  const close = useCallback((id: number) => {
    const at = books.findIndex(each => each.id === id), left = books.filter(each => each.id !== id)
    books[at]?.checker.close()
    setBooks(left)
    setViews(before => new Map([...before].filter(([each]) => each !== id)))
    if (left.length === 1 || seen === id) setSeen(left[Math.min(at, left.length - 1)]?.id ?? ALL)
  }, [books, seen])
  const told = useMemo(() => {
    const tellOf = (id: number) => (view: View) => { setViews(before => new Map(before).set(id, view)) }
    return new Map(books.map(({ id }) => [id, tellOf(id)]))
  }, [books])
  const dropping = useDrop(useCallback((...files: readonly File[]) => { add(files, null) }, [add]), seen === ALL)

  const names = namesOf(books.map(({ id, first: begin, files }) => nameOf(views.get(id) ?? begin) ?? files[0]?.name ?? ''))
  const states = books.map(({ id, first: begin, files }, at): BookState => {
    const view = views.get(id) ?? begin
    return { id, name: names[at] ?? '', view, isWaiting: view.at === 'reading' && files.length > 0 && !begun.has(id) }
  })
  // One after the other: every worker has the machine for itself.
  const turn = states.find(({ view }) => view.at === 'reading')?.id
  const tabs = books.length < 2 ? null : (
    <Suspense fallback={null}>
      <Several books={states} seen={seen === ALL ? null : seen} language={language} dropping={dropping}
        onSee={(id, unit) => {
          setSeen(id ?? ALL)
          setWanted(id === null || unit === undefined ? null : { ...unit, id })
        }} onClose={close} onFiles={(...files) => { add(files, null) }} />
    </Suspense>
  )
  return (
    <>
      {seen === ALL && tabs}
      {books.map(({ id, checker: own, first: begin, files }) => (
        <OneWorkbook
          key={id} checker={own} settings={settings} tab={tab} first={begin} files={files} isItsTurn={turn === id} isSeen={seen === id}
          onBegin={() => { setBegun(before => new Set(before).add(id)) }}
          language={language} onLanguage={setLanguage} tabs={tabs} onView={told.get(id) ?? ignore}
          wanted={wanted?.id === id ? wanted : null} handed={handed}
          onSeveral={(chosen, here) => {
            // Nothing was open in it: its worker goes with it.
            if (here) own.close()
            add(chosen, here ? id : null)
          }} />
      ))}
    </>
  )
}

function ignore(): void {
  // A workbook that was closed has nothing to tell.
}

function readingOf({ name }: File): View {
  return { at: 'reading', name, progress: null, step: 'cells', waiting: false, before: null }
}

function nameOf(view: View): string | null {
  return view.at === 'results' ? view.opened.name : view.at === 'reading' ? view.name : null
}

/** Draws the workbench into the page. To be called once, in a page. */
export function startWorkbench(): void {
  const checker = new Checker(startWorker), tab = browserStorage(() => sessionStorage)
  const began: Book = { id: 0, checker, first: viewAfterEnd(tab), files: [] }
  const root = document.getElementById('root'), settings = browserSettings(browserStorage())
  if (root !== null) createRoot(root).render(<RootGuard><Workbench book={began} settings={settings} tab={tab} /></RootGuard>)

  // Everything is fetched while nothing else is to do: from then on the page works with the network unplugged.
  const whenIdle = typeof requestIdleCallback === 'function' ? requestIdleCallback : (work: () => void) => { setTimeout(work, 300) }
  whenIdle(() => {
    Promise.all([checker.call('ready', []), fetchScreens(), book.fetch(), several.fetch(), unsaved.fetch(), ...samples.map(({ load }) => load())]).then(
      () => { document.documentElement.dataset['offline'] = 'ready' },
      // Something did not come: it is asked for again when it is wanted, and the page does not claim to work offline.
      () => undefined,
    )
  })
}
