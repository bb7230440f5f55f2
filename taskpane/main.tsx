import './pane.css'
import { useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { CellsReference } from '../src/core/report'
import { OfficeWorkbook } from '../src/hosts/office/office-workbook'
import { excelRunner } from '../src/hosts/office/run'
import { App } from './App'
import { browserSettings } from './browser-settings'
import { Checker } from './checker'
import { officeDark, officeReady, reveal } from './excel'
import { useSession } from './session'
import { startWorker } from './start-worker'
import type { View } from './state'
import { START } from './state'
import { useDark } from './theme'
import { StartInExcel } from './views/start'
import { fetchScreens } from './views/screens'

const checker = new Checker(startWorker)
const STARTED = 'plancheck.started'

/** The pane inside Excel. */
function Pane({ first }: { first: View }) {
  const dark = useDark(officeDark)
  const [waiting, setWaiting] = useState(false)
  const [workbook] = useState(() => new OfficeWorkbook(excelRunner({ onWaiting: setWaiting })))
  const [settings] = useState(() => browserSettings(localStorage, officeLanguage()))
  const show = useCallback((cells: CellsReference) => reveal(cells), [])
  const session = useSession({ checker, reveal: show, settings, first })
  const { act, open } = session
  const check = useCallback(() => {
    remember()
    open({ from: 'workbook', workbook })
  }, [open, workbook])
  useEffect(() => { act.send({ type: 'read-waiting', waiting }) }, [act, waiting])
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

const root = document.getElementById('root')
void officeReady().then(problem => {
  if (root !== null) createRoot(root).render(<Pane first={problem === null ? START : { at: 'failed', problem, before: null }} />)
  checker.warm()
  fetchScreens()
})
