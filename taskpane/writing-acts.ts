import { useMemo, useRef } from 'react'
import type { MutableRefObject } from 'react'
import { CheckerError } from './checker-error'
import type { AfterWrite, Checker } from './checker'
import { download } from './download'
import { isCancelled, problemOf } from './problem'
import { read } from './source'
import type { HostWorkbook, Source } from './source'
import type { Event, ResultsView, View } from './state'
import type { WritingActs } from './views/screen'
import { typedNumber } from './typed-content'
import { NO_PREVIEW } from './preview'
import type { TypedText } from './preview'
import type { TypedCell } from '../src/fill'
import type { ProposalView } from './proposal-view'
import { refusalOf, writtenOf } from './written'

export interface WritingHost {
  readonly checker: Checker
  /** What is shown and where it comes from, now. */
  readonly live: MutableRefObject<{ readonly view: View; readonly source: Source | null }>
  /** Number of the latest run; an older one says nothing any more. */
  readonly run: MutableRefObject<number>
  readonly send: (event: Event) => void
}

/** Proposals: asked for, written, taken back. Writing ends in a new check, with the screen where it was. */
export function useWritingActs({ checker, live, run, send }: WritingHost): WritingActs {
  const asked = useRef(0)
  const isFile = live.current.source?.from === 'file'
  return useMemo<WritingActs>(() => {
    const results = (): ResultsView | null => (live.current.view.at === 'results' ? live.current.view : null)
    const fail = (reason: unknown) => send({ type: 'noticed', notice: problemOf(reason) })

    /** Writes in some way, checks again, and says what was done. */
    const write = (how: (source: Source, view: ResultsView, current: () => boolean) => Promise<AfterWrite>) => {
      const view = results(), { source } = live.current
      if (view === null || source === null) return
      const mine = ++run.current, current = () => run.current === mine
      send({ type: 'writing-changed', writing: { busy: true, done: null, refused: null } })
      send({ type: 'check-started' })
      const work = async () => {
        const { opened, ...outcome } = await how(source, view, current)
        // Written is written, whatever else began meanwhile: the screen never shows other cells than the workbook has.
        send({ type: 'rewritten', opened })
        send({ type: 'writing-changed', writing: outcome })
        if (!current()) return
        const { choices } = results() ?? view
        const { report, policies } = await checker.call('check', [choices])
        if (!current()) return
        send({ type: 'checked', opened, report, policies, choices })
        send({ type: 'writing-changed', writing: { ...outcome, busy: false } })
      }
      work().catch((reason: unknown) => {
        fail(reason)
        if (current()) settle()
      })
    }

    /** Shows a proposal that is being worked out. */
    const look = (asking: Promise<ProposalView>) => {
      send({ type: 'proposed-changed', proposed: { busy: true } })
      asking.then(plan => { send({ type: 'proposed-changed', proposed: { ...NO_PREVIEW, plan, open: plan.sheets.map(({ sheet }) => sheet) } }) }, fail)
    }

    /** After a write that failed: the verdicts that are shown still hold. */
    const settle = () => { send({ type: 'writing-changed', writing: { busy: false } }) }

    return {
      plan(change = {}) {
        const view = results()
        if (view === null) return
        const mine = ++asked.current, fill = { ...view.fill, ...change }
        send({ type: 'fill-changed', fill: { ...change, busy: true, stopped: false } })
        checker.call('fill', [{ scenario: fill.scenario, typed: fill.typed.flatMap(valueOf) }]).then(
          plan => { if (asked.current === mine) send({ type: 'fill-planned', plan }) },
          (reason: unknown) => { if (asked.current === mine && !isCancelled(reason)) fail(reason) },
        )
      },
      stop() {
        asked.current++
        checker.stop()
        send({ type: 'fill-changed', fill: { busy: false, stopped: true } })
      },
      fix(choice) {
        look(checker.call('fix', [choice]))
      },
      results(language) {
        look(checker.call('results', [language]))
      },
      apply: kind => write(async (source, view, current) => {
        const { leftOut } = kind === 'fill' ? view.fill : view.proposed
        if (source.from === 'file') return checker.call('apply', [kind, leftOut])
        const { workbook } = source
        const changes = await checker.call('changes', [kind, leftOut])
        const result = await workbook.apply(changes, { what: kind, signal: { get aborted() { return !current() } } })
        const outcome = result.outcome === 'applied' ? { done: writtenOf(kind, changes, result), refused: null } : { done: null, refused: refusalOf(kind, result.conflicts) }
        return { ...outcome, ...await afterExcel(workbook, source, current) }
      }),
      edit: isFile ? edit => write(() => checker.call('edit', [edit])) : null,
      undo: () => write(async (source, { writing: { undo } }, current) => {
        if (source.from === 'file') return checker.call('undo', [])
        const { workbook } = source
        const result = undo === null ? null : await workbook.undo?.({ id: undo.id }) ?? null
        if (undo === null || result === null) throw new CheckerError('undo-gone')
        const outcome = result.outcome === 'applied'
          ? { done: { ...writtenOf('undo', [], result), cells: undo.cells - result.skipped.filter(({ change }) => change.kind === 'cell').length }, refused: null }
          : { done: null, refused: refusalOf('undo', result.conflicts) }
        return { ...outcome, ...await afterExcel(workbook, source, current) }
      }),
      save: isFile
        ? () => {
          checker.call('saveFile', []).then(({ name, bytes }) => {
            download(filledName(name), bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
            send({ type: 'writing-changed', writing: { unsaved: false } })
          }, fail)
        }
        : null,
    }

    /** Refused, too: what is there now is what the next preview must start from. */
    async function afterExcel(workbook: HostWorkbook, source: Source, current: () => boolean): Promise<Pick<AfterWrite, 'opened' | 'undo' | 'unsaved'>> {
      return { opened: await read(source, checker, current, () => undefined), undo: workbook.last ?? null, unsaved: false }
    }
  }, [checker, live, run, send, isFile])
}

/** 社区.xlsx -> 社区-已填.xlsx: the copy never takes the name of the original. */
function filledName(name: string): string {
  return name.replace(/(\.[^.]*)?$/, extension => `-已填${extension === '' ? '.xlsx' : extension}`)
}

/** Numbers alone go into a plan: words typed where a number belongs are told beside the field. */
function valueOf({ sheet, cell, text }: TypedText): TypedCell[] {
  const value = typedNumber(text)
  return value === null ? [] : [{ sheet, cell, value }]
}
