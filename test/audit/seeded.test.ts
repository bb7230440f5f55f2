import type { Finding } from '../../src/core/finding'
import { audited, line } from './books'
import { faults, seededIn } from './seeded-faults'
import type { Seeded } from './seeded-faults'
import { layouts } from './seeded-layouts'

const seeded = layouts.flatMap(seededIn)

function isAt({ at }: Finding, { sheet, row, column }: Seeded): boolean {
  return at?.sheet === sheet && at.boxes.some(box => row >= box.top && row <= box.bottom && column >= box.left && column <= box.right)
}

function names({ evidence }: Finding, { expected }: Seeded): boolean {
  if (typeof expected !== 'number') return true
  return typeof evidence?.expected === 'number' && Math.abs(evidence.expected - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
}

describe('planted faults', () => {
  const results = seeded.map(fault => {
    const { findings } = audited(fault.sheets, fault.more), here = findings.filter(finding => isAt(finding, fault))
    return { fault, located: here.length > 0, right: here.some(finding => names(finding, fault)), others: findings.filter(finding => finding.severity !== 'info' && !here.includes(finding)).map(line) }
  })

  test('there are at least 40 kinds over at least 10 layouts, one fault a workbook', () => {
    expect(new Set(seeded.map(fault => fault.kind)).size).toBeGreaterThanOrEqual(40)
    expect(new Set(seeded.map(fault => fault.kind))).toEqual(new Set(faults.map(fault => fault.kind)))
    expect(layouts.length).toBeGreaterThanOrEqual(10)
  })

  test('at least 95 of 100 are found at their cell with the value that would be right', () => {
    const missed = results.filter(result => !result.right).map(result => result.fault.name)
    expect(missed.length).toBeLessThanOrEqual(0.05 * results.length)
  })

  test.each(faults.map(fault => fault.kind))('%s: not missed altogether', kind => {
    const own = results.filter(result => result.fault.kind === kind)
    expect(own.filter(result => result.right).length).toBeGreaterThan(own.length / 2)
  })

  test('other cells are hardly ever named at error or warning level', () => {
    expect(results.flatMap(result => result.others).length).toBeLessThanOrEqual(0.05 * results.length)
  })
})

test.each(layouts.map(layout => [layout.name, layout] as const))('the clean workbook %s has no error and no warning', (_name, layout) => {
  expect(audited(layout.sheets, layout.more).findings.filter(finding => finding.severity !== 'info').map(line)).toEqual([])
})
