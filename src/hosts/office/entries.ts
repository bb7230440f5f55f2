import { isCellError, isFormula } from '../../core/cell'
import type { CellContent } from '../../core/cell'
import type { CellWrite } from './cells'
import { needsText } from './needs-text'

const TEXT = '@'

/**
 * How a content goes into a cell so that Excel keeps it as it is. Text that Excel would take for something else gets the text format;
 * when the cell must end with another format (an undo), it gets a leading apostrophe instead, which Excel does not show.
 * A number or formula in a cell with the text format would become text: such a cell is set to `General`.
 * @param wantedFormat number format that the change asks for
 * @param standingFormat the one that the cell has
 */
export function entryFor(key: number, content: CellContent, wantedFormat: string | undefined, standingFormat: string): CellWrite {
  const format = wantedFormat ?? standingFormat
  if (content === null || content === '') return { key, entry: '', format: changed(format, standingFormat) }
  if (typeof content === 'string') {
    if (!needsText(content) || format === TEXT) return { key, entry: content, format: changed(format, standingFormat) }
    return wantedFormat === undefined ? { key, entry: content, format: TEXT } : { key, entry: `'${content}`, format: changed(format, standingFormat) }
  }
  const neutral = format === TEXT ? 'General' : format
  const entry = isFormula(content) ? content.formula : isCellError(content) ? content.error : content
  return { key, entry, format: changed(neutral, standingFormat) }
}

function changed(format: string, standing: string): string | null {
  return format === standing ? null : format
}
