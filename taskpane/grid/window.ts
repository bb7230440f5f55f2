import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { SheetShape } from './sheet-shape'

/** The rows and columns in view, a few more on every side. */
export interface GridWindow {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const MORE_ROWS = 10
const MORE_COLUMNS = 3
const FIRST: GridWindow = { top: 1, bottom: 40, left: 1, right: 14 }

/** Follows scrolling and resizing; changes only when other rows or columns come into view. */
export function useWindow(scroller: RefObject<HTMLElement>, shape: SheetShape | null, head: number, gutter: number): GridWindow {
  const [view, setView] = useState(FIRST)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || shape === null) return
    const look = () => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element
      const seen: GridWindow = {
        top: Math.max(1, shape.rowAtPixel(scrollTop) - MORE_ROWS),
        bottom: Math.min(shape.rows, shape.rowAtPixel(scrollTop + Math.max(0, clientHeight - head)) + MORE_ROWS),
        left: Math.max(1, shape.columnAtPixel(scrollLeft) - MORE_COLUMNS),
        right: Math.min(shape.columns, shape.columnAtPixel(scrollLeft + Math.max(0, clientWidth - gutter)) + MORE_COLUMNS),
      }
      setView(before =>
        before.top === seen.top && before.bottom === seen.bottom && before.left === seen.left && before.right === seen.right
          ? before
          : seen,
      )
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller, shape, head, gutter])
  return view
}
