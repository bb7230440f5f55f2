import workerAddress from './checker.worker?worker&url'
import type { WorkerLike } from './checker'

/** Trusted Types, where the browser has them: the types of this compiler do not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string }
}

const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
// The one script address that this page may start, and no other.
const policy = trusted?.createPolicy('plancheck', {
  createScriptURL(address) {
    if (address !== workerAddress) throw new TypeError('only the checker may be started')
    return address
  },
})

export function startWorker(): WorkerLike {
  return new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module', name: 'plancheck' })
}
