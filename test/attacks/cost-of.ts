import { readFileSync, writeFileSync } from 'node:fs'
import type { Cost } from '../cli/program'

/**
 * What an answer may cost: processor time in ms, memory in MB. The time is three times what docs/limits.md says of a quiet machine: where all
 * cores are busy the same work is charged two to three times as much.
 */
export const MOST: Cost = { processor: 15_000, memory: 600 }
/** What the program takes before it reads anything, in MB; in-process runs are measured from there. */
const EMPTY = 80

/**
 * Runs something within this process and tells what it cost: processor time, and the highest memory above that of its beginning, as if the
 * program had been empty before. Linux forgets the highest mark when asked; elsewhere only a new highest mark of the process is seen.
 */
export async function costOf(work: () => Promise<void> | void): Promise<Cost> {
  const before = restarted(), start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return { processor: (user + system) / 1000, memory: EMPTY + Math.max(0, highest() - before) }
}

/** Sets the mark back to what is held now. @returns MB */
function restarted(): number {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
  return highest()
}

function highest(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}
