import { areaNamed } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import type { SheetSource } from '../../src/render/findings-sheet'

/** A finding whose sentence is the word. */
export function findingOf(cells: string, word: string, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'value-blank', severity: 'error', at: areaNamed('花名册', cells), related: [], subject: cells,
    message: { key: 'finding.noted', params: { what: word } }, evidence: null, fix: null, ...more,
  }
}

/** What a findings sheet is made of. */
export function sourceOf(findings: readonly Finding[]): SheetSource {
  const accepted = findings.filter(each => each.accepted !== undefined).length
  return {
    file: '花名册.xlsx', asOf: '2023-12-31', policy: { title: { 'zh-CN': '示例标准', en: 'Sample plan' } }, findings,
    counts: {
      met: 0, missed: 0, surplus: 0, unknown: 0, error: findings.length, warning: 0, info: 0, accepted, rowsRead: 1, rowsSkipped: 0,
    },
  }
}

/** Findings by their cells and their sentence. */
export function findingsReport(...findings: readonly (readonly [string, string])[]): SheetSource {
  return sourceOf(findings.map(([cells, word]) => findingOf(cells, word)))
}
