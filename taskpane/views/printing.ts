import { useEffect, useRef } from 'react'
import { NO_SOURCE } from '../../src/core/document-source'
import type { ResultsView } from '../state'
import type { Acts } from './screen'
import { useWords } from './words'

type Printer = typeof import('../print-document')

/**
 * Whatever way a person prints: the 核查报告 comes out, and not the screen. Ctrl+P waits for what the far side has to say; the browser's own
 * menu cannot wait, so what is here by then is printed.
 */
export function usePrinting(view: ResultsView, act: Acts): void {
  const { language } = useWords(), { report } = view
  const printer = useRef<Printer | null>(null)
  useEffect(() => {
    let isHere = true, take: (() => void) | null = null
    // Fetched while nothing else is to do.
    const fetchPrinter = () => import('../print-document').then(found => { if (isHere) printer.current = found }, () => undefined)
    const idle = setTimeout(() => void fetchPrinter(), 1500)
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      const ready = Promise.all([import('../print-document'), act.papers.source().catch(() => NO_SOURCE)])
      void ready.then(([{ printReport }, source]) => { printReport(report, source, language) }, () => undefined)
    }
    const before = () => {
      if (document.querySelector('.paper.for-print') === null) take = printer.current?.mountReport(report, NO_SOURCE, language) ?? null
    }
    const after = () => {
      take?.()
      take = null
    }
    addEventListener('keydown', onKey)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      isHere = false
      clearTimeout(idle)
      removeEventListener('keydown', onKey)
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [report, act, language])
}
