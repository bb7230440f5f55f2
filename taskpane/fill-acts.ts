import { useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { CheckerError } from './checker'
import type { Checker, FillWritten } from './checker'
import { download } from './download'
import { refusalOf, writtenOf } from './fill-written'
import { problemOf, read } from './session'
import type { Source } from './session'
import type { Event, ResultsView, View } from './state'
import type { FillActs } from './views/screen'

export interface FillHost {
  readonly checker: Checker
  /** What is shown and where it comes from, now. */
  readonly live: RefObject<{ readonly view: View; readonly source: Source | null }>
  /** Number of the latest run; an older one says nothing any more. */
  readonly run: RefObject<number>
  readonly send: (event: Event) => void
  readonly setSource: (source: Source) => void
}

/** What the fill screen can do. Writing and taking back end in a new check, with the screen where it was. */
export function useFillActs({ checker, live, run, send, setSource }: FillHost): FillActs {
  const asked = useRef(0)
  const isFile = live.current.source?.from === 'file'
  return useMemo<FillActs>(() => {
    const results = (): ResultsView | null => (live.current.view.at === 'results' ? live.current.view : null)
    const fail = (reason: unknown) => send({ type: 'noticed', notice: problemOf(reason) })

    /** Writes in some way, checks again, and says what was done. */
    const write = (how: (source: Source, view: ResultsView, current: () => boolean) => Promise<FillWritten>) => {
      const view = results(), { source } = live.current
      if (view === null || source === null) return
      const mine = ++run.current, current = () => run.current === mine
      send({ type: 'fill-changed', fill: { busy: true, done: null, refused: null } })
      send({ type: 'check-started' })
      const work = async () => {
        const { opened, ...outcome } = await how(source, view, current)
        if (!current()) return
        const { report, policies } = await checker.call('check', [view.choices])
        if (!current()) return
        send({ type: 'checked', opened, report, policies, choices: view.choices })
        send({ type: 'fill-changed', fill: { ...outcome, busy: false } })
      }
      work().catch((reason: unknown) => { if (current()) fail(reason) })
    }

    /** The written file takes the place of the one that was opened: checking again must not lose what was filled. */
    const keepFile = async (): Promise<void> => {
      const { name, bytes } = await checker.call('saveFile', [])
      setSource({ from: 'file', name, bytes: () => Promise.resolve(bytes.slice().buffer) })
    }

    return {
      plan() {
        const view = results()
        if (view === null) return
        const mine = ++asked.current
        send({ type: 'fill-changed', fill: { busy: true } })
        checker.call('fill', [view.fill.scenario]).then(
          plan => { if (asked.current === mine) send({ type: 'fill-changed', fill: { plan, busy: false } }) },
          (reason: unknown) => { if (asked.current === mine) fail(reason) },
        )
      },
      apply: () => write(async (source, { fill }, current) => {
        if (source.from === 'file') {
          const written = await checker.call('applyFill', [fill.leftOut])
          await keepFile()
          return written
        }
        const { workbook } = source
        const changes = await checker.call('fillChanges', [fill.leftOut])
        const result = await workbook.apply(changes, { what: 'fill', signal: { get aborted() { return !current() } } })
        const outcome = result.outcome === 'applied' ? { done: writtenOf('fill', changes, result), refused: null } : { done: null, refused: refusalOf('fill', result.conflicts) }
        // Refused, too: what is there now is what the next preview must start from.
        return { ...outcome, opened: await read(source, checker, current, () => undefined), undo: workbook.last ?? null }
      }),
      undo: () => write(async (source, { fill: { undo } }, current) => {
        if (source.from === 'file') {
          const written = await checker.call('undoFill', [])
          await keepFile()
          return written
        }
        const { workbook } = source
        const result = undo === null ? null : await workbook.undo?.({ id: undo.id }) ?? null
        if (undo === null || result === null) throw new CheckerError('undo-gone')
        const outcome = result.outcome === 'applied'
          ? { done: { ...writtenOf('undo', [], result), cells: undo.cells - result.skipped.filter(({ change }) => change.kind === 'cell').length }, refused: null }
          : { done: null, refused: refusalOf('undo', result.conflicts) }
        return { ...outcome, opened: await read(source, checker, current, () => undefined), undo: workbook.last ?? null }
      }),
      save: isFile
        ? () => {
          checker.call('saveFile', []).then(({ name, bytes }) => download(filledName(name), bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'), fail)
        }
        : null,
    }
  }, [checker, live, run, send, setSource, isFile])
}

/** 社区.xlsx -> 社区-已填.xlsx: the copy never takes the name of the original. */
function filledName(name: string): string {
  return name.replace(/(\.[^.]*)?$/, extension => `-已填${extension === '' ? '.xlsx' : extension}`)
}
