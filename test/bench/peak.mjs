// Loaded before the measured program: tells its peak memory and its time on file descriptor 3 when it ends.
import { writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, JSON.stringify({ peakKilobytes: process.resourceUsage().maxRSS, ms: performance.now() })))
