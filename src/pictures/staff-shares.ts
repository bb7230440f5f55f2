import type { Language } from '../core/message'
import type { Headcount, UnitReport } from '../core/report'
import { formatParam } from '../messages/format'
import { quantity } from '../messages/quantity'
import { Drawing, LINE, SMALL } from './drawing'
import { VERDICT_SIGNS, widthOf } from './picture'
import type { Picture, PictureOptions } from './picture'
import { textWidth } from './text-size'
import { word } from './words'

const ROW = 40, BAR = 14, TOP = 4

interface Share {
  readonly label: string
  readonly has: number
  readonly blank: number
  /** The value in force, 0..1; `null`: the standard sets none. */
  readonly needed: number | null
  readonly sign: string
  readonly name: string
}

/** Who has a college diploma, and who is in the Party or the League, of the counted people: has it, left blank, has not; a line at what is required. */
export function staffShares(unit: Pick<UnitReport, 'headcount' | 'judgements'>, options: PictureOptions): Picture {
  const { language } = options, { headcount } = unit, { counted } = headcount, title = word('shares.title', language), width = widthOf(options)
  const shares = [share('college-share', 'shares.college', headcount.college, headcount.collegeBlank), share('party-league-share', 'shares.party', headcount.partyLeague, headcount.partyLeagueBlank)]
  const drawing = new Drawing(width, options.id)
  let end = TOP + LINE
  if (counted === 0) drawing.text(0, 16, word('shares.none', language), { quiet: true })
  else {
    for (const [index, each] of shares.entries()) row(drawing, each, headcount, TOP + index * ROW, language)
    const blank = shares.some(each => each.blank > 0)
    end = drawing.legend(TOP + shares.length * ROW, [['solid', word('shares.has', language)], ...(blank ? [['dots', word('shares.blank', language)] as const] : []), ['blank', word('shares.rest', language)]])
  }
  return {
    kind: 'staff-shares', title, note: null,
    drawing: drawing.finish(end, title),
    table: {
      header: ['', word('shares.has', language), word('shares.blank', language), word('shares.counted', language), word('shares.share', language), word('shares.needed', language)],
      rows: shares.map(({ label, has, blank, needed }) => [
        label, ...[has, blank, counted].map(count => formatParam(count, 'count', language)),
        counted === 0 ? word('unknown', language) : formatParam(has / counted, 'share', language, needed ?? undefined), needed === null ? '' : `≥ ${quantity(needed, 'share', language)}`,
      ]),
    },
  }

  function share(figure: string, label: 'shares.college' | 'shares.party', has: number, blank: number): Share {
    const judgement = unit.judgements.find(({ target }) => target.figure === figure)
    return {
      label: word(label, language), has, blank, needed: judgement?.expected ?? null,
      sign: judgement === undefined ? '' : VERDICT_SIGNS[judgement.verdict], name: `verdict-${judgement?.verdict ?? 'unknown'}`,
    }
  }
}

function row(drawing: Drawing, share: Share, { counted }: Headcount, y: number, language: Language): void {
  const { width } = drawing, { has, blank, needed } = share, part = (count: number): number => (count / counted) * (width - 1)
  const value = `${formatParam(has, 'count', language)}/${formatParam(counted, 'count', language)} = ${formatParam(has / counted, 'share', language, needed ?? undefined)}${needed === null ? '' : ` / ≥ ${quantity(needed, 'share', language)}`}`
  const wide = Math.min(textWidth(value, SMALL), width * 0.7)
  drawing.text(0, y + 12, share.sign, { name: share.name, bold: true }).text(share.sign === '' ? 0 : 17, y + 12, share.label, { most: width - wide - 29 })
  drawing.text(width, y + 12, value, { size: SMALL, anchor: 'end', most: width * 0.7 })
  drawing.rect(0.5, y + 17, width - 1, BAR, 'blank').rect(0.5, y + 17, part(has), BAR, 'solid').rect(0.5 + part(has), y + 17, part(blank), BAR, 'dots')
  if (needed !== null) drawing.line(0.5 + needed * (width - 1), y + 14, 0.5 + needed * (width - 1), y + 20 + BAR, { weight: 2 })
}
