import { createHash } from 'node:crypto'
import { readdirSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** `.plancheck-HOST-PROCESS-RANDOM.tmp`: short whatever the target is called, and its maker can be asked after. */
export const DRAFT = /^\.plancheck-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\.tmp$/

export function draftName(random: string): string {
  return `.plancheck-${thisHost()}-${String(process.pid)}-${random}.tmp`
}

function thisHost(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
}

/** Its maker ran on this computer and is no more. Of a draft from another computer nobody here can tell. */
export function isLeftOver(name: string): boolean {
  const [, host, maker] = DRAFT.exec(name) ?? []
  if (host !== thisHost() || maker === undefined || Number(maker) === process.pid) return false
  try {
    process.kill(Number(maker), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Takes away what this very process has begun in a folder: when a part of it was ended from outside. */
export function removeOwnDrafts(folder: string): void {
  try {
    for (const name of readdirSync(folder)) if (Number(DRAFT.exec(name)?.[2]) === process.pid) unlinkSync(join(folder, name))
  } catch {
    // No such folder: nothing was begun in it.
  }
}
