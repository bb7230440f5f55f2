import { isMainThread } from 'node:worker_threads'
import { main } from './main'

if (isMainThread) process.exitCode = await main(process.argv.slice(2))
else (await import('./pool')).serveJobs()
