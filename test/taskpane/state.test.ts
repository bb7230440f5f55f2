/** @jest-environment node */
import { PAGE } from '../../taskpane/list-state'
import { START, next, resultsOf } from '../../taskpane/state'
import type { Event, FailedView, ResultsView, View } from '../../taskpane/state'
import { NO_CHOICES } from '../../taskpane/shown'
import { opened, report } from './fixture'

const results = resultsOf(opened, report, [report.policy])
const reading: View = { at: 'reading', name: 'a.xlsx', progress: null, step: 'cells', waiting: false, before: null }
const problem = { code: 'encrypted', params: {} }
const checked: Event = { type: 'checked', opened, report, policies: [report.policy], choices: NO_CHOICES }
const progress = { sheet: '花名册', sheetNumber: 1, sheetCount: 3, share: 0.2 }

/** The view after events, one after the other. */
function after(view: View, ...events: readonly Event[]): View {
  return events.reduce(next, view)
}

function resultsAfter(...events: readonly Event[]): ResultsView {
  const view = after(results, ...events)
  if (view.at !== 'results') throw new Error(`at ${view.at}`)
  return view
}

describe('the way from a file to its results', () => {
  test.each<[string, View, Event, View]>([
    ['the worker ends with a workbook in it', results, { type: 'lost' }, { at: 'failed', problem: { code: 'worker-lost', params: {} }, before: null }],
    ['with writes in it that no copy was saved of', { ...results, writing: { ...results.writing, unsaved: true } }, { type: 'lost' }, { at: 'failed', problem: { code: 'worker-lost-unsaved', params: {} }, before: null }],
    ['the one that is kept while another is read', { ...reading, before: results }, { type: 'lost' }, reading],
    ['with nothing open', START, { type: 'lost' }, START],
    ['a start', START, { type: 'read-started', name: 'a.xlsx' }, reading],
    ['progress', reading, { type: 'read-progressed', progress }, { ...reading, progress }],
    ['a cell is being edited', reading, { type: 'read-waiting', waiting: true }, { ...reading, waiting: true }],
    ['progress ends the waiting', { ...reading, waiting: true }, { type: 'read-progressed', progress }, { ...reading, progress }],
    ['all read', reading, { type: 'check-started' }, { ...reading, step: 'checking' }],
    ['checked', reading, checked, results],
    ['refused', reading, { type: 'failed', problem }, { at: 'failed', problem, before: null }],
    ['cancelled', reading, { type: 'cancelled' }, START],
    ['back from a failure with nothing before it', { at: 'failed', problem, before: null }, { type: 'back' }, START],
    ['back from a failure with results before it', { at: 'failed', problem, before: results }, { type: 'back' }, results],
    ['a late answer after cancelling is somebody else\'s', START, { type: 'read-progressed', progress }, START],
    ['a tab without results', START, { type: 'tab-chosen', tab: 'findings' }, START],
  ])('%s', (_name, before, event, expected) => {
    expect(next(before, event)).toEqual(expected)
  })

  test('a failure keeps the results that were shown, and a second failure does not lose them', () => {
    const failed = after(results, { type: 'failed', problem }, { type: 'failed', problem: { code: 'host-busy', params: {} } }) as FailedView
    expect(failed.problem.code).toBe('host-busy')
    expect(failed.before).toEqual(results)
  })
})

describe('judging again', () => {
  test('the old verdict stays readable while the new one is computed', () => {
    expect(resultsAfter({ type: 'check-started' })).toEqual({ ...results, busy: true })
  })

  test('tab, filters and open rows stay where they were; the last finding is forgotten, for its number may be another now', () => {
    const moved = resultsAfter({ type: 'tab-chosen', tab: 'findings' }, { type: 'community-toggled', community: 1 }, { type: 'finding-chosen', finding: 1, group: 'target-missed', place: 0 }, checked)
    expect(moved).toMatchObject({ tab: 'findings', busy: false, board: { open: [1] }, findings: { current: null, open: ['target-missed'] } })
  })

  test.each([
    ['judged again from the same reading: as stale as before', opened, true],
    ['read again: fresh', { ...opened }, false],
  ])('%s', (_name, workbook, stale) => {
    expect(resultsAfter({ type: 'workbook-changed' }, { ...checked, opened: workbook }).stale).toBe(stale)
  })

  test('a refused standard is said beside the results, which stay', () => {
    expect(resultsAfter({ type: 'check-started' }, { type: 'noticed', notice: problem })).toMatchObject({ at: 'results', busy: false, notice: problem })
  })
})

describe('the board', () => {
  test('a row opens and closes', () => {
    expect(resultsAfter({ type: 'community-toggled', community: 2 }).board.open).toEqual([2])
    expect(resultsAfter({ type: 'community-toggled', community: 2 }, { type: 'community-toggled', community: 2 }).board.open).toEqual([])
  })

  test('another filter starts from the first page', () => {
    expect(resultsAfter({ type: 'board-changed', board: { most: 300 } }, { type: 'board-changed', board: { show: 'missed' } }).board).toMatchObject({ show: 'missed', most: PAGE })
  })
})

describe('the findings', () => {
  test.each([
    ['the first line needs one page', 0, PAGE],
    ['the hundredth too', 99, PAGE],
    ['one more needs a second page', 100, 2 * PAGE],
    ['far down', 1234, 1300],
  ])('going to a finding opens its group far enough: %s', (_name, place, most) => {
    expect(resultsAfter({ type: 'finding-chosen', finding: 7, group: 'value-blank', place }).findings).toMatchObject({ current: 7, open: ['value-blank'], most: { 'value-blank': most } })
  })

  test('going to a finding closes no group that is open', () => {
    const view = resultsAfter({ type: 'group-toggled', group: 'a' }, { type: 'finding-chosen', finding: 7, group: 'a', place: 0 })
    expect(view.findings.open).toEqual(['a'])
  })

  test('a cell with a finding makes it the current one; a cell without leaves it', () => {
    const selection = { sheet: '花名册', row: 5, column: 3 }
    const on = resultsAfter({ type: 'selected', selection, finding: 3 })
    expect(on).toMatchObject({ selection, findings: { current: 3 } })
    expect(next(on, { type: 'selected', selection: { ...selection, row: 9 }, finding: null })).toMatchObject({ selection: { row: 9 }, findings: { current: 3 } })
  })
})
