import './pane.css'
import { useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { CellsReference } from '../src/core/report'
import type { Workbook } from '../src/core/workbook'
import { App } from './App'
import { browserSettings } from './browser-settings'
import { Checker } from './checker'
import { officeDark } from './office-theme'
import { useSession } from './session'
import { startWorker } from './start-worker'
import type { View } from './state'
import { START } from './state'
import { useDark } from './theme'
import { StartInExcel } from './views/start'
import { fetchScreens } from './views/screens'

const checker = new Checker(startWorker)
const STARTED = 'plancheck.started'

/** Told when Excel waits for the person to leave a cell: the pane says so while it is shown. */
let tellWaiting: (waiting: boolean) => void = () => undefined

/** The pane inside Excel. */
function Pane({ first, workbook }: { first: View; workbook: Workbook }) {
  const dark = useDark(officeDark)
  const [settings] = useState(() => browserSettings(localStorage, officeLanguage()))
  const show = useCallback(async (cells: CellsReference) => (await adapter).reveal(cells), [])
  const session = useSession({ checker, reveal: show, settings, first })
  const { act, open } = session
  const check = useCallback(() => {
    remember()
    open({ from: 'workbook', workbook })
  }, [open, workbook])
  useEffect(() => {
    tellWaiting = waiting => act.send({ type: 'read-waiting', waiting })
    return () => { tellWaiting = () => undefined }
  }, [act])
  // After the first time the pane answers at once; the first time it says what it will do.
  useEffect(() => { if (first.at === 'start' && wasStarted()) check() }, [first, check])
  return <App session={session} dark={dark} version={__VERSION__} start={<StartInExcel onCheck={check} />} />
}

function officeLanguage(): string {
  return typeof Office === 'undefined' ? navigator.language : Office.context.displayLanguage || navigator.language
}

function wasStarted(): boolean {
  try {
    return localStorage.getItem(STARTED) !== null
  } catch {
    return false
  }
}

function remember(): void {
  try {
    localStorage.setItem(STARTED, '1')
  } catch {
    // Storage may be forbidden: the first screen is then shown each time.
  }
}

// The adapter comes while Office starts: the first load stays small.
const adapter = import('./excel')

async function start(): Promise<void> {
  const { officeReady, officeWorkbook } = await adapter
  const problem = await officeReady()
  const root = document.getElementById('root')
  const workbook = officeWorkbook(waiting => tellWaiting(waiting))
  if (root !== null) createRoot(root).render(<Pane first={problem === null ? START : { at: 'failed', problem, before: null }} workbook={workbook} />)
  checker.warm()
  fetchScreens()
}

void start()
