// The audit of a workbook that is read already, held against its reading.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { roster } from './rosters.mjs'

export async function auditedRows({ add, numbers, quick, seconds }) {
  const { module } = await runnerImport(fileURLToPath(new URL('./audited.ts', import.meta.url)), { configFile: false, logLevel: 'error' })
  numbers.audited = {}
  for (const size of quick ? [100_000] : [100_000, 1_000_000]) {
    const { reading, audit } = await module.audited(await roster(size)), share = audit / reading
    numbers.audited[size] = { readingMs: reading, auditMs: audit }
    add(`${size.toLocaleString('en')} rows × 12: audit after reading`, `${seconds(audit)}, ${share.toFixed(2)} × reading`, size === 1_000_000 ? '2 ×' : '', size === 1_000_000 ? share <= 2 : undefined)
  }
}
