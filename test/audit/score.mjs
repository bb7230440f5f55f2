import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

// The scorer runs over the sources as they stand: built into the cache, then called.
const here = dirname(fileURLToPath(import.meta.url)), root = join(here, '../..'), out = join(root, 'node_modules/.cache/audit-score')
await build({
  root, configFile: false, publicDir: false, logLevel: 'warn', ssr: { noExternal: true },
  build: { ssr: join(here, 'score-entry.ts'), outDir: out, target: 'node20', minify: false, rolldownOptions: { output: { format: 'es', entryFileNames: 'score.js', codeSplitting: false } } },
})
const { score } = await import(pathToFileURL(join(out, 'score.js')).href)
await score(process.argv.slice(2))
