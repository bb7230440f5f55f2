// Loaded before the program: writes down, as it ends, the processor time (ms) and the largest memory (MB) that it took.
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

const { PLANCHECK_COST } = process.env
if (isMainThread && PLANCHECK_COST !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeFileSync(PLANCHECK_COST, JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }))
  })
}
