import { useEffect, useState } from 'react'

/** Settings that were downloaded before. */
export function isSettings(file: File): boolean {
  return /\.json$/i.test(file.name)
}

/**
 * Files dropped anywhere on the window open; the browser never leaves the page for them.
 * @param isSeen what is not seen takes none
 */
export function useDrop(onFiles: (...files: readonly File[]) => void, isSeen: boolean): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!isSeen) return
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => { if (event.relatedTarget === null) setOver(false) }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onFiles(...(event.dataTransfer?.files ?? []))
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [onFiles, isSeen])
  return over
}
