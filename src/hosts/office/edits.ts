import { HostError } from '../../core/workbook'
import { isRefusal, officeCode } from './errors'
import type { Run } from './run'

export interface WatchOptions {
  /** This program is writing, or has just written: such events are its own. */
  readonly isWriting: () => boolean
  /** How long it must be quiet before it is told, ms. */
  readonly quietMs?: number
}

/** A watch that is on: how to end it, and how to put its handlers on again. */
interface Watch {
  readonly stop: () => Promise<void>
  readonly renew: () => Promise<void>
}

const watching = new Set<Watch>()

interface Handler {
  readonly context: { sync(): Promise<unknown> }
  remove(): void
}

/**
 * Tells, once edits have calmed down, that somebody changed the workbook: cells, or sheets that came or went. Events are a hint and no more:
 * Excel forgets some (office-js #420, #1760), so nothing relies on them but a badge.
 * @returns stops it
 */
export async function watchEdits(run: Run, onEdit: () => void, { isWriting, quietMs = 800 }: WatchOptions): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined, handlers: readonly Handler[] = []
  const edited = () => {
    clearTimeout(timer)
    timer = setTimeout(onEdit, quietMs)
  }
  const heard = (isOurs: boolean): Promise<void> => {
    if (!isOurs) edited()
    return Promise.resolve()
  }
  const add = (sheets: boolean) => run(async context => {
    const { worksheets } = context.workbook
    // `triggerSource` tells our own writes since ExcelApi 1.14; before, and of sheets, the flag does.
    const added: Handler[] = [worksheets.onChanged.add(event => heard(isOwn(event.triggerSource) ?? isWriting()))]
    if (sheets) added.push(worksheets.onAdded.add(() => heard(isWriting())), worksheets.onDeleted.add(() => heard(isWriting())))
    await context.sync()
    return added
  })
  const start = async () => {
    try {
      handlers = await add(true)
    } catch (error) {
      if (!(error instanceof HostError) || !isRefusal(error.cause)) throw error
      handlers = await add(false)
    }
  }
  const remove = async () => {
    const old = handlers
    handlers = []
    for (const handler of old) handler.remove()
    // A handler is taken off through the context that put it on: one for all of a start.
    await old[0]?.context.sync()
  }
  const watch: Watch = {
    async stop() {
      clearTimeout(timer)
      if (watching.delete(watch)) await remove()
    },
    async renew() {
      // What was on is gone with the connection, or goes now; two of one kind would only say the same twice.
      await remove().catch(() => undefined)
      if (!watching.has(watch)) return
      await start()
      edited()
    },
  }
  await start()
  watching.add(watch)
  return watch.stop
}

/** `undefined` where the host does not say. */
function isOwn(source: Excel.WorksheetChangedEventArgs['triggerSource'] | undefined): boolean | undefined {
  return source === undefined ? undefined : source === 'ThisLocalAddin'
}

/** Stops every watch: a frame that reloads would leave them behind (office-js #194). */
export async function stopWatching(): Promise<void> {
  await Promise.all([...watching].map(({ stop }) => stop()))
}

/** The connection was lost and is back: handlers went with it, and what was edited meanwhile was not heard. */
export async function renewWatches(): Promise<void> {
  await Promise.all([...watching].map(({ renew }) => renew()))
}

/** Codes of Office.js after which the handlers of before are gone. */
const LOST: ReadonlySet<string> = new Set(['InvalidOrTimedOutSession', 'HostRestart', 'ServiceNotAvailable', 'RequestAborted', 'ConnectionFailure'])

/** Runs as `run` does, and puts the watches on again with the first answer after the connection was lost. */
export function renewing(run: Run): Run {
  let lost = false
  return async (batch, options) => {
    try {
      const answer = await run(batch, options)
      if (lost) {
        lost = false
        // Without events there is no badge; checking again by hand is always there.
        void renewWatches().catch(() => undefined)
      }
      return answer
    } catch (error) {
      if (LOST.has(officeCode(error instanceof HostError ? error.cause : error) ?? '')) lost = true
      throw error
    }
  }
}
