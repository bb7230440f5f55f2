import type { CSSProperties } from 'react'
import type { Severity } from '../../src/core/finding'
import type { CellStyle } from '../../src/core/snapshot'

export interface CellProps {
  readonly id: string
  readonly text: string
  readonly kind: string
  readonly style: CellStyle | undefined
  readonly column: number
  readonly left: number
  readonly width: number
  readonly height: number
  readonly columnSpan: number
  readonly rowSpan: number
  /** Pixels of empty cells to the right that a text may run over. */
  readonly spill: number
  readonly active: boolean
  readonly chosen: boolean
  readonly mark: Severity | null
  /** The finding is about a run of cells and this is not its first. */
  readonly inRun: boolean
  /** The text is not there yet: a fill would write it. */
  readonly ghost: boolean
  readonly title: string | undefined
  readonly label: string
}

/** One drawn cell. Its look is the sheet's own; the mark of a finding is a corner with a shape for each severity. */
export function GridCell(props: CellProps) {
  const { style, kind, text } = props
  const align = style?.align ?? (kind === 'n' ? 'right' : kind === 'b' || kind === 'e' ? 'center' : 'left')
  const look: CSSProperties = {
    left: props.left, width: props.width, height: props.height, textAlign: align,
    ...(style?.fill === undefined ? {} : { background: style.fill, color: style.color ?? '#000000' }),
    ...(style?.fill === undefined && style?.color !== undefined ? { '--ink': style.color } : {}),
    ...(style?.bold === true ? { fontWeight: 600 } : {}),
    ...(style?.italic === true ? { fontStyle: 'italic' } : {}),
    ...(style?.size === undefined ? {} : { fontSize: `${Math.min(28, style.size * 1.2)}px` }),
  }
  const classes = ['cell']
  if (style?.border === true) classes.push('bordered')
  if (style?.wrap === true) classes.push('wrapped')
  if (style?.fill === undefined && style?.color !== undefined) classes.push('inked')
  if (props.columnSpan > 1 || props.rowSpan > 1) classes.push('merged')
  if (props.chosen) classes.push('chosen')
  if (props.active) classes.push('active')
  if (props.ghost) classes.push('ghost')
  if (props.mark !== null) classes.push(`${props.inRun ? 'run' : 'marked'}-${props.mark}`)
  const spills = props.spill > 0 && align === 'left'
  return (
    <div id={props.id} role="gridcell" className={classes.join(' ')} style={look} aria-colindex={props.column} aria-selected={props.active || props.chosen}
      aria-label={props.label === '' ? undefined : props.label} title={props.title} data-cell={props.column}
      {...(props.columnSpan > 1 ? { 'aria-colspan': props.columnSpan } : {})} {...(props.rowSpan > 1 ? { 'aria-rowspan': props.rowSpan } : {})}>
      <span className="cell-text" style={spills ? { maxInlineSize: props.width + props.spill - 6, position: 'relative', zIndex: 1 } : undefined}>{text}</span>
    </div>
  )
}
