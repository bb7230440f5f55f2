import { act, renderHook, waitFor } from '@testing-library/react'
import { HostError } from '../../src/core/workbook'
import type { Snapshot } from '../../src/core/snapshot'
import type { ApplyResult, Workbook } from '../../src/core/workbook'
import { CheckerError } from '../../taskpane/checker-error'
import { Checker } from '../../taskpane/checker'
import type { Answer, Call, WorkerLike } from '../../taskpane/checker'
import { useSession } from '../../taskpane/session'
import type { LastWrite } from '../../taskpane/written'
import type { HostWorkbook } from '../../taskpane/source'
import type { Settings } from '../../taskpane/session'
import type { View } from '../../taskpane/state'
import { NO_CHOICES } from '../../taskpane/shown'
import type { Choices } from '../../taskpane/shown'
import { opened, report } from './fixture'

/** A checker whose worker answers each call by a function. */
function checkerOf(answers: (call: Call) => unknown): { checker: Checker; calls: Call[]; breaks: (() => void)[] } {
  const calls: Call[] = [], breaks: (() => void)[] = []
  const start = (): WorkerLike => {
    let ended = false
    let listener: (event: { readonly data: Answer }) => void = () => undefined
    return {
      postMessage(message) {
        const call = message as Call
        calls.push(call)
        queueMicrotask(() => {
          if (ended) return
          try {
            const value = answers(call)
            if (value !== PENDING) listener({ data: { id: call.id, value } })
          } catch (error) {
            if (!(error instanceof CheckerError)) throw error
            listener({ data: { id: call.id, error: { code: error.code, params: error.params } } })
          }
        })
      },
      addEventListener(type: string, heard: (event: never) => void) {
        if (type === 'message') listener = heard as typeof listener
        else breaks.push(heard as () => void)
      },
      terminate() { ended = true },
    }
  }
  return { checker: new Checker(start), calls, breaks }
}

const PENDING = Symbol('no answer yet')
const judged = { report, policies: [report.policy] }
const usual = (call: Call): unknown => (call.verb === 'check' ? judged : opened)

function settingsOf(choices: Choices = NO_CHOICES): Settings & { readonly kept: Choices[] } {
  const kept: Choices[] = []
  return { language: 'zh-CN', kept, keepLanguage: () => undefined, habit: { by: 'cause', severities: [] }, keepHabit: () => undefined, choicesFor: () => Promise.resolve(choices), keepChoices: (_name, chosen) => { kept.push(chosen); return Promise.resolve() } }
}

const file = { from: 'file', name: '示例.xlsx', bytes: () => Promise.resolve(new ArrayBuffer(4)) } as const

function start(answers: (call: Call) => unknown = usual, settings = settingsOf(), reveal = () => Promise.resolve(true)) {
  const { checker, calls, breaks } = checkerOf(answers)
  const options = { checker, settings, reveal }
  return { ...renderHook(() => useSession(options)), calls, settings, breaks }
}

test('a file is read, then checked with the choices kept for it', async () => {
  const choices = { ...NO_CHOICES, asOf: '2024-06-30' }
  const { result, calls } = start(usual, settingsOf(choices))
  act(() => result.current.open(file))
  expect(result.current.view).toMatchObject({ at: 'reading', name: '示例.xlsx' })
  await waitFor(() => expect(result.current.view.at).toBe('results'))
  expect(calls.map(({ verb }) => verb)).toEqual(['openFile', 'check'])
  expect(calls[1]?.args).toEqual([choices])
})

test('Excel\'s workbook is read on this side and handed over', async () => {
  const snapshot: Snapshot = { name: '本簿.xlsx', dateSystem: 1900, sheets: [], names: [], notices: [] }
  const workbook: Workbook = { read: () => Promise.resolve(snapshot), apply: () => Promise.reject(new Error('not here')) }
  const { result, calls } = start()
  act(() => result.current.open({ from: 'workbook', workbook }))
  await waitFor(() => expect(result.current.view.at).toBe('results'))
  expect(calls[0]).toMatchObject({ verb: 'openSnapshot', args: [snapshot] })
})

