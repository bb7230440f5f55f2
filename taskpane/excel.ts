import { HostError } from '../src/core/workbook'
import { startInExcel } from '../src/hosts/office/start'
import type { InExcel } from '../src/hosts/office/start'
import type { Problem } from './state'

export type { InExcel } from '../src/hosts/office/start'

/** A blocked network often answers nothing at all: after this the person is told. */
const PATIENCE_MS = 3000

/** Told when office.js comes after the person was told that it did not: a slow network is no blocked one. */
export function whenOfficeComes(start: () => void): void {
  document.getElementById('office-js')?.addEventListener('load', start, { once: true })
}

/** Waits for office.js and Excel. @returns Excel, or why the pane cannot work here */
export async function openExcel(onWaiting: (waiting: boolean) => void, patienceMs = PATIENCE_MS): Promise<InExcel | Problem> {
  const script = document.getElementById('office-js')
  if (typeof Office === 'undefined' && script !== null) {
    await new Promise<void>(resolve => {
      script.addEventListener('load', () => resolve())
      script.addEventListener('error', () => resolve())
      setTimeout(resolve, patienceMs)
    })
  }
  if (typeof Office === 'undefined') return { code: 'office-missing', params: {} }
  const { host } = await Office.onReady()
  if (host !== Office.HostType.Excel) return { code: 'outside-excel', params: {} }
  try {
    return startInExcel({ onWaiting })
  } catch (error) {
    if (error instanceof HostError) return { code: error.code, params: error.params }
    throw error
  }
}
