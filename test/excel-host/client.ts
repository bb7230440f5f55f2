/** @jest-environment jsdom */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { HostMessages, frameName } from './messages'
import { readMetadata } from './metadata'
import type { EmulatedExcel } from './excel'
import type { ExcelRun } from '../../src/hosts/office/run'

/** Where the installed, unmodified office.js lies. */
export const OFFICE_DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist')

const HOST_ORIGIN = 'https://localhost'

declare global {
  // Seen by the client as its own window.
  interface Window { OSF?: unknown }
}

/**
 * Loads office.js for Excel on the web into this jsdom window and connects it to an emulated Excel by the message protocol:
 * `Office.onReady`, `Excel.run`, settings and events all run through the client's own code. Once a test file.
 * @returns a function that puts another emulated Excel behind the same client
 */
export async function connectClient(
  excel: EmulatedExcel,
  { debug = true }: { debug?: boolean } = {},
): Promise<(next: EmulatedExcel) => void> {
  let current = excel
  let messages = new HostMessages(current, { hostOrigin: HOST_ORIGIN })
  const deliver = (message: string) => {
    window.dispatchEvent(new MessageEvent('message', { data: message, origin: HOST_ORIGIN, source: parent as unknown as Window }))
  }
  const parent = {
    postMessage(message: string) {
      void messages.reply(message).then(reply => {
        if (reply !== null) deliver(reply)
      })
    },
  }
  messages.post = deliver
  Object.defineProperty(window, 'parent', { value: parent, configurable: true })
  // jsdom has no document.domain, which the client compares with the host's name.
  Object.defineProperty(document, 'domain', { value: 'localhost', configurable: true })
  window.name = frameName({ hostOrigin: HOST_ORIGIN })
  loadScripts(debug)
  await window.Office.onReady()
  const metadata = readMetadata(window.Excel)
  current.metadata = metadata
  return next => {
    current = next
    current.metadata = metadata
    messages = new HostMessages(current, { hostOrigin: HOST_ORIGIN })
    messages.post = deliver
  }
}

/** office.js adds the scripts of its host itself, by script elements; here they are read from the package. */
function loadScripts(debug: boolean): void {
  const original = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src')
  const run = (file: string) => { (0, eval)(readFileSync(join(OFFICE_DIST, file), 'utf8')) }
  const base = `${HOST_ORIGIN}/office/`
  Object.defineProperty(HTMLScriptElement.prototype, 'src', {
    configurable: true,
    get(this: HTMLScriptElement) { return original?.get?.call(this) as string },
    set(this: HTMLScriptElement, url: string) {
      this.setAttribute('data-src', url)
      if (!url.startsWith(base)) return
      setTimeout(() => {
        run(url.slice(base.length).split('?')[0] ?? '')
        this.onload?.(new Event('load'))
      }, 0)
    },
  })
  const self = document.createElement('script')
  Object.defineProperty(self, 'src', { value: `${base}office${debug ? '.debug' : ''}.js` })
  document.head.append(self)
  run(debug ? 'office.debug.js' : 'office.js')
}

/** Calls `Excel.run` of the loaded client, for the adapter's runner. */
export const clientRun: ExcelRun = (options, batch) => window.Excel.run(options, batch)
