import code from 'virtual:checker-worker'
import type { WorkerLike } from './checker'

/** Trusted Types, where the browser has them: the types of this compiler do not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string }
}

const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
// The one script address that this page may start, and no other.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('plancheck', {
  createScriptURL(wanted) {
    if (wanted !== address) throw new TypeError('only the checker may be started')
    return wanted
  },
})

/** Starts the checker from the page's own text: a page opened by double click has no server to fetch it from. */
export function startWorker(): WorkerLike {
  return new Worker(policy?.createScriptURL(address) ?? address, { name: 'plancheck' })
}
