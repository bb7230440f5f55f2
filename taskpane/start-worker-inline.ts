import code from 'virtual:checker-worker'
import type { WorkerLike } from './checker'
import { onlyScript } from './only-script'

const address = onlyScript(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))

/** Starts the checker from the page's own text: a page opened by double click has no server to fetch it from. */
export function startWorker(): WorkerLike {
  return new Worker(address, { name: 'plancheck' })
}
