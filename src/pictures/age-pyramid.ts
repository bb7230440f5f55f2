import type { AgeBand, UnitReport } from '../core/report'
import type { Language } from '../core/message'
import { formatParam } from '../messages/format'
import { Drawing, LINE, SMALL } from './drawing'
import { widthOf } from './picture'
import type { Picture, PictureOptions } from './picture'
import { textWidth } from './text-size'
import { word } from './words'

const ROW = 19, TOP = 22, BAR = 13
/** Ages at the ends of the axis: the open bands are drawn as if they had five years too. */
const YOUNGEST = 20, OLDEST = 65

/**
 * The ages of the counted people in bands of five years, men to the left and women to the right, with lines at the mean and at the age that
 * the standard sets (45). Without any sex written the bars stand on one side.
 */
export function agePyramid(unit: Pick<UnitReport, 'ages' | 'headcount' | 'judgements'>, options: PictureOptions): Picture {
  const { language } = options, { ages, headcount } = unit, title = word('ages.title', language)
  const limit = unit.judgements.find(({ target }) => target.figure === 'average-age')?.expected ?? null
  const drawing = new Drawing(widthOf(options), options.id)
  const height = ages.length === 0 ? nothing(drawing, language) : bands(drawing, ages, headcount.averageAge, limit, language)
  const sexless = ages.some(({ unknown }) => unknown > 0)
  return {
    kind: 'age-pyramid', title,
    note: headcount.ageBlank > 0 && ages.length > 0 ? word('ages.left-out', language, { count: headcount.ageBlank }) : null,
    drawing: drawing.finish(height, title),
    table: {
      header: [word('ages.band', language), word('ages.male', language), word('ages.female', language), ...(sexless ? [word('ages.sex-unknown', language)] : []), word('ages.people', language)],
      rows: [
        ...ages.map(band => [bandWord(band, language), ...[band.male, band.female, ...(sexless ? [band.unknown] : []), total(band)].map(count => formatParam(count, 'count', language))]),
        ...(ages.length === 0 ? [] : [[word('ages.mean-row', language), ...(sexless ? ['', '', ''] : ['', '']), meanText(headcount.averageAge, limit, language)]]),
      ],
    },
  }
}

function meanText(mean: number | null, limit: number | null, language: Language): string {
  return mean === null ? word('unknown', language) : formatParam(mean, 'age', language, limit ?? undefined)
}

function total({ male, female, unknown }: AgeBand): number {
  return male + female + unknown
}

function bandWord({ from, to }: AgeBand, language: Language): string {
  return from === null ? word('ages.under', language, { to }) : to === null ? word('ages.over', language, { from }) : word('ages.between', language, { from, to })
}

function nothing(drawing: Drawing, language: Language): number {
  drawing.text(0, TOP, word('ages.none', language), { quiet: true })
  return TOP + LINE
}

