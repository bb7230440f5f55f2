import type { SkipReason } from '../core/reading'
import { normalise } from '../vocabulary/normalise'
import type { rowLabel } from '../vocabulary/labels'
import type { SectionWords } from './section-words'

/** What one row is: data, or a reason to skip it; a section row also says what holds for the rows below it. */
export interface RowVerdict {
  readonly why: SkipReason | null
  /** What a section row says of the rows below it. */
  readonly section?: SectionWords
  /**
   * What the row ends. `group`: the innermost group above it (小计). `kind`: the people of one kind, and no community (正式人员小计). `all`: every group. `unless-numbered`: every group, unless the numbers of
   * the rows go on behind it. `lost`: it is not understood, and the rows below it belong to nobody until something tells.
   */
  readonly ends?: 'group' | 'kind' | 'all' | 'unless-numbered' | 'lost'
}

export const DATA: RowVerdict = { why: null }
const skip = (why: SkipReason, ends?: RowVerdict['ends']): RowVerdict => (ends === undefined ? { why } : { why, ends })
export const BLANK = skip('blank'), NUMBERED = skip('numbered-blank'), REPEATED = skip('repeated-header'), PAGE_TITLE = skip('title'), MARKS = skip('column-numbers'), EXAMPLE = skip('example')
export const KIND_TOTAL = skip('subtotal', 'kind')
const SUBTOTAL = skip('subtotal', 'group'), TOTAL = skip('total', 'all'), PAGE_TOTAL = skip('subtotal'), OF_WHICH = skip('subtotal')
export const NOTE = skip('note', 'unless-numbered'), SIGNATURE = skip('signature', 'unless-numbered'), UNIT_LINE = skip('unit-line', 'unless-numbered')
/** A heading that is not understood. */
export const UNKNOWN = skip('section', 'lost')

/** 男性小计 parts the people of a group and is not its end: nobody heads a group by sex. 女儿桥小计 is a place's. */
const OF_ONE_SEX = /^(?:其中[:：]?)?[男女](?:性|同志|干部|职工|员工|工作人员|人员|生)?(?:小计|合计|总计|共计)(?:\([^()]*\))?[:：]?(?:\d+[人名])?$/

/** 正式人员小计, 聘用制小计：4人: the people of one kind, wherever they are. */
const OF_ONE_KIND = /^(?:其中[:：]?)?(?:正式|在编|编制内|事业编?|聘用制?|聘任制?|合同制?|编外|临时|临聘|劳务派遣|公益性?岗位?|其[他它])(?:工作)?(?:人员|员工|职工|干部|工)?(?:小计|合计|共计)(?:\([^()]*\))?[:：]?(?:\d+[人名])?$/

/** What the first words of a row say of it; `null` when they say nothing. */
export function verdictOf(label: ReturnType<typeof rowLabel>, text: string): RowVerdict | null {
  switch (label) {
    case 'total': return TOTAL
    case 'subtotal': if (OF_ONE_KIND.test(normalise(text))) return KIND_TOTAL; return /页/.test(text) || OF_ONE_SEX.test(normalise(text)) ? PAGE_TOTAL : SUBTOTAL
    case 'of-which': return OF_WHICH
    case 'note': return NOTE
    case 'signature': return SIGNATURE
    case 'example': return EXAMPLE
    case 'unit-line': case 'as-of': case 'reporting-unit': return UNIT_LINE
    case null: return null
  }
}
