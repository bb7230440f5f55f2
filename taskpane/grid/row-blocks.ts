import { useEffect, useReducer, useRef } from 'react'
import type { Checker } from '../checker'
import type { Opened, ShownRow } from '../shown'

const BLOCK = 128

interface Blocks {
  readonly opened: Opened
  readonly sheet: number
  readonly rows: Map<number, readonly ShownRow[]>
  /** Blocks that are here, or on their way, in the state of the workbook that is shown. */
  readonly asked: Set<number>
}

/**
 * The rows in view, fetched from the worker in blocks and kept. A row that has not come yet is `undefined`.
 * Only the blocks in view are asked for: a flight through the sheet leaves no queue behind it. After an edit the rows of before stay until
 * the new ones are here, so that nothing flickers.
 */
export function useRowBlocks(
  checker: Checker,
  opened: Opened,
  sheet: number,
  top: number,
  bottom: number,
): (row: number) => ShownRow | undefined {
  const kept = useRef<Blocks>({ opened, sheet, rows: new Map(), asked: new Set() })
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const { current } = kept
  if (current.opened !== opened || current.sheet !== sheet) {
    const isSame =
      current.sheet === sheet && current.opened.name === opened.name && current.opened.sheets[sheet]?.name === opened.sheets[sheet]?.name
    kept.current = { opened, sheet, rows: isSame ? new Map(current.rows) : new Map(), asked: new Set() }
  }
  const first = Math.floor((top - 1) / BLOCK), last = Math.floor((bottom - 1) / BLOCK)
  useEffect(() => {
    const blocks = kept.current
    for (let block = first; block <= last; block++) {
      if (blocks.asked.has(block)) continue
      blocks.asked.add(block)
      checker.call('rows', [sheet, block * BLOCK + 1, (block + 1) * BLOCK]).then(
        ({ rows }) => {
          blocks.rows.set(block, rows)
          if (kept.current === blocks) redraw()
        },
        // Cancelled by the next read: the block is asked for again when it is drawn again.
        () => { blocks.asked.delete(block) },
      )
    }
  }, [checker, opened, sheet, first, last])
  return row => kept.current.rows.get(Math.floor((row - 1) / BLOCK))?.[(row - 1) % BLOCK]
}
