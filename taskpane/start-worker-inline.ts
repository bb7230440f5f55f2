import type { WorkerLike } from './checker'
import { onlyScript } from './only-script'

let address: string | null = null

/** The page has this script alone, and its policy lets no other run. */
function ownAddress(): string {
  const own = document.scripts.item(0)?.textContent ?? ''
  return onlyScript(URL.createObjectURL(new Blob([own], { type: 'text/javascript' })))
}

/** Starts the page's own script once more, as the checker: a page opened by double click has no server to fetch another from. */
export function startWorker(): WorkerLike {
  address ??= ownAddress()
  return new Worker(address, { name: 'plancheck' })
}
