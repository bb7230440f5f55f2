import workerAddress from './checker.worker?worker&url'
import type { WorkerLike } from './checker'
import { onlyScript } from './only-script'

const address = onlyScript(workerAddress)

export function startWorker(): WorkerLike {
  return new Worker(address, { type: 'module', name: 'plancheck' })
}
