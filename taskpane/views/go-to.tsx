import { areaCells } from '../../src/core/area'
import type { Area } from '../../src/core/area'
import { useWords } from './words'
import type { ScreenProps } from './screen'

/** As a person reads it: the sheet's name without quotes. */
export function cellsWord(area: Area): string {
  return `${area.sheet}!${areaCells(area) ?? ''}`
}

/** A way to cells of the sheet: a real button, named by where it goes. */
export function GoTo({ cells, act, short = false }: { cells: Area; act: Pick<ScreenProps['act'], 'goTo'>; short?: boolean }) {
  const { tell } = useWords()
  const shown = short ? areaCells(cells) : cellsWord(cells)
  return <button type="button" className="link" title={tell('unit.go', { cells: cellsWord(cells) })} onClick={() => act.goTo(cells)}>{shown}</button>
}
