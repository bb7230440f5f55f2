import { ymd } from '../../core/day'
import type { Sex } from '../../core/reading'

/**
 * Retirement ages with their dates (domain.md 1.2; 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定, in force from 2025-01-01):
 * men 60, women 55 in posts of management and 50 as workers; who would have reached them from the given month on stays `step` months a month longer, up to `cap`.
 * The post is not told by a roster, so women have the later age.
 */
const MEN = { years: 60, first: 1965 * 12, step: 4, cap: 36 }
const WOMEN = { years: 55, first: 1970 * 12, step: 4, cap: 36 }

/** @returns yyyymmdd of the day on which somebody reaches the age, the month's last day where the month has no such day */
export function retirementDay(birth: number, sex: Sex): number {
  const { years, first, step, cap } = sex === 'female' ? WOMEN : MEN
  const year = Math.floor(birth / 10_000), month = Math.floor(birth / 100) % 100, born = year * 12 + month - 1
  const delay = born < first ? 0 : Math.min(cap, Math.floor((born - first) / step) + 1)
  const retires = born + years * 12 + delay
  return ymd(Math.floor(retires / 12), (retires % 12) + 1, birth % 100)
}
