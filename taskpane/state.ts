import type { MessageParams } from '../src/core/message'
import type { Policy } from '../src/core/plan'
import type { Question } from '../src/core/reading'
import type { ReadProgress } from '../src/core/workbook'
import { PAGE } from './list-state'
import type { BoardState, FindingsHabit, FindingsState } from './list-state'
import { NO_FILL, NO_PREVIEW, afterCheck, planned } from './preview'
import type { FillState, Preview } from './preview'
import type { FillView } from './proposal-view'
import { NOTHING_WRITTEN } from './written'
import type { WritingState } from './written'
import { NO_CHOICES } from './shown'
import { decisionCount } from '../src/core/decisions'
import type { Brought, Choices, Opened, ShownReport } from './shown'

/**
 * What the pane shows, as plain data. `next` is pure; effects are in `session.ts`.
 * Any view can be the first one: each screen opens in a test without the way to it.
 */
export type View = StartView | ReadingView | FailedView | ResultsView

/** Nothing is open yet, or the pane was just installed. */
export interface StartView {
  readonly at: 'start'
  /** A settings file that waits for its workbook. */
  readonly settings?: string
}

export interface ReadingView {
  readonly at: 'reading'
  /** The file's or workbook's name, where it is known. */
  readonly name: string
  /** `null` until the first word from the reader. */
  readonly progress: ReadProgress | null
  readonly step: 'cells' | 'checking'
  /** Excel is in cell edit mode: nothing can be read until the person leaves the cell. */
  readonly waiting: boolean
  /** What stays open when this one cannot be read. */
  readonly before: ResultsView | null
}

export interface FailedView {
  readonly at: 'failed'
  readonly problem: Problem
  /** What was on the screen before, to go back to. */
  readonly before: ResultsView | null
}

/** What went wrong, as a code with the words for its sentence. */
export interface Problem {
  /** A `HostErrorCode`, or one of the pane's own. */
  readonly code: string
  readonly params: MessageParams
  /** The file that could not be read while another one stays open. */
  readonly file?: string
}

/** A further tab is one member here and one entry in `views/screens.ts`; the compiler names the places. */
export type Tab = 'board' | 'findings' | 'audit' | 'fill' | 'recognised' | 'standard' | 'papers'

export interface ResultsView {
  readonly at: 'results'
  readonly opened: Opened
  readonly report: ShownReport
  readonly policies: readonly Policy[]
  readonly choices: Choices
  /** The decisions as each store brought them: what is in none of them was made now. */
  readonly brought: Brought
  /** Decisions that this browser brought to a newly opened workbook, until the person has seen it said. */
  readonly inherited: number
  /** Questions in the order in which they were met; an answered one stays in its place. */
  readonly asked: readonly Question[]
  readonly tab: Tab
  readonly board: BoardState
  readonly findings: FindingsState
  readonly fill: FillState
  /** Fixes or the findings sheet, looked at before they are written. */
  readonly proposed: Preview
  readonly writing: WritingState
  /** A new verdict is being computed; the old one stays readable. */
  readonly busy: boolean
  /** The workbook was changed after it was read. */
  readonly stale: boolean
  /** The cell that the person stands on in the sheet. */
  readonly selection: Selection | null
  /** Something to tell that stops nothing: a cell that cannot be shown, a policy file that was refused. */
  readonly notice: Problem | null
}

