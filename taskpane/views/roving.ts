import { useRef } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'

/**
 * One stop of the Tab key for a whole list or matrix; arrow keys, Home and End move inside.
 * Items are the elements with `data-row` and `data-column` below the container, in the order of the page.
 */
export function useRoving<T extends HTMLElement>(): {
  ref: RefObject<T>
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: FocusEvent) => void
} {
  const ref = useRef<T>(null)
  return {
    ref,
    onKeyDown(event) {
      const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
      if (from === null || from !== event.target || ref.current === null) return
      const to = target(ref.current, from, event.key, event.ctrlKey)
      if (to === null) return
      event.preventDefault()
      to.focus()
    },
    onFocus(event) {
      const item = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined ? event.target : null
      if (item === null || ref.current === null) return
      for (const other of ref.current.querySelectorAll<HTMLElement>('[data-row][tabindex="0"]')) other.tabIndex = -1
      item.tabIndex = 0
    },
  }
}

function target(container: HTMLElement, from: HTMLElement, key: string, whole: boolean): HTMLElement | null {
  const items = [...container.querySelectorAll<HTMLElement>('[data-row]')]
  const row = from.dataset['row'], column = from.dataset['column']
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft': {
      const line = items.filter(item => item.dataset['row'] === row)
      return line[line.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)] ?? null
    }
    case 'ArrowDown':
    case 'ArrowUp': {
      const file = items.filter(item => item.dataset['column'] === column)
      return file[file.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)] ?? null
    }
    case 'Home':
      return (whole ? items[0] : items.find(item => item.dataset['row'] === row)) ?? null
    case 'End':
      return (whole ? items.at(-1) : items.findLast(item => item.dataset['row'] === row)) ?? null
    default:
      return null
  }
}
