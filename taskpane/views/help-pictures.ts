import type { Language } from '../../src/core/message'
import type { Verdict } from '../../src/core/verdict'
import { Drawing, SMALL } from '../../src/pictures/drawing'
import type { Element } from '../../src/pictures'
import { VERDICT_SIGNS } from '../../src/pictures/picture'
import { textWidth } from '../../src/pictures/text-size'
import { verdictOf } from '../../src/pictures/words'

const WIDTH = 300

/** The steps of the work, one box below the other, with what each gives. */
export function stepsPicture(steps: readonly (readonly [string, string])[], title: string): Element {
  const drawing = new Drawing(WIDTH, 'help-steps'), row = 44, box = 30
  const wide = Math.max(...steps.map(([name]) => textWidth(name, 12, true))) + 20
  for (const [index, [name, gives]] of steps.entries()) {
    const y = 2 + index * row
    drawing.rect(1, y, wide, box, 'blank').text(1 + wide / 2, y + 19, name, { anchor: 'middle', bold: true })
    drawing.text(wide + 12, y + 19, gives, { size: SMALL, most: WIDTH - wide - 12 })
    if (index < steps.length - 1) drawing.line(1 + wide / 2, y + box, 1 + wide / 2, y + row).text(wide / 2 - 4, y + row, '▾', { size: SMALL })
  }
  return drawing.finish(steps.length * row - 8, title)
}

/** The four verdicts as they stand in the matrix, each with its sign, its word and an example of a bar. */
export function verdictsPicture(language: Language, title: string): Element {
  const drawing = new Drawing(WIDTH, 'help-verdicts'), row = 26, left = 96, target = left + 120
  const shown: readonly (readonly [Verdict, number | null])[] = [['met', 126], ['missed', 70], ['surplus', 168], ['unknown', null]]
  for (const [index, [verdict, length]] of shown.entries()) {
    const y = 4 + index * row
    drawing.text(0, y + 13, VERDICT_SIGNS[verdict], { bold: true, name: `verdict-${verdict}` }).text(20, y + 13, verdictOf(verdict, language))
    if (length === null) drawing.line(left, y + 9, WIDTH - 8, y + 9, { dash: true, quiet: true })
    else drawing.rect(left, y + 4, length, 10, 'solid')
    drawing.line(target, y, target, y + 18, { weight: 2 })
  }
  return drawing.finish(shown.length * row + 6, title)
}