export interface Selection {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

export type Event =
  | { readonly type: 'read-started'; readonly name: string; readonly before?: ResultsView | null }
  | { readonly type: 'read-progressed'; readonly progress: ReadProgress }
  | { readonly type: 'read-waiting'; readonly waiting: boolean }
  | { readonly type: 'check-started' }
  | { readonly type: 'settings-waiting'; readonly name: string }
  | { readonly type: 'checked'; readonly opened: Opened; readonly report: ShownReport; readonly policies: readonly Policy[]; readonly choices: Choices; readonly brought?: Brought; readonly habit?: FindingsHabit }
  | { readonly type: 'inherited-seen' }
  | { readonly type: 'failed'; readonly problem: Problem }
  /** The worker that held what is open is gone, with all that was written to it. */
  | { readonly type: 'lost' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'back' }
  | { readonly type: 'tab-chosen'; readonly tab: Tab }
  | { readonly type: 'board-changed'; readonly board: Partial<BoardState> }
  | { readonly type: 'community-toggled'; readonly community: number; readonly target?: string }
  /** Opened from elsewhere; `place` is where it stands in the matrix. */
  | { readonly type: 'community-shown'; readonly community: number; readonly place: number }
  | { readonly type: 'findings-changed'; readonly findings: Partial<FindingsState> }
  | { readonly type: 'group-toggled'; readonly group: string }
  | { readonly type: 'finding-chosen'; readonly finding: number; readonly group: string; readonly place: number }
  | { readonly type: 'selected'; readonly selection: Selection; readonly finding: number | null }
  | { readonly type: 'fill-changed'; readonly fill: Partial<FillState> }
  | { readonly type: 'fill-planned'; readonly plan: FillView }
  | { readonly type: 'proposed-changed'; readonly proposed: Partial<Preview> }
  /** Cells of the workbook changed; its verdicts follow. */
  | { readonly type: 'rewritten'; readonly opened: Opened }
  | { readonly type: 'writing-changed'; readonly writing: Partial<WritingState> }
  | { readonly type: 'workbook-changed' }
  | { readonly type: 'noticed'; readonly notice: Problem | null }

export const START: StartView = { at: 'start' }

const FRESH = {
  tab: 'board',
  board: { show: 'all', query: '', open: [], only: {}, most: PAGE },
  findings: { by: 'cause', severities: [], query: '', accepted: false, open: [], most: {}, current: null },
  fill: NO_FILL, proposed: NO_PREVIEW, writing: NOTHING_WRITTEN,
  busy: false, stale: false, selection: null, notice: null,
} as const satisfies Partial<ResultsView>

/** The results of a first check, as they open. */
export function resultsOf(opened: Opened, report: ShownReport, policies: readonly Policy[], choices: Choices = NO_CHOICES): ResultsView {
  // Where nothing was recognised there is no verdict to look at: what was looked for comes first.
  const useful = report.reading.tables.some(table => table.kind !== 'other')
  return { at: 'results', opened, report, policies, choices, brought: {}, inherited: 0, asked: report.questions, ...FRESH, tab: useful ? 'board' : 'recognised' }
}

/** The view after an event. An event that does not belong to the view leaves it as it is. */
export function next(view: View, event: Event): View {
  switch (event.type) {
    case 'read-started':
      return { at: 'reading', name: event.name, progress: null, step: 'cells', waiting: false, before: event.before ?? null }
    case 'read-progressed':
      return view.at === 'reading' ? { ...view, progress: event.progress, waiting: false } : view
    case 'read-waiting':
      return view.at === 'reading' ? { ...view, waiting: event.waiting } : view
    case 'check-started':
      if (view.at === 'reading') return { ...view, step: 'checking', waiting: false }
      return view.at === 'results' ? { ...view, busy: true } : view
    case 'checked':
      return checked(view, event)
    case 'settings-waiting':
      return view.at === 'start' ? { ...view, settings: event.name } : view
    case 'failed':
      if (view.at === 'reading' && view.before !== null) return { ...view.before, busy: false, notice: { ...event.problem, file: view.name } }
      return { at: 'failed', problem: event.problem, before: view.at === 'results' ? { ...view, busy: false } : view.at === 'failed' ? view.before : null }
    case 'lost':
      if (view.at === 'results') return { at: 'failed', problem: { code: view.writing.unsaved ? 'worker-lost-unsaved' : 'worker-lost', params: {} }, before: null }
      return view.at === 'reading' || view.at === 'failed' ? { ...view, before: null } : view
    case 'cancelled':
      return view.at === 'reading' ? view.before ?? START : view
    case 'back':
      return view.at === 'failed' ? view.before ?? START : view
    default:
      return view.at === 'results' ? nextResults(view, event) : view
  }
}

/** A re-check keeps the tab, filters and open rows: the person sees the same place with new numbers. */
function checked(view: View, event: Extract<Event, { type: 'checked' }>): ResultsView {
  const { opened, report, policies, choices } = event
  const fresh = resultsOf(opened, report, policies, choices)
  if (view.at !== 'results') {
    const { brought = {}, habit } = event
    const findings = { ...fresh.findings, ...habit }
    return { ...fresh, findings, brought, inherited: brought.browser === undefined ? 0 : decisionCount(brought.browser) }
  }
  return {
    ...fresh,
    brought: { ...view.brought, ...event.brought },
    inherited: view.inherited,
    tab: view.tab,
    selection: view.selection,
    board: view.board,
    asked: askedAfter(view.asked, report.questions, choices),
    findings: { ...view.findings, current: null },
    fill: afterCheck(view.fill, view.opened === opened),
    writing: { ...view.writing, refused: null },
    // The workbook was not read again: it is as stale as before.
    stale: view.opened === opened && view.stale,
  }
}

/** Questions keep their places: what was answered stays, and nothing slides under the pointer. */
function askedAfter(before: readonly Question[], now: readonly Question[], { mapping }: Choices): readonly Question[] {
  const open = new Map(now.map(question => [question.id, question])), answers = mapping.answers ?? {}
  const kept = before.flatMap(question => open.get(question.id) ?? (Object.hasOwn(answers, question.id) ? question : []))
  const known = new Set(before.map(({ id }) => id))
  return [...kept, ...now.filter(({ id }) => !known.has(id))]
}

function nextResults(view: ResultsView, event: Event): ResultsView {
  switch (event.type) {
    case 'tab-chosen':
      return { ...view, tab: event.tab, notice: null }
    case 'board-changed':
      return { ...view, board: { ...view.board, most: PAGE, ...event.board } }
    case 'community-toggled':
      return { ...view, board: { ...view.board, ...opened(view.board, event) } }
    case 'community-shown': {
      const { board } = view, { open, most } = board, { [event.community]: _target, ...only } = board.only
      const drawn = Math.max(most, Math.ceil((event.place + 1) / PAGE) * PAGE)
      return { ...view, tab: 'board', board: { ...board, most: drawn, only, open: open.includes(event.community) ? open : [...open, event.community] } }
    }
    case 'findings-changed':
      return { ...view, findings: { ...view.findings, ...event.findings } }
    case 'group-toggled':
      return { ...view, findings: { ...view.findings, open: toggled(view.findings.open, event.group) } }
    case 'finding-chosen': {
      const { open, most } = view.findings
      const drawn = Math.max(most[event.group] ?? PAGE, Math.ceil((event.place + 1) / PAGE) * PAGE)
      return {
        ...view, notice: null,
        findings: {
          ...view.findings, current: event.finding, accepted: view.report.findings[event.finding]?.accepted !== undefined,
          open: open.includes(event.group) ? open : [...open, event.group],
          most: { ...most, [event.group]: drawn },
        },
      }
    }
    case 'selected':
      return {
        ...view,
        selection: event.selection,
        findings: event.finding === null ? view.findings : { ...view.findings, current: event.finding },
      }
    case 'fill-changed':
      return { ...view, fill: { ...view.fill, ...event.fill } }
    case 'fill-planned':
      return { ...view, fill: planned(view.fill, event.plan) }
    case 'proposed-changed':
      return { ...view, proposed: { ...view.proposed, ...event.proposed } }
    case 'rewritten':
      return { ...view, opened: event.opened, fill: afterCheck(view.fill, false), proposed: NO_PREVIEW }
    case 'writing-changed':
      return { ...view, writing: { ...view.writing, ...event.writing } }
    case 'inherited-seen':
      return { ...view, inherited: 0 }
    case 'workbook-changed':
      return { ...view, stale: true }
    case 'noticed':
      return {
        ...view,
        notice: event.notice,
        busy: event.notice === null ? view.busy : false,
        fill: event.notice === null ? view.fill : { ...view.fill, busy: false },
        proposed: event.notice === null ? view.proposed : { ...view.proposed, busy: false },
        writing: event.notice === null ? view.writing : { ...view.writing, busy: false },
      }
    default:
      return view
  }
}

/** Something was written that no copy was saved of; while the workbook is read once more, too. */
export function hasUnsaved(view: View): boolean {
  const results = view.at === 'results' ? view : view.at === 'reading' || view.at === 'failed' ? view.before : null
  return results?.writing.unsaved === true
}

/** The same thing asked for again closes it; another target, or the whole, takes the place of what was open. */
function opened({ open, only }: BoardState, { community, target }: Extract<Event, { type: 'community-toggled' }>): Pick<BoardState, 'open' | 'only'> {
  const { [community]: before, ...others } = only, isOpen = open.includes(community)
  if (isOpen && before === target) return { open: open.filter(other => other !== community), only: others }
  return { open: isOpen ? open : [...open, community], only: target === undefined ? others : { ...others, [community]: target } }
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter(other => other !== item) : [...list, item]
}
