import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { officePlaces } from './vite.office'
import { withoutExplanations } from './vite.explanations'
import { shipped } from './vite.shipped'
import { usedThemes } from './vite.themes'

const here = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string }

/** Copies the sample workbooks beside the pages, so that a person can also download them. */
function samples(): Plugin {
  let outDir = ''
  return {
    name: 'samples',
    configResolved(config) { outDir = resolve(config.root, config.build.outDir) },
    closeBundle() {
      const from = join(here, 'samples'), to = join(outDir, 'samples')
      if (!existsSync(from)) return
      mkdirSync(to, { recursive: true })
      for (const name of readdirSync(from)) if (name.endsWith('.xlsx')) copyFileSync(join(from, name), join(to, name))
    },
  }
}

const FIRST = /[\\/](?:src[\\/]core[\\/](?:area|day|mask|own-number|place|workbook)|src[\\/]messages[\\/]format|taskpane[\\/](?:download|problem|strings|today))\.ts$/

export default defineConfig({
  root: join(here, 'taskpane'),
  // Relative addresses: the pages work in any folder of any static server.
  base: './',
  publicDir: false,
  assetsInclude: ['**/*.xlsx'],
  plugins: [usedThemes(here), withoutExplanations(), react(), officePlaces(), samples(), shipped(here, { name: 'plancheck', version })],
  define: { __VERSION__: JSON.stringify(version) },
  worker: { format: 'es', plugins: () => [withoutExplanations()] },
  build: {
    outDir: join(here, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Small modules that the first paint needs come as one: each file costs a header and its own dictionary.
      output: { codeSplitting: { groups: [{ name: 'first', test: FIRST }] } },
      input: { index: join(here, 'taskpane/index.html'), workbench: join(here, 'taskpane/workbench.html') },
    },
  },
})
