import { audit } from '../../src/audit'
import { readWorkbookFile } from '../../src/hosts/xlsx/node'
import { readSnapshot } from '../../src/read'

/** Milliseconds of reading a file, and of the audit of what was read. */
export async function audited(path: string): Promise<{ readonly reading: number; readonly audit: number }> {
  const start = performance.now(), snapshot = await readWorkbookFile(path), reading = readSnapshot(snapshot), read = performance.now()
  audit(snapshot, reading)
  return { reading: read - start, audit: performance.now() - read }
}
