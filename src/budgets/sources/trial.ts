import type { CellValue } from '../../core/cell'
import type { Workspace } from '../../formula/workspace'
import type { Candidate } from './count-formula'
import { textLiteral } from './source'

/** The first way of writing a formula whose value agrees with what was counted; `null` where none does. */
export function tryOut(
  workspace: Workspace,
  candidates: Iterable<Candidate>,
  label: string,
  agrees: (value: CellValue) => boolean,
): Candidate | null {
  for (const candidate of candidates) {
    const value = workspace.calculate(`=${candidate(textLiteral(label))}`, '', 1, 1)
    if (value !== undefined && agrees(value)) return candidate
  }
  return null
}

export function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
}
