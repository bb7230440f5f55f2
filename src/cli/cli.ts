import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { main } from './main'
import type { WholeRun } from './timeout'

const whole = isMainThread ? undefined : (workerData as { wholeRun?: WholeRun }).wholeRun
if (isMainThread) process.exitCode = await main(process.argv.slice(2))
else if (whole !== undefined) parentPort?.postMessage(await main(whole.list, whole.terminal))
else (await import('./pool')).serveJobs()
