import { normalise } from '../../vocabulary/normalise'
import { communityName } from '../../vocabulary/communities'
import { statedIn } from './column-numbers'
import { yearIn } from './year-in'
import { kindOf } from './lines'
import { columnMeaning, lineMeaning } from './meaning'
import type { OwnPlaces } from './places'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'

const MEASURED: ReadonlySet<string | null> = new Set(['persons', 'area', 'rate', 'collected', 'unit-cost', 'months', 'quantity', 'cumulative'])

/**
 * A table that has its measures in the rows (人数, 人均标准, 年经费) and kinds, communities or years in the columns is read with rows and
 * columns changed about: then the same arithmetic holds.
 */
export function turned(own: OwnTable, communities: ReadonlyMap<string, number>, places: OwnPlaces): OwnTable {
  const columns = own.columns.filter(column => column.meaning.measure !== 'text')
  const leaves = own.lines.filter(line => line.role === 'leaf')
  const across = leaves.map(line => columnMeaning([line.label], own.meaning, places))
  const measured = across.filter(meaning => MEASURED.has(meaning.measure)).length
  // A column that says itself what it measures stands as it is.
  if (columns.length < 2 || measured === 0 || columns.some(column => column.meaning.isSaid)) return own
  if (across.filter(meaning => meaning.measure !== null).length < leaves.length || own.lines.some(line => line.community >= 0)) return own
  const lines = columns.map((column): OwnLine => {
    const inner = column.levels.at(-1) ?? column.header, words = column.levels.join(' ')
    const year = yearIn(inner) ?? column.meaning.year,
      community = year === null ? (communities.get(communityName(inner).name) ?? -1) : -1
    return {
      row: column.column,
      label: words,
      role: column.meaning.total ?? 'leaf',
      parent: -1,
      isOfWhich: false,
      children: [],
      meaning: community >= 0 || yearIn(inner) !== null ? lineMeaning('', true, null, places) : lineMeaning(words, false, null, places),
      community,
      year: yearIn(inner),
      group: null,
    }
  })
  const measures = own.lines.map((line): OwnColumn => {
    const level = normalise(line.label), meaning = columnMeaning([line.label], own.meaning, places)
    return {
      column: line.row,
      header: line.label,
      levels: [level],
      meaning: line.role === 'leaf' ? meaning : { ...meaning, total: line.role, measure: meaning.measure ?? (own.meaning.unit?.of === 'money' ? 'amount' : null) },
      number: null,
      stated: statedIn(level),
    }
  })
  return { ...own, isTurned: true, lines, columns: measures, kind: kindOf(lines), labelColumn: own.table.header.bottom }
}
