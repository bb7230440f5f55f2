import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { shipped } from './vite.shipped'

const here = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string }

/** Makes the file a program of its own. */
function executable(): Plugin {
  return { name: 'executable', writeBundle: ({ dir }) => chmodSync(join(dir ?? 'dist', 'cli.js'), 0o755) }
}

/** The command line as one file that needs nothing beside it but Node. */
export default defineConfig({
  root: here,
  publicDir: false,
  define: { PLANCHECK_VERSION: JSON.stringify(version) },
  ssr: { noExternal: true },
  plugins: [executable(), shipped(here, { name: 'plancheck', version })],
  build: {
    ssr: join(here, 'src/cli/cli.ts'),
    outDir: join(here, 'dist'),
    // The pages are built into the same folder first.
    emptyOutDir: false,
    target: 'node20',
    // Read anew at every start: half the text is half the time.
    minify: true,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'cli.js', codeSplitting: false, banner: '#!/usr/bin/env node' } },
  },
})
