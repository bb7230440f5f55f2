// Writes samples/*.xlsx anew from their descriptions: node test/workbooks/build-samples.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const here = name => fileURLToPath(new URL(name, import.meta.url))
const { module } = await runnerImport(here('./samples.ts'), { configFile: false, logLevel: 'error' })
mkdirSync(here('../../samples'), { recursive: true })
for (const [file, book] of Object.entries(module.SAMPLES)) {
  const bytes = module.workbook(book)
  writeFileSync(here(`../../samples/${file}`), bytes)
  console.log(`${file}  ${bytes.length} bytes`)
}
