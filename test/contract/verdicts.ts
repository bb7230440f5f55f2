import type { Verdict } from '../../src/core/verdict'
import type { Report } from '../../src/core/report'

/** Verdicts by community and target. */
export function verdictsOf(report: Report): ReadonlyMap<string, Verdict> {
  return new Map([report.overall, ...report.communities].flatMap(unit => unit.judgements.map(judgement => [`${unit.name} ${judgement.target.id}`, judgement.verdict] as const)))
}

/** Verdicts of the cells of the open workbook that are other ones than the file's; what is unknown there is not among them. */
export function differences(file: Report, cells: Report): string[] {
  const said = verdictsOf(file), found = verdictsOf(cells)
  return [...new Set([...said.keys(), ...found.keys()])].flatMap(key => {
    const a = said.get(key), b = found.get(key)
    return a === b || (a !== undefined && b === 'unknown') ? [] : [`${key}: ${String(a)} -> ${String(b)}`]
  })
}
