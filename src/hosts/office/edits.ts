import type { Run } from './run'

export interface WatchOptions {
  /** This program is writing, or has just written: such events are its own. */
  readonly isWriting: () => boolean
  /** How long it must be quiet before it is told, ms. */
  readonly quietMs?: number
}

const watching = new Set<() => Promise<void>>()

/**
 * Tells, once edits have calmed down, that somebody changed the workbook. Events are a hint and no more: Excel forgets some
 * (office-js #420, #1760), so nothing relies on them but a badge.
 * @returns stops it
 */
export async function watchEdits(run: Run, onEdit: () => void, { isWriting, quietMs = 800 }: WatchOptions): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const handler = await run(async context => {
    const added = context.workbook.worksheets.onChanged.add(event => {
      // `triggerSource` tells our own writes since ExcelApi 1.14; before, the flag does.
      if (isOwn(event.triggerSource) ?? isWriting()) return Promise.resolve()
      clearTimeout(timer)
      timer = setTimeout(onEdit, quietMs)
      return Promise.resolve()
    })
    await context.sync()
    return added
  })
  const stop = async () => {
    clearTimeout(timer)
    if (!watching.delete(stop)) return
    handler.remove()
    // A handler is taken off through the context that put it on.
    await handler.context.sync()
  }
  watching.add(stop)
  return stop
}

/** `undefined` where the host does not say. */
function isOwn(source: Excel.WorksheetChangedEventArgs['triggerSource'] | undefined): boolean | undefined {
  return source === undefined ? undefined : source === 'ThisLocalAddin'
}

/** Stops every watch: a frame that reloads would leave them behind (office-js #194). */
export async function stopWatching(): Promise<void> {
  await Promise.all([...watching].map(stop => stop()))
}
