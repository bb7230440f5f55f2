import type { Judgement, UnitReport } from '../core/report'
import { quantity } from '../messages/quantity'
import { Drawing, SMALL } from './drawing'
import { VERDICT_SIGNS, widthOf } from './picture'
import type { Picture, PictureOptions } from './picture'
import { textWidth } from './text-size'
import { actualText, expectedText, verdictOf, word } from './words'

const ROW = 32, BAR = 8, TOP = 18
/** The track ends at one and a half times the target; a longer bar goes on beyond it. */
const FULL = 1.5

/**
 * How far each target is from being met, of one community or the whole: all targets stand on one line, whatever their units, and a bar is
 * the actual figure as a part of the target. A figure that is not known has an empty track, and the word for it.
 */
export function targetDistance(unit: Pick<UnitReport, 'judgements'>, options: PictureOptions): Picture {
  const { language } = options, width = widthOf(options), drawing = new Drawing(width, options.id)
  const { judgements } = unit, line = width / FULL, title = word('distance.title', language)
  if (judgements.length === 0) drawing.text(0, TOP, word('distance.none', language), { quiet: true })
  else drawing.text(line, 11, word('target', language), { size: SMALL, anchor: 'middle', quiet: true })
  for (const [index, judgement] of judgements.entries()) row(drawing, judgement, TOP + index * ROW, line, options)
  const end = TOP + Math.max(1, judgements.length) * ROW
  return {
    kind: 'target-distance', title, note: null,
    drawing: drawing.finish(end, title),
    table: {
      header: (['distance.column', 'distance.actual', 'distance.expected', 'distance.difference', 'distance.verdict'] as const).map(key => word(key, language)),
      rows: judgements.map(judgement => [
        judgement.target.title[language], actualText(judgement, language), expectedText(judgement, language),
        judgement.difference === null ? '' : quantity(judgement.difference, judgement.target.unit, language, 0), verdictOf(judgement.verdict, language),
      ]),
    },
  }
}

function row(drawing: Drawing, judgement: Judgement, y: number, line: number, { language }: PictureOptions): void {
  const { width } = drawing, { verdict, actual, expected, target } = judgement
  const value = [actualText(judgement, language), expectedText(judgement, language)].filter(part => part !== '').join(' / ')
  const wide = Math.min(textWidth(value, SMALL), width * 0.6), track = y + 16
  drawing.text(0, y + 12, VERDICT_SIGNS[verdict], { name: `verdict-${verdict}`, bold: true }).text(17, y + 12, target.title[language], { most: width - wide - 29 })
  drawing.text(width, y + 12, value, { size: SMALL, anchor: 'end', most: width * 0.6 })
  drawing.line(0, track + BAR, width, track + BAR, { quiet: true })
  const part = actual === null || expected === null || expected <= 0 || actual < 0 ? null : actual / expected
  if (part === null) drawing.line(0, track + BAR / 2, width, track + BAR / 2, { dash: true, quiet: true })
  else drawing.rect(0, track, Math.min(part, FULL) * line - (part > FULL ? 8 : 0), BAR, verdict === 'unknown' ? 'dots' : 'solid')
  if (part !== null && part > FULL) drawing.goesOn(width, track, BAR)
  if (expected !== null && expected > 0) drawing.line(line, track - 3, line, track + BAR + 3, { weight: 2 })
}