/** @returns the height */
function bands(drawing: Drawing, ages: readonly AgeBand[], mean: number | null, limit: number | null, language: Language): number {
  const { width } = drawing, sides = ages.some(({ male, female }) => male + female > 0), sexless = ages.some(({ unknown }) => unknown > 0)
  const oldestFirst = [...ages].reverse(), names = Math.max(...ages.map(band => textWidth(bandWord(band, language), SMALL))) + 8
  const meanWord = mean === null ? '' : word('ages.mean', language, { age: mean, limit }), limitWord = limit === null ? '' : word('ages.limit', language, { limit })
  const lines = Math.max(textWidth(meanWord, SMALL), textWidth(limitWord, SMALL)) + 8
  const left = names, right = width - lines, axis = sides ? (left + right) / 2 : left
  const most = Math.max(1, ...ages.map(band => (sides ? Math.max(band.male, band.female + band.unknown) : total(band))))
  const room = (sides ? axis - left : right - left) - textWidth(formatParam(most, 'count', language), SMALL) - 6, unit = room / most
  if (sides) drawing.text(axis - 6, 13, word('ages.male', language), { size: SMALL, anchor: 'end' }).text(axis + 6, 13, word('ages.female', language), { size: SMALL })
  const counts: Spot[] = []
  const count = (x: number, foot: number, people: number, anchor: 'start' | 'end'): void => {
    const words = formatParam(people, 'count', language), wide = textWidth(words, SMALL)
    drawing.text(x, foot, words, { size: SMALL, anchor })
    counts.push({ from: (anchor === 'end' ? x - wide : x) - 2, to: (anchor === 'end' ? x : x + wide) + 2, top: foot - SMALL, bottom: foot + 3 })
  }
  for (const [index, band] of oldestFirst.entries()) {
    const y = TOP + index * ROW, foot = y + BAR - 3, rightCount = sides ? band.female + band.unknown : total(band)
    drawing.text(0, foot, bandWord(band, language), { size: SMALL })
    if (sides) {
      drawing.rect(axis - band.male * unit, y, band.male * unit, BAR, 'solid').rect(axis, y, band.female * unit, BAR, 'hatch').rect(axis + band.female * unit, y, band.unknown * unit, BAR, 'blank')
      if (band.male > 0) count(axis - band.male * unit - 4, foot, band.male, 'end')
    } else drawing.rect(axis, y, total(band) * unit, BAR, 'solid')
    if (rightCount > 0) count(axis + rightCount * unit + 4, foot, rightCount, 'start')
  }
  const end = TOP + ages.length * ROW
  const y = (age: number): number => {
    const below = (OLDEST - Math.min(OLDEST, Math.max(YOUNGEST, age))) / (OLDEST - YOUNGEST)
    return TOP + below * ages.length * ROW - (ROW - BAR) / 2
  }
  drawing.line(axis, TOP - 4, axis, end, { quiet: true })
  const meanY = mean === null ? null : y(mean), limitY = limit === null ? null : y(limit)
  if (meanY !== null) for (const [from, to] of pieces(left, right, meanY, counts)) drawing.line(from, meanY, to, meanY, { weight: 1.6 })
  if (limitY !== null)
    for (const [from, to] of pieces(left, right, limitY, counts)) drawing.line(from, limitY, to, limitY, { dash: true, weight: 1.3 })
  const feet = apart(meanY, limitY, end)
  if (feet.mean !== null) drawing.text(width, feet.mean, meanWord, { size: SMALL, anchor: 'end', bold: true })
  if (feet.limit !== null) drawing.text(width, feet.limit, limitWord, { size: SMALL, anchor: 'end' })
  if (!sides) return end + 2
  return drawing.legend(end, [['solid', word('ages.male', language)], ['hatch', word('ages.female', language)], ...(sexless ? [['blank', word('ages.sex-unknown', language)] as const] : [])])
}

interface Spot {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
}

/** A line in pieces, none of which crosses a number. */
function pieces(left: number, right: number, y: number, counts: readonly Spot[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let from = left
  for (const spot of counts.filter(({ top, bottom }) => top < y && y < bottom).sort((a, b) => a.from - b.from)) {
    if (spot.from > from) found.push([from, spot.from])
    from = Math.max(from, spot.to)
  }
  return from < right ? [...found, [from, right]] : found
}

/** The two words beside their lines, pushed apart where the lines are close. */
function apart(mean: number | null, limit: number | null, end: number): { readonly mean: number | null; readonly limit: number | null } {
  const least = TOP + 8, most = end - 2, gap = 14
  const foot = (y: number): number => Math.min(most, Math.max(least, y + 4))
  if (mean === null || limit === null) return { mean: mean === null ? null : foot(mean), limit: limit === null ? null : foot(limit) }
  if (Math.abs(mean - limit) >= gap) return { mean: foot(mean), limit: foot(limit) }
  const middle = Math.min(most - gap / 2, Math.max(least + gap / 2, (mean + limit) / 2 + 4)), up = mean <= limit
  return { mean: middle + (up ? -gap / 2 : gap / 2), limit: middle + (up ? gap / 2 : -gap / 2) }
}

