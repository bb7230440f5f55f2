import './pane.css'
import { lazy, useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { areaCells } from '../src/core/area'
import type { Area } from '../src/core/area'
import { App } from './App'
import { browserSettings } from './browser-settings'
import { Checker } from './checker'
import type { InExcel } from './excel'
import { useSession } from './session'
import { startWorker } from './start-worker'
import type { Problem } from './state'
import { browserStorage } from './storage'
import { useDark } from './theme'
import { RootGuard } from './views/root-guard'
import { StartInExcel } from './views/start'
import { fetchScreens } from './views/screens'
import { workbookSettings } from './workbook-settings'

const ExcelTools = lazy(() => import('./views/excel-tools'))

const checker = new Checker(startWorker)
const STARTED = 'plancheck.started'
const storage = browserStorage()

/** Told when Excel waits for the person to leave a cell: the pane says so while it is shown. */
let tellWaiting: (waiting: boolean) => void = () => undefined

/** The pane inside Excel. */
function Pane({ excel }: { excel: InExcel }) {
  const dark = useDark(useCallback(() => excel.theme()?.dark, [excel]))
  const [settings] = useState(() => workbookSettings(browserSettings(storage, officeLanguage()), excel.settings))
  const [hidden, setHidden] = useState<{ cells: Area; what: 'sheet' | 'rows' } | null>(null)
  const [waiting, setWaiting] = useState(false)
  const show = useCallback(async (cells: Area) => {
    const { outcome } = await excel.reveal({ sheet: cells.sheet, cells: areaCells(cells) ?? 'A1' })
    setHidden(outcome === 'sheet-hidden' ? { cells, what: 'sheet' } : outcome === 'rows-hidden' ? { cells, what: 'rows' } : null)
    // Hidden cells are told by the tools, which offer to show them.
    return outcome !== 'sheet-missing' && outcome !== 'not-selected'
  }, [excel])
  const session = useSession({ checker, reveal: show, settings })
  const { act, open, view } = session
  const { workbook } = excel
  const check = useCallback(() => {
    remember()
    open({ from: 'workbook', workbook })
  }, [open, workbook])
  useEffect(() => {
    tellWaiting = now => {
      setWaiting(now)
      act.send({ type: 'read-waiting', waiting: now })
    }
    return () => { tellWaiting = () => undefined }
  }, [act])
  const done = view.at === 'results' ? view.writing.done : null
  // What was just written is what there is to look at.
  useEffect(() => {
    if (done !== null && done.added !== null) excel.reveal({ sheet: done.added, cells: 'A1' }).catch(() => undefined)
  }, [done, excel])
  // After the first time the pane answers at once; the first time it says what it will do.
  const explain = isExplaining()
  useEffect(() => { if (wasStarted() || explain) check() }, [check, explain])
  const isRead = view.at === 'results'
  useEffect(() => {
    if (!isRead) return
    let gone = false
    let stop: () => Promise<void> = () => Promise.resolve()
    const watch = async () => {
      const stopThis = await excel.onStale(() => act.send({ type: 'workbook-changed' }))
      if (gone) await stopThis()
      else stop = stopThis
    }
    // Without events there is no badge; checking again by hand is always there.
    watch().catch(() => undefined)
    return () => {
      gone = true
      stop().catch(() => undefined)
    }
  }, [excel, act, isRead])
  const tools = view.at === 'results' ? <ExcelTools excel={excel} view={view} act={act} hidden={hidden} waiting={waiting} onShown={() => setHidden(null)} explain={explain} /> : null
  return <App session={session} dark={dark} version={__VERSION__} start={<StartInExcel onCheck={check} />} tools={tools} />
}

/** The page without Excel: why, and what to do instead. */
function NoExcel({ problem }: { problem: Problem }) {
  const dark = useDark()
  const [settings] = useState(() => browserSettings(storage, officeLanguage()))
  const session = useSession({ checker, reveal: () => Promise.resolve(false), settings, first: { at: 'failed', problem, before: null } })
  return <App session={session} dark={dark} version={__VERSION__} start={<StartInExcel onCheck={() => location.reload()} />} />
}

function isExplaining(): boolean {
  return new URLSearchParams(location.search).has('explain')
}

function officeLanguage(): string {
  return typeof Office === 'undefined' ? navigator.language : Office.context.displayLanguage || navigator.language
}

function wasStarted(): boolean {
  return storage.getItem(STARTED) !== null
}

function remember(): void {
  storage.setItem(STARTED, '1')
}

// The adapter comes while Office starts: the first load stays small.
const adapter = import('./excel')

let root: Root | null = null

async function start(): Promise<void> {
  const { openExcel, whenOfficeComes } = await adapter
  const excel = await openExcel(waiting => tellWaiting(waiting))
  if ('code' in excel && excel.code === 'office-missing') whenOfficeComes(() => { void start() })
  const element = document.getElementById('root')
  if (element !== null) root ??= createRoot(element)
  root?.render(<RootGuard>{'workbook' in excel ? <Pane excel={excel} /> : <NoExcel problem={excel} />}</RootGuard>)
  checker.warm()
  // What does not come now is asked for again when it is wanted.
  fetchScreens().catch(() => undefined)
}

void start()
