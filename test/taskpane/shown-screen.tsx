import { NO_SOURCE } from '../../src/core/document-source'
import { areaCells } from '../../src/core/area'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import type { Language } from '../../src/core/message'
import { LanguageContext } from '../../taskpane/strings'
import { next, resultsOf } from '../../taskpane/state'
import type { Event, ResultsView } from '../../taskpane/state'
import type { RowBlock } from '../../taskpane/shown'
import type { Acts } from '../../taskpane/views/screen'
import { opened, report, unitRows } from './fixture'

/** A screen of the results with a spy in the place of what a person may do. */

export const results = resultsOf(opened, report, [report.policy])

export function view(...events: readonly Event[]): ResultsView {
  return events.reduce<ResultsView>((before, event) => next(before, event) as ResultsView, results)
}

export interface Spied extends Acts {
  readonly sent: Event[]
  readonly gone: string[]
  readonly chosen: object[]
  readonly saved: string[]
}

export function acts(): Spied {
  const sent: Event[] = [], gone: string[] = [], chosen: object[] = [], saved: string[] = []
  return {
    sent,
    gone,
    chosen,
    saved,
    send: event => {
      sent.push(event)
    },
    goTo: area => {
      gone.push(`${area.sheet}!${areaCells(area) ?? ''}`)
    },
    choose: choices => {
      chosen.push(choices)
    },
    readAgain: () => undefined,
    writing: {
      plan: () => undefined,
      stop: () => undefined,
      edit: null,
      fix: () => undefined,
      results: () => undefined,
      apply: () => undefined,
      undo: () => undefined,
      save: null,
    },
    papers: { source: () => Promise.resolve(NO_SOURCE), saveBook: () => Promise.resolve(), saveTemplate: kind => { saved.push(kind) } },
    unitRows: () => Promise.resolve(unitRows),
    rows: (_sheet, from, to) => Promise.resolve(rowsOf(from, to)),
    effects: without => Promise.resolve(without.map(() => ({ counted: [20, 21] as const, verdicts: 1, findings: [5, 4] as const }))),
    ownPolicy: () => undefined,
  }
}

/** The roster's rows: `1 河东社区 丁一 大专 · 群众`, and so on. */
function rowsOf(from: number, to: number): RowBlock {
  const row = (number: number) => ({
    texts: [String(number - 3), number % 2 === 0 ? '河东社区' : '南苑社区', `丁${String(number)}`, ['大专', '本科', '高中'][number % 3] ?? '', '', '990101198503121234'],
    kinds: 'nttt t', styles: [],
  })
  return { from, rows: Array.from({ length: to - from + 1 }, (_, i) => row(from + i)) }
}

export function show(element: ReactElement, language: Language = 'zh-CN') {
  return render(<LanguageContext.Provider value={language}>{element}</LanguageContext.Provider>)
}
