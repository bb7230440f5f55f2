import type { LayoutStyle } from '../core/change'

/**
 * How our sheets look. One family of type, two sizes, thin grey lines; yellow is typed in, grey is calculated; it must also read well
 * in black and white, so every state has a word as well as a colour.
 */
const FONT = '微软雅黑'
const LINE = '#8c9aad'
const INK = '#1f2937'

export const COLOURS = {
  title: '#14315c',
  header: '#d9e4f2',
  section: '#edf2f9',
  input: '#fff9e0',
  formula: '#f3f4f6',
  total: '#e3ebf6',
  quiet: '#5b6776',
  bad: '#b3261e',
  badFill: '#fde7e5',
  good: '#1b6b3a',
  open: '#8a5200',
  openFill: '#fff0d9',
} as const

/** Colours of the tabs: reading matter, what is typed in, checks, budgets. */
export const TABS = { guide: '#7f8ea3', input: '#e0a800', check: '#2f6fb0', budget: '#2e7d4f' } as const

const cell: LayoutStyle = { format: 'General', font: FONT, size: 10, color: INK, border: true, borderColor: LINE, vertical: 'center' }

export const LOOKS = {
  plain: { format: 'General', font: FONT, size: 10, color: INK, vertical: 'center' },
  title: { format: 'General', font: FONT, size: 18, bold: true, color: COLOURS.title, align: 'center', vertical: 'center' },
  /** The line under the title: who, as of when, in which unit. */
  meta: { format: 'General', font: FONT, size: 10, color: INK, vertical: 'center' },
  metaRight: { format: 'General', font: FONT, size: 10, color: INK, align: 'right', vertical: 'center' },
  note: { format: 'General', font: FONT, size: 9, color: COLOURS.quiet, vertical: 'center', wrap: true },
  header: { ...cell, bold: true, fill: COLOURS.header, color: COLOURS.title, align: 'center', wrap: true },
  section: { ...cell, bold: true, fill: COLOURS.section, color: COLOURS.title, align: 'left', indent: 1 },
  label: { ...cell, fill: '#ffffff', align: 'left', indent: 1 },
  text: { ...cell, fill: '#ffffff', align: 'left', indent: 1, wrap: true },
  input: { ...cell, fill: COLOURS.input },
  formula: { ...cell, fill: COLOURS.formula },
  total: { ...cell, bold: true, fill: COLOURS.total },
} as const satisfies Readonly<Record<string, LayoutStyle>>

/** Numbers: at the right; the format keeps them off the line. */
export const NUMBERS = { align: 'right', indent: 0 } as const
/** Words and marks in the middle. */
export const MIDDLE = { align: 'center', indent: 0 } as const

export type Look = keyof typeof LOOKS

/** Numbers stand a little off the line at the right, words among them too; by the format, since indents at the right are drawn unevenly. */
function padded(format: string): string {
  return `${format}_);-${format}_);${format}_);@_)`
}

/** Number formats. A minus is red in no format: print is black and white. */
export const FORMATS = {
  text: '@',
  count: padded('#,##0'),
  countChange: '+#,##0;-#,##0;0',
  wan: padded('#,##0.00'),
  wanChange: '+#,##0.00_);-#,##0.00_);0.00_);@_)',
  yuan: padded('#,##0'),
  area: padded('#,##0.##'),
  share: '0.0%',
  shareChange: '+0.0%_);-0.0%_);0.0%_);@_)',
  age: '0.0',
  unitWan: padded('#,##0.0000'),
  day: 'yyyy-mm-dd',
  year: '0',
  coefficient: padded('0.00'),
} as const
