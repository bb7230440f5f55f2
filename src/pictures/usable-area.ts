import type { Language } from '../core/message'
import type { UnitReport } from '../core/report'
import { formatParam } from '../messages/format'
import { Drawing, LINE, SMALL } from './drawing'
import { VERDICT_SIGNS, widthOf } from './picture'
import type { Picture, PictureOptions } from './picture'
import { textWidth } from './text-size'
import { verdictOf, word } from './words'

const ROW = 19, TOP = 24, BAR = 13
/** A page of the picture: more rows are no picture any more. */
const PER_PAGE = 25
/** Names that a sentence may list. */
const MOST_NAMES = 12

export interface UsableAreaOptions extends PictureOptions {
  /** Page of the picture, from 1. Left out: the worst are drawn and the rest is named. */
  readonly page?: number
  /** How many communities are drawn; default 25. */
  readonly most?: number
}

interface Row {
  readonly unit: UnitReport
  readonly label: string
  /** m2; `null`: not known, and never drawn as 0. */
  readonly usable: number | null
  /** m2 of it that is neither rented, borrowed nor to go. */
  readonly own: number
  readonly expected: number | null
  readonly difference: number | null
  readonly verdict: UnitReport['judgements'][number]['verdict']
}

/** How many pages the picture has. */
export function usableAreaPages(units: readonly UnitReport[], most = PER_PAGE): number {
  return Math.max(1, Math.ceil(rowsOf(units).length / most))
}

/** Usable area of each community's premises, the largest gap first, with the line of what the standard requires (200 m2). */
export function usableArea(units: readonly UnitReport[], options: UsableAreaOptions): Picture {
  const { language, most = PER_PAGE, page } = options, all = rowsOf(units), from = page === undefined ? 0 : (page - 1) * most
  const drawn = all.slice(from, from + most), rest = page === undefined ? all.slice(most) : []
  const pages = usableAreaPages(units, most)
  const title = word('area.title', language) + (page === undefined || pages === 1 ? '' : word('area.page', language, { page, pages }))
  const drawing = new Drawing(widthOf(options), options.id)
  const greatest = Math.max(0, ...all.map(({ usable }) => usable ?? 0))
  const height = drawn.length === 0 ? nothing(drawing, language) : bars(drawing, drawn, greatest, language)
  return {
    kind: 'usable-area', title,
    drawing: drawing.finish(height, title),
    note: rest.length === 0 ? null : word('area.rest', language, { drawn: drawn.length, count: rest.length, names: named(rest, language) }),
    table: {
      header: (['area.community', 'area.usable', 'area.own', 'area.gap', 'area.verdict'] as const).map(key => word(key, language)),
      rows: (page === undefined ? all : drawn).map(({ label, usable, own, difference, verdict }) => [
        label, usable === null ? (verdict === 'unknown' ? word('unknown', language) : '—') : formatParam(usable, 'area', language), usable === null ? '' : formatParam(own, 'area', language),
        difference === null ? '' : formatParam(difference, 'area', language, 0), verdictOf(verdict, language),
      ]),
    },
  }
}

function rowsOf(units: readonly UnitReport[]): Row[] {
  const rows = units.flatMap((unit): Row[] => {
    const judgement = unit.judgements.find(({ target }) => target.figure === 'usable-area')
    if (judgement === undefined) return []
    const usable = unit.premises?.usableArea ?? null
    const own = Math.min(usable ?? 0, unit.premises?.ownArea ?? 0), difference = usable === null ? null : judgement.difference
    return [{ unit, label: unit.label, usable, own, expected: judgement.expected, verdict: judgement.verdict, difference }]
  })
  const rank = ({ verdict }: Row): number => (verdict === 'missed' ? 0 : verdict === 'unknown' ? 1 : 2)
  return rows.sort((a, b) => rank(a) - rank(b) || (a.difference ?? 0) - (b.difference ?? 0))
}

function named(rest: readonly Row[], language: Language): string {
  const names = rest.slice(0, MOST_NAMES).map(({ label }) => label).join(language === 'en' ? ', ' : '、')
  return rest.length > MOST_NAMES ? word('area.rest-more', language, { names }) : names
}

function nothing(drawing: Drawing, language: Language): number {
  drawing.text(0, 16, word('area.none', language), { quiet: true })
  return LINE + 6
}

/** @returns the height */
function bars(drawing: Drawing, rows: readonly Row[], greatest: number, language: Language): number {
  const { width } = drawing, target = Math.max(0, ...rows.map(({ expected }) => expected ?? 0))
  const names = Math.min(width * 0.32, Math.max(...rows.map(({ label }) => textWidth(label, SMALL))) + 4), left = 17 + names
  const valueOf = ({ usable, difference }: Row): string => {
    const gap = difference !== null && difference < 0 ? ` (${formatParam(difference, 'area', language, 0)})` : ''
    return usable === null ? '' : formatParam(usable, 'area', language) + gap
  }
  const values = Math.max(...rows.map(row => textWidth(valueOf(row), SMALL))) + 6, room = width - left - values
  // One community of thousands of m2 must not flatten the others: its bar goes on.
  const full = Math.max(target * 1.1, Math.min(Math.max(greatest, 1), target === 0 ? Infinity : target * 3)), unit = room / full
  if (target > 0) {
    const label = `≥ ${formatParam(target, 'area', language)} ㎡`, half = textWidth(label, SMALL) / 2
    drawing.text(Math.min(left + target * unit, width - half), 12, label, { size: SMALL, anchor: 'middle' })
  }
  for (const [index, row] of rows.entries()) {
    const y = TOP + index * ROW, foot = y + BAR - 3, { usable, own } = row
    drawing.text(0, foot, VERDICT_SIGNS[row.verdict], { size: SMALL, bold: true, name: `verdict-${row.verdict}` }).text(17, foot, row.label, { size: SMALL, most: names - 4 })
    if (usable === null) {
      const built = row.unit.premises?.builtArea ?? null
      drawing.text(left + 4, foot, built === null ? word('unknown', language) : word('area.built', language, { built }), { size: SMALL, quiet: true, most: width - left - 4 })
      continue
    }
    const beyond = usable > full, end = beyond ? room - 8 : usable * unit, owned = Math.min(own * unit, end)
    drawing.rect(left, y, owned, BAR, 'solid').rect(left + owned, y, end - owned, BAR, 'hatch')
    if (beyond) drawing.goesOn(left + room, y, BAR)
    drawing.text(left + (beyond ? room : end) + 5, foot, valueOf(row), { size: SMALL })
  }
  const end = TOP + rows.length * ROW
  drawing.line(left, TOP - 4, left, end - 4, { quiet: true })
  if (target > 0) drawing.line(left + target * unit, TOP - 6, left + target * unit, end - 2, { dash: true, weight: 1.4 })
  return drawing.legend(end - 2, [['solid', word('area.own', language)], ['hatch', word('area.other', language)]])
}
