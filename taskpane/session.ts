import { paperActs } from './paper-acts'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { Language } from '../src/core/message'
import type { Area } from '../src/core/area'
import type { WorkbookKey } from '../src/core/workbook-key'
import type { MappingFile } from '../src/policies/mapping-schema'
import type { Checker } from './checker'
import { useWritingActs } from './writing-acts'
import { useSettingsFiles } from './settings-acts'
import { NO_CHOICES } from './shown'
import type { Brought, Choices } from './shown'
import { START, next } from './state'
import type { FindingsHabit } from './list-state'
import type { Event, View } from './state'
import type { Acts } from './views/screen'
import { problemOf, isCancelled } from './problem'
import { read } from './source'
import type { Source } from './source'

/** What the person chose before, kept where the host keeps such things. Never personal data. */
export interface Settings {
  readonly language: Language
  keepLanguage(language: Language): void
  /** How the list of findings was last seen. */
  readonly habit: FindingsHabit
  keepHabit(habit: FindingsHabit): void
  choicesFor(workbook: WorkbookKey): Promise<Choices>
  keepChoices(workbook: WorkbookKey, choices: Choices): Promise<void>
}

export interface SessionOptions {
  readonly checker: Checker
  /** Shows cells in the sheet; answers whether it could. */
  readonly reveal: (cells: Area) => Promise<boolean>
  readonly settings: Settings
  readonly first?: View
  /** Choices can be saved and read as a file: where the workbook itself does not keep them. */
  readonly settingsFiles?: boolean
}

export interface Session {
  readonly view: View
  readonly language: Language
  readonly act: Acts
  speak(language: Language): void
  /** Reads and checks a workbook; what was open before is left. */
  open(source: Source): void
  cancel(): void
  /** Once more from the start, where there is something to start from. */
  readonly retry: (() => void) | null
}

