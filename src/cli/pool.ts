import { fileURLToPath } from 'node:url'
import { Worker, parentPort, workerData } from 'node:worker_threads'
import { checkFile } from './check-file'
import type { FileResult, FileTask } from './check-file'
import { cliSay } from './words'

interface Job {
  readonly index: number
  readonly file: string
}

/**
 * Checks files in worker threads and hands the results over in the order of the files.
 * A worker that dies fails its own file alone and is replaced.
 */
export async function runPool(files: readonly string[], jobs: number, task: FileTask, write: (result: FileResult) => Promise<void>, onDone: (done: number) => void): Promise<void> {
  const results = new Map<number, FileResult>()
  let next = 0, written = 0, done = 0, writing = Promise.resolve()
  const finish = (index: number, result: FileResult): void => {
    results.set(index, result)
    onDone(++done)
    for (let ready = results.get(written); ready !== undefined; ready = results.get(written)) {
      const part = ready
      results.delete(written++)
      writing = writing.then(() => write(part))
    }
  }
  const lane = async (): Promise<void> => {
    let worker: Worker | null = null
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index] ?? ''
      worker ??= new Worker(fileURLToPath(import.meta.url), { workerData: task })
      const result = await runJob(worker, { index, file })
      if (result === null) worker = null
      finish(index, result ?? crashed(file, task))
    }
    await worker?.terminate()
  }
  await Promise.all(Array.from({ length: jobs }, lane))
  await writing
}

/** `null` when the worker died of it. */
function runJob(worker: Worker, job: Job): Promise<FileResult | null> {
  return new Promise(settle => {
    // Only these three are taken off again: Node hangs hooks of its own on a worker, and without them no further answer arrives.
    const end = (result: FileResult | null): void => {
      worker.off('message', answered).off('error', died).off('exit', died)
      settle(result)
    }
    const answered = (result: FileResult): void => end(result)
    const died = (): void => end(null)
    worker.on('message', answered).on('error', died).on('exit', died)
    worker.postMessage(job)
  })
}

function crashed(file: string, task: FileTask): FileResult {
  const message = cliSay('error-defect', task.language, { cause: 'worker' })
  const text = task.format === 'json' ? JSON.stringify({ file, error: { code: 'defect', message } }, null, 2) : task.format === 'ndjson' ? `${JSON.stringify({ file, error: { code: 'defect', message } })}\n` : `${file}: ${message}\n`
  return { pieces: [text], exit: 2, problem: `${file}: ${message}` }
}

/** The worker's side: one file after another. */
export function serveJobs(): void {
  const port = parentPort, task = workerData as FileTask
  port?.on('message', (job: Job) => {
    void checkFile(job.file, task).then(result => port.postMessage({ ...result, pieces: [...result.pieces] }))
  })
}