test('another day is judged at once, without reading, and kept for the workbook', async () => {
  const { result, calls, settings } = start()
  act(() => result.current.open(file))
  await waitFor(() => expect(result.current.view.at).toBe('results'))
  act(() => result.current.act.choose({ asOf: '2025-01-01' }))
  expect(result.current.view).toMatchObject({ at: 'results', busy: true })
  await waitFor(() => expect(result.current.view).toMatchObject({ busy: false }))
  expect(calls.map(({ verb }) => verb)).toEqual(['openFile', 'check', 'check'])
  expect(settings.kept).toEqual([{ ...NO_CHOICES, asOf: '2025-01-01' }])
})

test.each([
  ['the host names the reason', new CheckerError('encrypted'), { code: 'encrypted' }],
  ['something nobody foresaw keeps its words', new CheckerError('unexpected', { detail: 'boom' }), { code: 'unexpected', params: { detail: 'boom' } }],
])('a failure is shown with a way back: %s', async (_name, error, problem) => {
  const { result } = start(() => { throw error })
  act(() => result.current.open(file))
  await waitFor(() => expect(result.current.view).toMatchObject({ at: 'failed', problem }))
  expect(result.current.retry).not.toBeNull()
})

test('a file that the browser does not hand over is said so', async () => {
  const { result } = start()
  act(() => result.current.open({ ...file, bytes: () => Promise.reject(new Error('gone')) }))
  await waitFor(() => expect(result.current.view).toMatchObject({ at: 'failed', problem: { code: 'no-permission' } }))
})

test('cancelling comes back to the start, and a late answer changes nothing', async () => {
  let release: (snapshot: Snapshot) => void = () => undefined
  const workbook: Workbook = { read: () => new Promise(resolve => { release = resolve }), apply: () => Promise.reject(new Error('not here')) }
  const { result } = start()
  act(() => result.current.open({ from: 'workbook', workbook }))
  act(() => result.current.cancel())
  expect(result.current.view.at).toBe('start')
  await act(async () => { release({ name: 'a', dateSystem: 1900, sheets: [], names: [], notices: [] }); await Promise.resolve() })
  expect(result.current.view.at).toBe('start')
})

test('reading in Excel stops when it is cancelled', async () => {
  const workbook: Workbook = {
    read: options => new Promise((_resolve, reject) => {
      const look = setInterval(() => { if (options?.signal?.aborted === true) { clearInterval(look); reject(new HostError('cancelled')) } }, 1)
    }),
    apply: () => Promise.reject(new Error('not here')),
  }
  const { result } = start()
  act(() => result.current.open({ from: 'workbook', workbook }))
  act(() => result.current.cancel())
  await waitFor(() => expect(result.current.view.at).toBe('start'))
})

test('of two files opened one after the other only the second is shown', async () => {
  const { result } = start(call => (call.verb === 'check' ? judged : { ...opened, name: String(call.args[0]) }))
  act(() => {
    result.current.open(file)
    result.current.open({ ...file, name: '第二.xlsx' })
  })
  await waitFor(() => expect(result.current.view).toMatchObject({ at: 'results', opened: { name: '第二.xlsx' } }))
})

test('cells that cannot be shown are said beside the results', async () => {
  const { result } = start(usual, settingsOf(), () => Promise.resolve(false))
  act(() => result.current.open(file))
  await waitFor(() => expect(result.current.view.at).toBe('results'))
  act(() => result.current.act.goTo({ sheet: '隐藏表', boxes: [] }))
  await waitFor(() => expect(result.current.view).toMatchObject({ notice: { code: 'reveal', params: { sheet: '隐藏表' } } }))
})

test('a standard of one\'s own that is refused leaves the one in force', async () => {
  const { result } = start(call => {
    if (call.verb === 'readPolicy') throw new CheckerError('policy-invalid', { detail: 'targets[0]' })
    return usual(call)
  })
  act(() => result.current.open(file))
  await waitFor(() => expect(result.current.view.at).toBe('results'))
  act(() => result.current.act.ownPolicy({ name: 'own.json', text: () => Promise.resolve('{}') } as File))
  await waitFor(() => expect(result.current.view).toMatchObject({ at: 'results', busy: false, notice: { code: 'policy-invalid' } }))
})

