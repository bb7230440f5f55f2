import type { MethodCall } from './messages'
import type { ExcelState } from './state'

/**
 * `document.getFileAsync`, its slices and its end, by the numbers and keys that the client uses (learnt by recording office.js).
 * [ref] Office.Document.getFileAsync: one file at a time to be closed, two at most in memory; slices of 4 MB at most.
 */
export class FileMessages {
  private readonly given = new Map<number, { readonly bytes: Uint8Array; readonly sliceSize: number }>()
  private lastHandle = 0

  constructor(private readonly excel: ExcelState) {}

  answer(dispatch: number, call: MethodCall): unknown {
    const { file } = this.excel
    if (file === null) return failure(5000)
    if (file.isSilent === true) return new Promise<never>(() => undefined)
    if (dispatch === OPEN) {
      file.asked++
      if (file.openError !== undefined) return failure(file.openError)
      // [ref] a third file is refused until one is closed.
      if (file.open.size >= 2) return failure(5001)
      const handle = ++this.lastHandle, bytes = file.isEmpty === true ? new Uint8Array(0) : file.bytes()
      this.given.set(handle, { bytes, sliceSize: Number(call['1']) })
      file.open.add(handle)
      return { Version: 1, Error: 0, 0: handle, 1: bytes.length }
    }
    const handle = Number(call['2']), given = this.given.get(handle)
    // A slice after closing gives 5001 (office-js #1182).
    if (given === undefined) return failure(5001)
    if (dispatch === CLOSE) {
      this.given.delete(handle)
      file.open.delete(handle)
      return { Version: 1, Error: 0 }
    }
    const index = Number(call['3'])
    file.beforeSlice?.(index)
    if (file.sliceError !== undefined) return failure(file.sliceError)
    file.slices++
    const from = index * given.sliceSize, slice = given.bytes.subarray(from, from + given.sliceSize)
    return { Version: 1, Error: 0, 0: [...slice], 1: slice.length }
  }
}

const OPEN = 77, CLOSE = 81

function failure(error: number): unknown {
  return { Version: 1, Error: error }
}
