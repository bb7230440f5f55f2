/** @jest-environment node */
import { CheckerError } from '../../taskpane/checker-error'
import { Checker } from '../../taskpane/checker'
import type { Answer, Call, WorkerLike } from '../../taskpane/checker'
import { HostError } from '../../src/core/workbook'
import { NO_CHOICES } from '../../taskpane/shown'

/** A worker whose answers the test gives by hand. */
class HandWorker implements WorkerLike {
  readonly calls: Call[] = []
  ended = false
  private readonly listeners: Record<string, (event: { readonly data: unknown }) => void> = {}

  postMessage(message: unknown): void { this.calls.push(message as Call) }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void { this.listeners[type] = listener }
  terminate(): void { this.ended = true }
  say(answer: Answer): void { this.listeners['message']?.({ data: answer }) }
  break(): void { this.listeners['error']?.({ data: null }) }
}

function workshop(): { checker: Checker; workers: HandWorker[]; last: () => HandWorker } {
  const workers: HandWorker[] = []
  const checker = new Checker(() => {
    const worker = new HandWorker()
    workers.push(worker)
    return worker
  })
  return { checker, workers, last: () => workers.at(-1) ?? new HandWorker() }
}

test('the worker starts with the first call and serves the next ones', async () => {
  const { checker, workers, last } = workshop()
  expect(workers).toHaveLength(0)
  const rows = checker.call('rows', [0, 1, 10]), cell = checker.call('cell', [0, 1, 1])
  expect(workers).toHaveLength(1)
  // Answers may come in any order.
  last().say({ id: 2, value: { content: 5, shown: '5' } })
  last().say({ id: 1, value: { from: 1, rows: [] } })
  expect(await rows).toEqual({ from: 1, rows: [] })
  expect(await cell).toEqual({ content: 5, shown: '5' })
})

test('a failure comes back as its code and words', async () => {
  const { checker, last } = workshop()
  const opening = checker.call('openFile', ['a.xls', new ArrayBuffer(0)])
  last().say({ id: 1, error: { code: 'xls-binary', params: { format: 'xls' } } })
  await expect(opening).rejects.toEqual(new CheckerError('xls-binary', { format: 'xls' }))
})

test('progress is passed on and ends with the answer', async () => {
  const { checker, last } = workshop()
  const heard: number[] = []
  const opening = checker.call('openFile', ['a.xlsx', new ArrayBuffer(0)], { onProgress: ({ share }) => heard.push(share) })
  const progress = (share: number): Answer => ({ id: 1, progress: { sheet: 'a', sheetNumber: 1, sheetCount: 1, share } })
  last().say(progress(0.2))
  last().say({ id: 1, value: { name: 'a.xlsx', sheets: [], notices: [] } })
  last().say(progress(0.9))
  await opening
  expect(heard).toEqual([0.2])
})

test('cancelling ends the worker at once, rejects what is under way, and the next call has a fresh one', async () => {
  const { checker, workers, last } = workshop()
  const checking = checker.call('check', [NO_CHOICES])
  checker.cancel()
  await expect(checking).rejects.toEqual(new HostError('cancelled'))
  expect(workers[0]?.ended).toBe(true)
  const again = checker.call('unitRows', [0])
  expect(workers).toHaveLength(2)
  // The old worker's last word comes too late.
  workers[0]?.say({ id: 2, value: 'old' })
  last().say({ id: 2, value: { people: [], premises: [], peopleLeftOut: 0 } })
  expect(await again).toEqual({ people: [], premises: [], peopleLeftOut: 0 })
})

test('cancelling nothing keeps the worker', () => {
  const { checker, workers } = workshop()
  checker.warm()
  checker.cancel()
  expect(workers[0]?.ended).toBe(false)
})

test('waiting for the worker to be ready is no work to cancel', async () => {
  const { checker, workers, last } = workshop()
  const ready = checker.call('ready', [])
  checker.cancel()
  expect(workers[0]?.ended).toBe(false)
  last().say({ id: 1, value: null })
  expect(await ready).toBeNull()
})