describe('settings of the person\'s own', () => {
  const brought = { mapping: { answers: { q: 'a' } }, accepted: [{ check: 'target-missed', subject: '河南/college-share', reason: '在读', fingerprint: '0' }] }
  const reading = (call: Call): unknown => (call.verb === 'readSettings' ? brought : usual(call))
  const json = { name: '社区.设置.json', text: () => Promise.resolve('{}') } as File
  const withFiles = (answers: (call: Call) => unknown) => {
    const { checker, calls } = checkerOf(answers), settings = settingsOf({ ...NO_CHOICES, asOf: '2024-06-30' })
    const options = { checker, settings, reveal: () => Promise.resolve(true), settingsFiles: true }
    return { ...renderHook(() => useSession(options)), calls, settings }
  }

  test('they take the place of what was chosen; the day stays', async () => {
    const { result, calls, settings } = withFiles(reading)
    act(() => result.current.open(file))
    await waitFor(() => expect(result.current.view.at).toBe('results'))
    await act(() => result.current.act.settingsFile?.read(json) ?? Promise.resolve())
    await waitFor(() => expect(result.current.view).toMatchObject({ busy: false, choices: { asOf: '2024-06-30', ...brought } }))
    expect(calls.at(-1)).toMatchObject({ verb: 'check', args: [{ policy: null, asOf: '2024-06-30', ...brought }] })
    expect(settings.kept).toEqual([{ policy: null, asOf: '2024-06-30', ...brought }])
  })

  test('before a workbook is open they wait for it, once', async () => {
    const { result, calls } = withFiles(reading)
    await act(() => result.current.act.settingsFile?.read(json) ?? Promise.resolve())
    expect(result.current.view).toEqual({ at: 'start', settings: '社区.设置.json' })
    for (const expected of [brought, { mapping: {} }]) {
      act(() => result.current.open(file))
      await waitFor(() => expect(result.current.view.at).toBe('results'))
      expect(calls.findLast(({ verb }) => verb === 'check')?.args).toEqual([{ policy: null, asOf: '2024-06-30', ...expected }])
    }
  })

  test('wrong ones leave everything as it was, and say where', async () => {
    const { result } = withFiles(call => {
      if (call.verb === 'readSettings') throw new CheckerError('settings-invalid', { file: 'a.json', detail: 'accepted[0]' })
      return usual(call)
    })
    act(() => result.current.open(file))
    await waitFor(() => expect(result.current.view.at).toBe('results'))
    await act(() => result.current.act.settingsFile?.read(json) ?? Promise.resolve())
    expect(result.current.view).toMatchObject({ at: 'results', busy: false, notice: { code: 'settings-invalid' }, choices: { mapping: {} } })
  })

  test('inside Excel the workbook keeps them: no files', () => {
    expect(start().result.current.act.settingsFile).toBeUndefined()
  })
})

test('a check that never answers can be left by opening something else', async () => {
  let first = true
  const { result } = start(call => {
    if (call.verb === 'check' && first) {
      first = false
      return PENDING
    }
    return usual(call)
  })
  act(() => result.current.open(file))
  await waitFor(() => expect(result.current.view).toMatchObject({ step: 'checking' }))
  act(() => result.current.open(file))
  await waitFor(() => expect(result.current.view.at).toBe('results'))
})

const set = { kind: 'cell', sheet: '花名册', cell: 'C5', before: null, after: 1 } as const
const book: Snapshot = { name: '本簿.xlsx', dateSystem: 1900, sheets: [], names: [], notices: [] }

/** A host's workbook whose latest write another tool can change. */
function hostOf(answer: ApplyResult) {
  const listeners = new Set<() => void>(), asked: unknown[] = []
  let last: LastWrite | null = null
  const workbook: HostWorkbook = {
    read: () => Promise.resolve(book),
    apply: (changes, options) => { asked.push([changes.length, options?.what]); last = { id: 'f', what: 'fill', cells: 1 }; return Promise.resolve(answer) },
    get last() { return last },
    onWritten(listener) { listeners.add(listener); return () => listeners.delete(listener) },
    undo: options => { asked.push(options); return Promise.resolve(last?.id === options.id ? answer : null) },
  }
  return { workbook, asked, write: (wrote: LastWrite | null) => { last = wrote; for (const listener of listeners) listener() } }
}

const writingOf = ({ current: { view } }: { current: { view: View } }) => (view.at === 'results' ? view.writing : null)

