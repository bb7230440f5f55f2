import type { Language } from '../core/message'
import type { TargetUnit } from '../core/plan'
import { say } from '.'
import { formatParam } from './format'
import type { Format } from './format'

const FORMATS: Readonly<Record<TargetUnit, Format>> = {
  person: 'count', share: 'share', year: 'age', m2: 'area', room: 'count', community: 'count',
  'person-per-10000': 'number', 'm2-per-100-households': 'area', 'household-per-person': 'count', yuan: 'yuan', 'yuan-per-1000-households': 'yuan',
}

/** A value with its unit, never rounded onto or across `near`. A target such as 80% drops its needless decimals. */
export function quantity(value: number, unit: TargetUnit, language: Language, near?: number): string {
  const shown = formatParam(value, FORMATS[unit], language, near)
  const plain = near === undefined ? shown.replace(/\.0(?=%?$)/, '') : shown
  return unit === 'share' ? plain : plain + say({ key: `unit.${unit}`, params: {} }, language)
}
