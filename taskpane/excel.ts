import { HostError } from '../src/core/workbook'
import { startInExcel } from '../src/hosts/office/start'
import type { InExcel } from '../src/hosts/office/start'
import type { Problem } from './state'

export type { InExcel } from '../src/hosts/office/start'

const PATIENCE_MS = 15_000

/** Waits for office.js and Excel. @returns Excel, or why the pane cannot work here */
export async function openExcel(onWaiting: (waiting: boolean) => void): Promise<InExcel | Problem> {
  const script = document.getElementById('office-js')
  if (typeof Office === 'undefined' && script !== null) {
    await new Promise<void>(resolve => {
      script.addEventListener('load', () => resolve())
      script.addEventListener('error', () => resolve())
      setTimeout(resolve, PATIENCE_MS)
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
