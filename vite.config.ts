import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string }

/** Where the pane loads Microsoft's office.js from. The other clouds and closed networks set OFFICE_JS for a build of their own. */
const officeJs = process.env['OFFICE_JS'] ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'
const officeOrigin = /^https?:\/\//.test(officeJs) ? new URL(officeJs).origin : ''

/** Fills the one place where index.html names office.js, and the host in its content security policy. */
function officePlaces(): Plugin {
  return {
    name: 'office-places',
    transformIndexHtml: { order: 'pre', handler: html => html.replaceAll('%OFFICE_JS%', officeJs).replaceAll(' %OFFICE_ORIGIN%', officeOrigin === '' ? '' : ` ${officeOrigin}`) },
  }
}

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

export default defineConfig({
  root: join(here, 'taskpane'),
  // Relative addresses: the pages work in any folder of any static server.
  base: './',
  publicDir: false,
  assetsInclude: ['**/*.xlsx'],
  plugins: [react(), officePlaces(), samples()],
  define: { __VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  build: {
    outDir: join(here, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: { index: join(here, 'taskpane/index.html'), workbench: join(here, 'taskpane/workbench.html') } },
  },
})
