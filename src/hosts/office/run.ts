import { HostError, throwIfCancelled } from '../../core/workbook'
import type { CancelSignal } from '../../core/workbook'
import { asHostError } from './errors'

/** One `Excel.run`: a batch of work in a context of its own. In Excel it is `excelRunner()`; tests pass the same over an emulated Excel. */
export type Run = <T>(batch: (context: Excel.RequestContext) => Promise<T>, options?: RunOptions) => Promise<T>

export interface RunOptions {
  readonly signal?: CancelSignal | undefined
  /** One step in Excel's own undo list; only where ExcelApi 1.20 exists. */
  readonly mergeUndoGroup?: boolean
  /** `false`: fail at once in cell edit mode (work that nobody asked for). Default: wait for the person to leave the cell. */
  readonly wait?: boolean
}

/** What `Excel.run` takes. The types of Office.js know `mergeUndoGroup` since ExcelApi 1.20; older hosts ignore it. */
export type ExcelRun = (
  options: { delayForCellEdit: boolean; mergeUndoGroup?: boolean },
  batch: (context: Excel.RequestContext) => Promise<void>,
) => Promise<void>

export interface RunnerOptions {
  /**
   * Told `true` when Excel has not answered the first request for a second (almost always: a cell is being edited),
   * and `false` when it has. The pane then says: press Enter or Esc in the cell.
   */
  readonly onWaiting?: (waiting: boolean) => void
}

const PATIENCE_MS = 1000
const LOOK_MS = 100

/**
 * Runs batches through `Excel.run`. Errors of Office.js come out as `HostError`.
 * A wait for the cell editor can be cancelled: the first request of every batch of ours only reads, so leaving it behind does no harm.
 */
export function runner(excelRun: ExcelRun, { onWaiting }: RunnerOptions = {}): Run {
  return async <T>(
    batch: (context: Excel.RequestContext) => Promise<T>,
    { signal, mergeUndoGroup = false, wait = true }: RunOptions = {},
  ): Promise<T> => {
    throwIfCancelled(signal)
    let answer: { value: T } | undefined
    // A batch that nobody waits for any more must not go on to write when Excel answers it at last.
    let abandoned = false
    let stopWatching: () => void = () => undefined
    const work = excelRun({ delayForCellEdit: wait, ...(mergeUndoGroup ? { mergeUndoGroup } : {}) }, async context => {
      const sync = context.sync.bind(context)
      let answered = false
      const stopIfAbandoned = () => {
        if (abandoned) throw new HostError('cancelled')
      }
      context.sync = (async <P>(pass?: P): Promise<P | undefined> => {
        stopIfAbandoned()
        try {
          const passed = await sync(pass)
          stopIfAbandoned()
          return passed
        } finally {
          if (!answered) stopWatching()
          answered = true
        }
      }) as typeof context.sync
      answer = { value: await batch(context) }
    })
    const watch = new Promise<never>((_resolve, reject) => {
      let told = false
      const started = performance.now()
      const timer = setInterval(() => {
        if (!told && performance.now() - started >= PATIENCE_MS) {
          told = true
          onWaiting?.(true)
        }
        if (signal?.aborted === true) {
          abandoned = true
          stopWatching()
          reject(new HostError('cancelled'))
        }
      }, LOOK_MS)
      stopWatching = () => {
        clearInterval(timer)
        if (told) onWaiting?.(false)
        told = false
      }
    })
    try {
      await Promise.race([work, watch])
    } catch (error) {
      throw asHostError(error)
    } finally {
      stopWatching()
    }
    if (answer === undefined) throw new HostError('host-failed', { code: 'NoAnswer' })
    return answer.value
  }
}

/** The runner inside Excel. */
export function excelRunner(options: RunnerOptions = {}): Run {
  return runner((runOptions, batch) => Excel.run(runOptions, batch), options)
}
