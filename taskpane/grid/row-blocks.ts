import { useEffect, useReducer, useRef } from 'react'
import type { Checker } from '../checker'
import type { Opened, ShownRow } from '../shown'

const BLOCK = 128

/**
 * The rows in view, fetched from the worker in blocks and kept. A row that has not come yet is `undefined`.
 * Only the blocks in view are asked for: a flight through the sheet leaves no queue behind it.
 */
export function useRowBlocks(
  checker: Checker,
  opened: Opened,
  sheet: number,
  top: number,
  bottom: number,
): (row: number) => ShownRow | undefined {
  const kept = useRef(new Map<number, readonly ShownRow[] | null>())
  const of = useRef({ opened, sheet })
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  if (of.current.opened !== opened || of.current.sheet !== sheet) {
    of.current = { opened, sheet }
    kept.current = new Map()
  }
  const first = Math.floor((top - 1) / BLOCK),
    last = Math.floor((bottom - 1) / BLOCK)
  useEffect(() => {
    const blocks = kept.current
    for (let block = first; block <= last; block++) {
      if (blocks.has(block)) continue
      blocks.set(block, null)
      checker.call('rows', [sheet, block * BLOCK + 1, (block + 1) * BLOCK]).then(
        ({ rows }) => {
          blocks.set(block, rows)
          if (kept.current === blocks) redraw()
        },
        // Cancelled by the next read: the block is asked for again when it is drawn again.
        () => {
          blocks.delete(block)
        },
      )
    }
  }, [checker, opened, sheet, first, last])
  return row => kept.current.get(Math.floor((row - 1) / BLOCK))?.[(row - 1) % BLOCK]
}
