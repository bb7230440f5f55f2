/** @jest-environment node */
import { Checker, CheckerError } from '../../taskpane/checker'
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
