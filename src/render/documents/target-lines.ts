import type { CellContent } from '../../core/cell'
import type { SheetLayout } from '../../core/change'
import type { TargetUnit } from '../../core/plan'
import type { Message } from '../../core/message'
import type { Judgement } from '../../core/report'
import { seenWord } from '../citations'
import { MARKS, verdictWord } from '../words'
import type { Speech } from './words'

/** Decimals that a figure of this unit always shows; the others have two where they are broken. */
export const DECIMALS: Readonly<Partial<Record<TargetUnit, string>>> = { share: '0.0%', year: '0.0' }
const SIGNS = { 'at-least': '"≥ "', 'at-most': '"≤ "', exactly: '' } as const

/** A number format with the unit behind it: the cell holds the bare number. */
function formatOf(unit: TargetUnit, value: number | null, words: string, sign = ''): string {
  const digits = DECIMALS[unit] ?? (value === null || Number.isInteger(value) ? '#,##0' : '#,##0.00')
  return `${sign}${digits}${unit === 'share' || words === '' ? '' : `"${words.replaceAll('"', '')}"`}`
}

/** Targets as rows of a sheet: 指标, 现状, 目标, 结论, 说明, 依据; the figures are bare numbers with their unit as the format. */
export function targetLines(
  judgements: readonly Judgement[],
  from: number,
  { say, language }: Speech,
  more: (judgement: Judgement) => string = () => '',
): { readonly rows: readonly CellContent[][]; readonly formats: NonNullable<SheetLayout['styles']> } {
  const formats = judgements.flatMap((judgement, index) => {
    const row = from + index, { target: { unit, comparison }, actual, expected } = judgement, words = unitWord(unit, say, ' ')
    return [
      { box: { top: row, left: 2, bottom: row, right: 2 }, style: { format: formatOf(unit, actual, words) } },
      { box: { top: row, left: 3, bottom: row, right: 3 }, style: { format: formatOf(unit, expected, words, SIGNS[comparison]) } },
    ]
  })
  const rows = judgements.map((judgement): CellContent[] => {
    const seen = seenWord(judgement.citation, language), told = [say(judgement.arithmetic), ...judgement.remarks.map(say), more(judgement)]
    return [
      judgement.target.title[language], judgement.actual, judgement.expected, `${MARKS[judgement.verdict]} ${say(verdictWord(judgement.verdict))}`,
      told.filter(part => part !== '').join(language === 'en' ? '; ' : '；'), `${judgement.citation?.clause ?? ''}${seen === '' ? '' : ` [${seen}]`}`,
    ]
  })
  return { rows, formats }
}

/** ㎡, after a space or bare; a share needs none. */
export function unitWord(unit: TargetUnit, say: (what: Message) => string, before = ''): string {
  const words = unit === 'share' ? '' : say({ key: `unit.${unit}`, params: {} }).trim()
  return words === '' ? '' : before + words
}

export function headOf(title: string, unit: string): string {
  return unit === '' ? title : `${title}（${unit}）`
}