test('a worker that breaks is said so, not waited for', async () => {
  const { checker, last } = workshop()
  const checking = checker.call('check', [NO_CHOICES])
  last().break()
  await expect(checking).rejects.toMatchObject({ code: 'worker-failed' })
})

describe('a worker that does not come, or goes', () => {
  afterEach(() => { jest.useRealTimers() })

  test('one that never says a word is given up after a while, and the next call starts another', async () => {
    jest.useFakeTimers()
    const { checker, workers } = workshop()
    checker.warm()
    jest.advanceTimersByTime(600_000)
    const checking = checker.call('check', [NO_CHOICES])
    jest.advanceTimersByTime(19_000)
    expect(workers[0]?.ended).toBe(false)
    jest.advanceTimersByTime(2000)
    await expect(checking).rejects.toMatchObject({ code: 'worker-failed' })
    expect(workers[0]?.ended).toBe(true)
    void checker.call('rows', [0, 1, 1]).catch(() => undefined)
    expect(workers).toHaveLength(2)
  })

  test('one that said its first word may take as long as it needs', async () => {
    jest.useFakeTimers()
    const { checker, last } = workshop()
    const checking = checker.call('check', [NO_CHOICES])
    last().say({ awake: true })
    jest.advanceTimersByTime(3_600_000)
    last().say({ id: 1, value: 'late' })
    expect(await checking).toBe('late')
  })

  test('one that the browser refuses to make is a call that failed, whoever starts it', async () => {
    const checker = new Checker(() => { throw new Error('SecurityError') })
    expect(() => { checker.warm() }).not.toThrow()
    await expect(checker.call('check', [NO_CHOICES])).rejects.toMatchObject({ code: 'worker-failed' })
  })

  test('one that breaks at work is told to whoever shows what it held', async () => {
    const { checker, last, workers } = workshop()
    const lost = jest.fn(), end = checker.whenLost(lost)
    const checking = checker.call('check', [NO_CHOICES])
    last().say({ awake: true })
    last().break()
    await expect(checking).rejects.toMatchObject({ code: 'worker-lost' })
    expect(lost).toHaveBeenCalledTimes(1)
    end()
    const again = checker.call('check', [NO_CHOICES])
    last().break()
    await expect(again).rejects.toMatchObject({ code: 'worker-failed' })
    expect([lost.mock.calls.length, workers.length]).toEqual([1, 2])
  })

  /** One workbook is open, and another is being tried. */
  function another() {
    const shop = workshop(), lost = jest.fn(), { checker, workers } = shop
    checker.whenLost(lost)
    checker.warm()
    workers[0]?.say({ awake: true })
    checker.attempt()
    return { ...shop, lost, trying: checker.call('openFile', ['b.xlsx', new ArrayBuffer(0)]) }
  }

  test('a workbook that is closed ends its workers, the one that is tried and the one that is open, and tells nobody', async () => {
    const { checker, workers, lost, trying } = another()
    checker.close()
    await expect(trying).rejects.toMatchObject({ code: 'cancelled' })
    expect([workers.map(({ ended }) => ended), lost.mock.calls.length, checker.goBack()]).toEqual([[true, true], 0, false])
  })

  test('where another workbook is tried, only the end of the one that is open is told', async () => {
    const { checker, workers, last, lost, trying } = another()
    last().say({ awake: true })
    last().break()
    await expect(trying).rejects.toMatchObject({ code: 'worker-lost' })
    expect([lost.mock.calls.length, checker.goBack(), workers[0]?.ended]).toEqual([0, true, false])
    checker.attempt()
    const other = checker.call('openFile', ['c.xlsx', new ArrayBuffer(0)])
    workers[0]?.break()
    expect([lost.mock.calls.length, workers[0]?.ended]).toEqual([1, true])
    last().say({ id: 2, value: 'open' })
    expect([await other, checker.goBack()]).toEqual(['open', false])
  })
})
