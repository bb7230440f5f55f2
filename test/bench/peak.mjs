// Loaded before the measured program: tells its peak memory, its time and its processor time on file descriptor 3 when it ends.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, JSON.stringify({ peakKilobytes: process.resourceUsage().maxRSS, ms: performance.now(), cpuMs: (user + system) / 1000 }))
})
