import type { ValueNote } from '../core/reading'

/**
 * Every assumption that a reader of this folder may report, and how heavy it is: `assumed` is shown,
 * `open` may turn a verdict, `problem` could not be read. The sentences are in the catalogue under the same keys.
 */
export const VALUE_NOTES = {
  'value.code': 'open',
  'value.unknown-word': 'open',
  'value.two-values': 'assumed',
  'value.error': 'problem',
  'value.month-only': 'assumed',
  'value.year-only': 'open',
  'value.month-ambiguous': 'open',
  'value.two-digit-year': 'assumed',
  'value.birth-from-id': 'assumed',
  'value.date-impossible': 'problem',
  'value.date-unreadable': 'problem',
  'value.date-future': 'problem',
  'value.date-unlikely': 'problem',
  'value.day-unknown': 'assumed',
  'value.lunar-date': 'open',
  'value.age-unreadable': 'problem',
  'value.age-unlikely': 'problem',
  'value.age-about': 'open',
  'value.age-nominal': 'open',
  'value.age-fraction': 'assumed',
  'value.education-in-study': 'open',
  'value.education-in-study-beside': 'assumed',
  'value.education-not-finished': 'assumed',
  'value.education-equivalent': 'assumed',
  'value.education-or-above': 'assumed',
  'value.education-range': 'open',
  'value.education-tail': 'assumed',
  'value.education-mode-only': 'open',
  'value.education-none': 'assumed',
  'value.politics-league-unknown': 'open',
  'value.politics-date': 'assumed',
  'value.politics-two-values': 'open',
  'value.employment-conflict': 'open',
  'value.employment-option': 'open',
  'value.employment-position': 'open',
  'value.employment-undecided': 'open',
  'value.employment-cadre': 'open',
  'value.status-word-in-kind': 'assumed',
  'value.status-not-yet': 'assumed',
  'value.status-not-on-post': 'open',
  'value.tenure-two-values': 'open',
  'value.rooms-count-only': 'open',
  'value.rooms-part': 'open',
  'value.room-planned': 'open',
  'value.area-about': 'open',
  'value.area-range': 'open',
  'value.area-sum': 'assumed',
  'value.area-parts': 'assumed',
  'value.area-rooms': 'open',
  'value.area-land': 'open',
  'value.area-unit': 'assumed',
  'value.area-shared': 'open',
  'value.area-planned': 'open',
  'value.area-kind-inside': 'assumed',
  'value.area-unknown': 'open',
  'value.money-monthly': 'open',
  'value.money-about': 'open',
  'value.money-negative': 'assumed',
  'value.money-range': 'open',
} as const satisfies Readonly<Record<string, ValueNote['level']>>

export type ValueNoteKey = keyof typeof VALUE_NOTES

/** How heavy a note is; a key from elsewhere counts as `open`. */
export function noteLevel(key: string): ValueNote['level'] {
  return (VALUE_NOTES as Readonly<Record<string, ValueNote['level']>>)[key] ?? 'open'
}
