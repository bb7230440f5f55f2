import { HostError } from '../src/core/workbook'
import { CheckerError } from './checker-error'
import { STOP } from './checker'
import type { Answer, Call } from './checker'
import { Desk } from './desk'

/** The far end of `Checker`: takes calls one after the other and answers each. To be called once, in a worker. */
export function serveChecks(): void {
  let running = 0
  const send = (answer: Answer) => { postMessage(answer) }
  const desk = new Desk(progress => { send({ id: running, progress }) })
  send({ awake: true })
  const answer = async (call: Call): Promise<void> => {
    running = call.id
    try {
      send({ id: call.id, value: await perform(desk, call) })
    } catch (error) {
      if (error instanceof HostError || error instanceof CheckerError)
        send({ id: call.id, error: { code: error.code, params: error.params } })
      else if (isShortage(error)) send({ id: call.id, error: { code: 'out-of-memory', params: {} } })
      else send({ id: call.id, error: { code: 'unexpected', params: { detail: error instanceof Error ? error.message : String(error) } } })
    }
  }
  // A failure here is no news yet: the first check asks again and says so.
  let last: Promise<void> = desk.standards().then(() => undefined, () => undefined)
  addEventListener('message', ({ data }: MessageEvent<Call | typeof STOP>) => {
    if (data === STOP) desk.stop()
    else last = last.then(() => answer(data))
  })
}

/** An engine that has no memory left for one large piece says so by a range error, each in its own words. */
function isShortage(error: unknown): boolean {
  return error instanceof Error && /allocation (?:failed|size)|out of memory|invalid (?:typed )?(?:array|string) length/i.test(error.message)
}

function perform(desk: Desk, call: Call): unknown {
  switch (call.verb) {
    case 'ready': return desk.ready()
    case 'openFile': return desk.openFile(...call.args)
    case 'openBytes': return desk.openBytes(...call.args)
    case 'settleBytes': return desk.settleBytes(...call.args)
    case 'openSnapshot': return desk.openSnapshot(...call.args)
    case 'check': return desk.check(...call.args)
    case 'effects': return desk.effects(...call.args)
    case 'unitRows': return desk.unitRows(...call.args)
    case 'rows': return desk.rows(...call.args)
    case 'cell': return desk.cell(...call.args)
    case 'fill': return desk.fill(...call.args)
    case 'fix': return desk.fix(...call.args)
    case 'results': return desk.results(...call.args)
    case 'changes': return desk.changes(...call.args)
    case 'apply': return desk.apply(...call.args)
    case 'edit': return desk.edit(...call.args)
    case 'undo': return desk.undo()
    case 'documentSource': return desk.documentSource()
    case 'documentBook': return desk.documentBook(...call.args)
    case 'templateBook': return desk.templateBook(...call.args)
    case 'saveFile': return desk.saveFile()
    case 'readPolicy': return desk.readPolicy(...call.args)
    case 'readSettings': return desk.readSettings(...call.args)
  }
}
