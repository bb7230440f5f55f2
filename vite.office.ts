import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Where office.js comes from: Microsoft's servers, those of 21Vianet in China, or the server that holds our own pages. */
export type OfficeSource = 'cdn' | 'china' | 'self'

export const OFFICE_JS: Readonly<Record<OfficeSource, string>> = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: './office/office.js',
}

/** What a desktop Excel, Excel on the web and Excel on a Mac load of the library, and nothing for other programs. */
const OFFICE_FILES = [
  'office.js', 'o15apptofilemappingtable.js', 'excel-win32-16.00.js', 'excel-win32-16.01.js', 'excel-web-16.00.js', 'excel-mac-16.00.js', 'excel-ios-16.00.js',
  'zh-cn/office_strings.js', 'en-us/office_strings.js', 'telemetry/oteljs.js', 'telemetry/oteljs_agave.js',
]

/** The address in manifest.xml that stands for the server of a deployment. */
export const PLACEHOLDER = 'https://localhost:3000'

/** Hosts that may show the pane in a frame: Excel on the web. The desktop does not ask. */
export const FRAME_ANCESTORS = "'self' https://*.officeapps.live.com https://*.sharepoint.com https://*.sharepoint.cn https://*.partner.officewebapps.cn https://*.cloud.microsoft https://onedrive.live.com https://*.office.com https://teams.microsoft.com"

export interface OfficeBuild {
  readonly source: OfficeSource
  /** Address of the server that will hold the built pages, without a slash at the end. */
  readonly url: string
}

/**
 * What PLANCHECK_OFFICE (`cdn`, `china` or `self`) and PLANCHECK_URL ask for.
 * @throws an Error with a sentence when they do not make sense
 */
export function officeBuildOf(env: Readonly<Record<string, string | undefined>>): OfficeBuild {
  const source = env['PLANCHECK_OFFICE'] ?? 'cdn'
  if (source !== 'cdn' && source !== 'china' && source !== 'self') throw new Error(`PLANCHECK_OFFICE is "${source}"; it may be cdn, china or self.`)
  const url = (env['PLANCHECK_URL'] ?? PLACEHOLDER).replace(/\/+$/, '')
  if (!/^https:\/\/[^/]+/.test(url)) throw new Error(`PLANCHECK_URL is "${url}"; Office opens pages over https only, e.g. https://plancheck.example.org.`)
  return { source, url }
}

/** The policy for the page: nothing from anywhere but its own server, and office.js from where it comes. */
export function contentSecurityPolicy(source: OfficeSource): string {
  const office = source === 'self' ? '' : ` ${new URL(OFFICE_JS[source]).origin}`
  return `default-src 'none'; script-src 'self'${office}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'`
}

/** The manifest for a deployment: every address points to its server. */
export function manifestFor(manifest: string, url: string): string {
  return manifest.replaceAll(`${PLACEHOLDER}/`, `${url}/`).replace(/\n<!-- https:\/\/localhost:3000 stands[^>]*-->/, '')
}

/** Fills the places in index.html that name office.js, and puts manifest, icons, help page and server settings into the build. */
export function officePlaces({ source, url }: OfficeBuild = officeBuildOf(process.env)): Plugin {
  let outDir = ''
  return {
    name: 'office-places',
    configResolved(config) { outDir = resolve(config.root, config.build.outDir) },
    transformIndexHtml: {
      order: 'pre',
      handler: html => html.replace(/content="[^"]*%OFFICE_ORIGIN%[^"]*"/, `content="${contentSecurityPolicy(source)}"`).replaceAll('%OFFICE_JS%', OFFICE_JS[source]),
    },
    closeBundle() {
      if (!existsSync(outDir)) return
      writeFileSync(join(outDir, 'manifest.xml'), manifestFor(readFileSync(join(here, 'manifest.xml'), 'utf8'), url))
      mkdirSync(join(outDir, 'icons'), { recursive: true })
      for (const name of readdirSync(join(here, 'taskpane/icons'))) if (name.endsWith('.png')) copyFileSync(join(here, 'taskpane/icons', name), join(outDir, 'icons', name))
      copyFileSync(join(here, 'taskpane/help.html'), join(outDir, 'help.html'))
      for (const name of ['nginx.conf', 'web.config']) {
        const text = readFileSync(join(here, 'docs/admin', name), 'utf8')
        writeFileSync(join(outDir, name), text.replaceAll('%HOST%', new URL(url).hostname).replaceAll('%FRAME_ANCESTORS%', FRAME_ANCESTORS))
      }
      if (source === 'self') copyOffice(join(outDir, 'office'))
    },
  }
}

/** Copies office.js unmodified from the installed package, with its licence. */
function copyOffice(to: string): void {
  const from = join(here, 'node_modules/@microsoft/office-js')
  for (const file of OFFICE_FILES) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(from, 'dist', file), join(to, file))
  }
  cpSync(join(from, 'LICENSE.md'), join(to, 'LICENSE.md'))
}