test('a write in Excel is kept as a fill; what it left alone and what the host adds are told', async () => {
  const answer: ApplyResult = { outcome: 'applied', changes: 0, skipped: [{ change: set, why: 'skip.protected' }], notices: [{ key: 'notice.office-undo-short', params: {} }] }
  const { workbook, asked } = hostOf(answer), { result } = start(call => (call.verb === 'changes' ? [set] : usual(call)))
  act(() => result.current.open({ from: 'workbook', workbook }))
  await waitFor(() => expect(result.current.view.at).toBe('results'))
  act(() => result.current.act.writing.apply('fill'))
  await waitFor(() => expect(writingOf(result)?.done).not.toBeNull())
  expect(asked).toEqual([[1, 'fill']])
  expect(writingOf(result)).toMatchObject({ busy: false, refused: null, undo: { id: 'f' }, done: { cells: 0, sheets: 0, skipped: [{ place: { label: '花名册!C5' }, why: 'skip.protected' }], notices: [{ key: 'notice.office-undo-short' }] } })
})

test('a refused write leaves its conflicts, and the workbook is read again', async () => {
  const { workbook } = hostOf({ outcome: 'refused', conflicts: [{ change: set, found: 7, why: 'conflict.changed' }] }), { result, calls } = start(call => (call.verb === 'changes' ? [set] : usual(call)))
  act(() => result.current.open({ from: 'workbook', workbook }))
  await waitFor(() => expect(result.current.view.at).toBe('results'))
  act(() => result.current.act.writing.apply('fill'))
  await waitFor(() => expect(writingOf(result)?.refused).not.toBeNull())
  expect(writingOf(result)).toMatchObject({ done: null, refused: { of: 'fill', changes: [{ place: { sheet: '花名册', cell: 'C5' }, found: 7, before: null }] } })
  expect(result.current.view).toMatchObject({ busy: false })
  expect(calls.map(({ verb }) => verb)).toEqual(['openSnapshot', 'check', 'changes', 'openSnapshot', 'check'])
})

test('the undo follows the latest write of any tool, and takes back no other than it names', async () => {
  const { workbook, asked, write } = hostOf({ outcome: 'applied', changes: 1, skipped: [], notices: [] }), { result } = start()
  write({ id: 'f', what: 'fill', cells: 4 })
  act(() => result.current.open({ from: 'workbook', workbook }))
  await waitFor(() => expect(writingOf(result)?.undo).toMatchObject({ what: 'fill', cells: 4 }))
  act(() => write({ id: 'r', what: 'results', cells: 90 }))
  expect(writingOf(result)?.undo).toMatchObject({ what: 'results' })
  act(() => {
    // Written between the look at the button and the click.
    write({ id: 's', what: 'fill', cells: 2 })
    result.current.act.writing.undo()
  })
  await waitFor(() => expect(result.current.view).toMatchObject({ notice: { code: 'undo-gone' } }))
  expect(asked).toEqual([{ id: 'r' }])
  act(() => result.current.act.writing.undo())
  await waitFor(() => expect(writingOf(result)?.done).toMatchObject({ of: 'undo', cells: 2 }))
})

test('where the worker ends with a workbook in it the page says so, and the same file is opened again', async () => {
  const { result, breaks, calls } = start()
  act(() => { result.current.open(file) })
  await waitFor(() => { expect(result.current.view.at).toBe('results') })
  act(() => { breaks.at(-1)?.() })
  expect(result.current.view).toEqual({ at: 'failed', problem: { code: 'worker-lost', params: {} }, before: null })
  act(() => { result.current.retry?.() })
  await waitFor(() => { expect(result.current.view.at).toBe('results') })
  expect([breaks.length, calls.map(({ verb }) => verb)]).toEqual([2, ['openFile', 'check', 'openFile', 'check']])
})

test('where it ends while a file is read, that reading has failed', async () => {
  const { result, breaks } = start(call => (call.verb === 'check' ? PENDING : opened))
  act(() => { result.current.open(file) })
  await waitFor(() => { expect(result.current.view).toMatchObject({ at: 'reading', step: 'checking' }) })
  act(() => { breaks.at(-1)?.() })
  await waitFor(() => { expect(result.current.view).toMatchObject({ at: 'failed', problem: { code: 'worker-lost' } }) })
})
