import type { Judgement, UnitReport } from '../core/report'

/** Most misses first, then most open ones; the sheet's own order otherwise. The one order of communities in the pane, the reports and the command line. */
export function worstFirst(units: readonly UnitReport[]): UnitReport[] {
  const count = (unit: UnitReport, verdict: Judgement['verdict']): number => unit.judgements.reduce((sum, judgement) => sum + (judgement.verdict === verdict ? 1 : 0), 0)
  const weight = new Map(units.map(unit => [unit, count(unit, 'missed') * 10_000 + count(unit, 'unknown') * 100 + count(unit, 'surplus')]))
  return [...units].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))
}
