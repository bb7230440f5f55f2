import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { webDarkTheme, webLightTheme } from '@fluentui/tokens'
import type { Theme } from '@fluentui/tokens'
import type { Plugin } from 'vite'

/** The parts of Fluent that the pages take. */
const PARTS = ['react-button', 'react-message-bar', 'react-provider', 'react-tabster', 'react-aria', 'react-motion', 'react-link', 'react-switch', 'react-label', 'react-field', 'react-progress', 'react-dialog', 'react-motion-components-preview']
const TOKEN = /--([a-z][A-Za-z0-9]+)|tokens\.([a-z][A-Za-z0-9]+)/g

/**
 * Office's themes with those of their 459 tokens that the pages name: each page sets every token as a style, and carries the tables that all of them are
 * made from. A build that names a token which was left out fails.
 */
export function usedThemes(here: string): Plugin {
  const known = new Set(Object.keys(webLightTheme)), used = new Set<string>()
  const note = (text: string): void => {
    for (const [, variable, token] of text.matchAll(TOKEN)) if (known.has(variable ?? token ?? '')) used.add(variable ?? token ?? '')
  }
  const names = (theme: Theme): string => JSON.stringify(Object.fromEntries(Object.entries(theme).filter(([name]) => used.has(name))))
  return {
    name: 'used-themes',
    enforce: 'pre',
    load(id) {
      const isThemes = /[\\/]taskpane[\\/]fluent-themes\.ts$/.test(id), isTokens = /[\\/]@fluentui[\\/]tokens[\\/]lib[\\/]tokens\.js$/.test(id)
      if (!isThemes && !isTokens) return null
      const folders = [join(here, 'taskpane'), ...PARTS.map(part => join(here, 'node_modules/@fluentui', part, 'lib'))]
      if (used.size === 0) for (const folder of folders) for (const path of filesIn(folder)) note(readFileSync(path, 'utf8'))
      if (isTokens) return `export const tokens = ${JSON.stringify(Object.fromEntries([...used].map(name => [name, `var(--${name})`])))}`
      return `export const webLightTheme = ${names(webLightTheme)}\nexport const webDarkTheme = ${names(webDarkTheme)}`
    },
    generateBundle(_options, bundle) {
      if (used.size === 0) return
      for (const file of Object.values(bundle)) {
        const text = file.type === 'chunk' ? file.code : typeof file.source === 'string' ? file.source : ''
        for (const [, name = ''] of text.matchAll(/var\(--([a-z][A-Za-z0-9]+)/g)) {
          if (known.has(name) && !used.has(name)) this.error(`${file.fileName} names the token ${name}, which the themes leave out: see vite.themes.ts`)
        }
      }
    },
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile() && /\.(css|jsx?|tsx?|html)$/.test(each.name)).map(each => join(each.parentPath, each.name))
}