/** The one hook with effects: everything else in the pane is data and drawing. */
export function useSession({ checker, reveal, settings, first = START, settingsFiles = false }: SessionOptions): Session {
  const [view, send] = useReducer(next, first)
  const [language, setLanguage] = useState(settings.language)
  const [source, setSource] = useState<Source | null>(null)
  const [tried, setTried] = useState<Source | null>(null)
  // Only the latest run may speak: an answer to an older question is dropped.
  const run = useRef(0)
  const live = useRef({ view, source })
  live.current = { view, source }

  const takeWaitingSettings = useRef<() => MappingFile | null>(() => null)

  const open = useCallback((wanted: Source) => {
    const { view: shown, source: held } = live.current
    // A file that is open, with all that was written to it, stays until the other one has been read.
    const before = held?.from === 'file' ? (shown.at === 'results' ? { ...shown, notice: null } : shown.at === 'reading' ? shown.before : null) : null
    setTried(wanted)
    const mine = ++run.current
    const current = () => run.current === mine
    const say = (event: Event) => { if (current()) send(event) }
    if (before === null) checker.cancel()
    else checker.attempt()
    send({ type: 'read-started', name: wanted.from === 'file' ? wanted.name : '', before })
    const work = async () => {
      const opened = await read(wanted, checker, current, say)
      if (!current()) return
      say({ type: 'check-started' })
      // What the file itself keeps goes before what this browser remembers of one like it. Excel is asked: its file may be older than its workbook.
      const inFile = wanted.from === 'file' ? opened.kept : null
      const kept = inFile ?? await settings.choicesFor(opened.key), brought = takeWaitingSettings.current()
      const from = inFile !== null || wanted.from === 'workbook' ? 'workbook' : 'browser'
      const choices = brought === null ? kept : { ...kept, ...brought }
      if (brought !== null) await settings.keepChoices(opened.key, choices)
      const { report, policies } = await checker.call('check', [choices])
      if (!current()) return
      checker.keep()
      setSource(wanted)
      live.current = { ...live.current, source: wanted }
      say({ type: 'checked', opened, report, policies, choices, habit: settings.habit, brought: { [from]: kept, ...(brought === null ? {} : { settings: { ...NO_CHOICES, ...brought } }) } })
    }
    work().catch((reason: unknown) => {
      if (!current()) return
      checker.goBack()
      say(isCancelled(reason) ? { type: 'cancelled' } : { type: 'failed', problem: problemOf(reason) })
    })
  }, [checker, settings])

  const judge = useCallback((choices: Choices, brought: Brought = {}) => {
    const shown = live.current.view
    if (shown.at !== 'results') return
    const mine = ++run.current
    const { opened } = shown
    send({ type: 'check-started' })
    const work = async () => {
      // Kept at once: a reading that starts before the verdict is in must not lose the choice. A standard of one's own lives for the visit.
      await settings.keepChoices(opened.key, typeof choices.policy === 'object' ? { ...choices, policy: null } : choices)
      const { report, policies } = await checker.call('check', [choices])
      if (run.current !== mine) return
      const now = live.current.view
      send({ type: 'checked', opened: now.at === 'results' ? now.opened : opened, report, policies, choices, brought })
    }
    work().catch((reason: unknown) => {
      if (run.current === mine && !isCancelled(reason)) send({ type: 'noticed', notice: problemOf(reason) })
    })
  }, [checker, settings])

  const seen = view.at === 'results' ? view.findings : null, by = seen?.by, severities = seen?.severities
  useEffect(() => {
    if (by !== undefined && severities !== undefined) settings.keepHabit({ by, severities })
  }, [by, severities, settings])

  // The undo names what it takes back, and another tool may have written since.
  const isShown = view.at === 'results', written = source?.from === 'workbook' ? source.workbook : null
  useEffect(() => {
    if (!isShown || written === null) return
    const tell = () => send({ type: 'writing-changed', writing: { undo: written.last ?? null } })
    tell()
    return written.onWritten?.(tell)
  }, [isShown, written])

  // Nothing that is shown can be asked about any more: the person opens it again, and a fresh worker reads it.
  useEffect(() => checker.whenLost(() => {
    if (live.current.view.at === 'results') run.current++
    send({ type: 'lost' })
  }), [checker])

  const writing = useWritingActs({ checker, live, run, send })
  const { acts: settingsFile, takeWaiting } = useSettingsFiles({ checker, live, language, send, judge })
  takeWaitingSettings.current = takeWaiting
  const act = useMemo<Acts>(() => ({
    send, writing, ...(settingsFiles ? { settingsFile } : {}),
    goTo(cells) {
      reveal(cells).then(
        shown => send({ type: 'noticed', notice: shown ? null : { code: 'reveal', params: { sheet: cells.sheet } } }),
        (reason: unknown) => send({ type: 'noticed', notice: problemOf(reason) }),
      )
    },
    choose(choices) {
      const shown = live.current.view
      if (shown.at === 'results') judge({ ...shown.choices, ...choices })
    },
    readAgain() {
      const { source: again, view: shown } = live.current
      if (again === null) return
      // A file does not change by itself, and what was written to it stays: it is judged again. Excel's workbook is read again.
      if (again.from === 'file' && shown.at === 'results') judge(shown.choices)
      else open(again)
    },
    papers: paperActs({ checker, live, language, send }),
    unitRows: community => checker.call('unitRows', [community]),
    rows: (sheet, from, to) => checker.call('rows', [sheet, from, to]),
    effects: without => checker.call('effects', [without]),
    ownPolicy(file) {
      const work = async () => {
        const policy = await checker.call('readPolicy', [file.name, await file.text(), language])
        const shown = live.current.view
        if (shown.at === 'results') judge({ ...shown.choices, policy })
      }
      work().catch((reason: unknown) => send({ type: 'noticed', notice: problemOf(reason) }))
    },
  }), [checker, writing, judge, language, open, reveal, settingsFile, settingsFiles])

  return {
    view, language, act, open,
    speak(chosen) {
      setLanguage(chosen)
      settings.keepLanguage(chosen)
    },
    cancel() {
      run.current++
      if (!checker.goBack()) checker.cancel()
      send({ type: 'cancelled' })
    },
    retry: tried === null ? null : () => open(tried),
  }
}
