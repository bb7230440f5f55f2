import './columns.css'
import { useEffect, useRef, useState } from 'react'
import { maskText } from '../../src/core/mask'
import { columnName } from '../../src/core/place'
import type { ColumnKey, ColumnReading, TableReading } from '../../src/core/reading'
import { columnWords } from '../../src/messages'
import { withColumn } from '../corrections'
import type { ScreenProps } from './screen'
import { KEYS_OF_KIND } from './table-words'
import { TrialResult } from './trial'
import type { Trial } from './trial'
import { useWords } from './words'

/** Rows that are looked at for values, and values that are shown of a column. */
const ROWS = 60, VALUES = 4

interface ColumnsProps extends ScreenProps {
  readonly table: TableReading
  readonly trial: Trial | null
  readonly onTry: (trial: Trial | null) => void
}

/** 各列: what each was taken for, some of its values, the way to it, and what another meaning would change before it is taken. */
export function Columns({ table, trial, onTry, view, act }: ColumnsProps) {
  const { tell } = useWords(), samples = useSamples(table, view, act)
  return (
    <>
      <h3>{tell('recognised.columns')}</h3>
      <ul className="columns">
        {table.columns.map(column => (
          <Column key={column.column} column={column} values={samples?.get(column.column) ?? null} tried={trial?.of === 'column' && trial.column === column.column ? trial : null} table={table} onTry={onTry} view={view} act={act} />
        ))}
      </ul>
    </>
  )
}

interface ColumnProps extends Omit<ColumnsProps, 'trial'> {
  readonly column: ColumnReading
  /** `null` until they have come. */
  readonly values: readonly string[] | null
  readonly tried: Extract<Trial, { of: 'column' }> | null
}

function Column({ column, values, tried, table, onTry, view, act }: ColumnProps) {
  const { tell, language } = useWords(), name = useColumnName(), select = useRef<HTMLSelectElement>(null)
  const key = tried === null ? column.key : tried.key, id = `column-${String(table.index)}-${String(column.column)}`
  const choose = (chosen: ColumnKey | null) => onTry(chosen === column.key ? null : { of: 'column', column: column.column, key: chosen })
  const go = () => {
    const { header, body } = table, box = { top: header.bottom, bottom: (body ?? header).bottom, left: column.column, right: column.column }
    act.goTo({ sheet: table.sheet, boxes: [box] })
  }
  const word = (each: ColumnKey) => columnWords[each][language]
  return (
    <li>
      <div className="pair">
        <span className="pair-name">
          <button type="button" className="link" id={id} title={tell('recognised.column.go')} onClick={go}>{name(column)}</button>
          {values !== null && <span className="samples-of quiet">{values.length === 0 ? tell('recognised.column.empty') : values.join(language === 'en' ? ', ' : '、')}</span>}
          {(column.by === 'values' || column.by === 'mapping') && <span className="quiet">{tell(`recognised.by.${column.by}`)}</span>}
        </span>
        <select ref={select} aria-labelledby={id} value={key ?? ''} onChange={event => choose(event.target.value === '' ? null : event.target.value as ColumnKey)}>
          <option value="">{tell('recognised.unused')}</option>
          {keysFor(table.kind, column.key).map(each => <option key={each} value={each}>{word(each)}</option>)}
        </select>
      </div>
      {tried !== null && (
        <TrialResult
          title={tried.key === null ? tell('trial.unused', { column: name(column) }) : tell('trial.column', { column: name(column), key: word(tried.key) })}
          notes={notesOf(column, tried.key, table).map(([note, each, other]) => tell(note, { key: word(each), column: other === null ? '' : name(other) }))}
          mapping={withColumn(view.choices.mapping, table, column.column, tried.key)}
          view={view}
          act={act}
          onDone={() => {
            onTry(null)
            select.current?.focus()
          }}
        />
      )}
    </li>
  )
}

function useColumnName(): (column: ColumnReading) => string {
  const { tell } = useWords()
  return ({ column, header }) => {
    const letter = columnName(column)
    return header === '' ? tell('recognised.column.plain', { letter }) : tell('recognised.column', { letter, header })
  }
}

/** Another column that gives its meaning up, and a meaning that is left without a column. */
function notesOf({ column, key: before }: ColumnReading, key: ColumnKey | null, { columns }: TableReading): readonly (readonly ['trial.takes' | 'trial.leaves', ColumnKey, ColumnReading | null])[] {
  const others = columns.filter(other => other.column !== column)
  const holder = key === null ? undefined : others.find(other => other.key === key)
  const isLeft = before !== null && before !== key && !others.some(other => other.key === before)
  return [...(key === null || holder === undefined ? [] : [['trial.takes', key, holder] as const]), ...(isLeft ? [['trial.leaves', before, null] as const] : [])]
}

function keysFor(kind: TableReading['kind'], own: ColumnKey | null): readonly ColumnKey[] {
  const keys = KEYS_OF_KIND[kind] ?? (Object.keys(columnWords) as ColumnKey[])
  return own === null || keys.includes(own) ? keys : [own, ...keys]
}

/** The first values of each column that differ, ids masked; `null` until they have come, and where the table's columns are no columns of the sheet. */
function useSamples(table: TableReading, { opened }: ScreenProps['view'], { rows }: ScreenProps['act']): ReadonlyMap<number, readonly string[]> | null {
  const [known, setKnown] = useState<{ readonly of: object; readonly samples: ReadonlyMap<number, readonly string[]> } | null>(null)
  const { body, sheet, columns, skipped, turned } = table
  useEffect(() => {
    const index = opened.sheets.findIndex(({ name }) => name === sheet)
    if (body === null || turned === true || index < 0) return
    let wanted = true
    const left = new Set(skipped.map(({ row }) => row))
    rows(index, body.top, Math.min(body.bottom, body.top + ROWS)).then(
      block => {
        const read = block.rows.filter((_, i) => !left.has(block.from + i))
        const of = (column: number) => [...new Set(read.map(({ texts }) => maskText((texts[column - 1] ?? '').trim())).filter(text => text !== ''))].slice(0, VALUES)
        if (wanted) setKnown({ of: columns, samples: new Map(columns.map(({ column }) => [column, of(column)])) })
      },
      // Without them the list is as good as it was.
      () => undefined,
    )
    return () => { wanted = false }
  }, [opened, sheet, body, columns, skipped, turned, rows])
  return known?.of === columns ? known.samples : null
}
