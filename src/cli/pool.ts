import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker, parentPort, workerData } from 'node:worker_threads'
import { say } from '../messages'
import { checkFile, failed } from './check-file'
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
export async function runPool(
  files: readonly string[],
  jobs: number,
  task: FileTask,
  write: (result: FileResult) => Promise<void>,
  onDone: (done: number) => void,
): Promise<void> {
  const results = new Map<number, FileResult>()
  let next = 0,
    written = 0,
    done = 0,
    writing = Promise.resolve()
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
      const result = await runJob(worker, { index, file }, task.seconds)
      if (result === 'died' || result === 'timeout') worker = null
      finish(
        index,
        result === 'died'
          ? await failed(file, 'defect', cliSay('error-defect', task.language, { cause: 'worker' }), task)
          : result === 'timeout'
            ? await failed(
                file,
                'timeout',
                say({ key: 'error.timeout', params: { file: basename(file), seconds: task.seconds } }, task.language),
                task,
              )
            : result,
      )
    }
    await worker?.terminate()
  }
  await Promise.all(Array.from({ length: jobs }, lane))
  await writing
}

/** One file's result; `died`: the worker did, of memory for example; `timeout`: it was ended. */
function runJob(worker: Worker, job: Job, seconds: number | null): Promise<FileResult | 'died' | 'timeout'> {
  return new Promise(settle => {
    let timer: NodeJS.Timeout | undefined
    // Only these three are taken off again: Node hangs hooks of its own on a worker, and without them no further answer arrives.
    const end = (result: FileResult | 'died' | 'timeout'): void => {
      clearTimeout(timer)
      worker.off('message', answered).off('error', died).off('exit', died)
      settle(result)
    }
    const answered = (result: FileResult): void => end(result)
    const died = (): void => end('died')
    worker.on('message', answered).on('error', died).on('exit', died)
    if (seconds !== null) {
      timer = setTimeout(() => {
        end('timeout')
        void worker.terminate()
      }, seconds * 1000)
    }
    worker.postMessage(job)
  })
}

/** The worker's side: one file after another. */
export function serveJobs(): void {
  const port = parentPort, task = workerData as FileTask
  port?.on('message', (job: Job) => {
    void checkFile(job.file, task).then(result => port.postMessage({ ...result, pieces: [...result.pieces] }))
  })
}
