import './fill.css'
import { areaNamed } from '../../src/core/area'
import { isFormula } from '../../src/core/cell'
import { parseBox } from '../../src/core/place'
import { say } from '../../src/messages'
import { cellText } from '../cell-text'
import { toggleLine, toggleSheet } from '../preview'
import type { Preview, PreviewChange } from '../preview'
import type { ProposedCell, ProposedSheet } from '../proposal-view'
import { PAGE } from '../list-state'
import { contentText, useFillWords } from './fill-words'
import type { ScreenProps } from './screen'
import { GoTo } from './go-to'

export interface ProposedProps extends ScreenProps {
  readonly preview: Preview
  readonly change: (change: PreviewChange) => void
}

/** What would be written, sheet by sheet and cell by cell: before, after, and why on demand; each sheet and each cell can be left out. */
export function Proposed({ preview, change, view, act }: ProposedProps) {
  const { tell } = useFillWords()
  const { plan } = preview
  if (plan === null || plan.sheets.length === 0) return null
  return (
    <section aria-labelledby={`${plan.kind}-sheets`}>
      <h2 id={`${plan.kind}-sheets`}>{tell('sheets')} <span className="count">{plan.sheets.length}</span></h2>
      {plan.kind === 'fill' && plan.sheets.some(sheet => sheet.isNew) && <p className="quiet">{tell('new.together')}</p>}
      {plan.sheets.map(sheet => <Sheet key={sheet.sheet} sheet={sheet} preview={preview} change={change} view={view} act={act} />)}
    </section>
  )
}

function Sheet({ sheet, preview, change, view, act }: { sheet: ProposedSheet } & ProposedProps) {
  const { tell } = useFillWords()
  const out = new Set(preview.leftOut), isOpen = preview.open.includes(sheet.sheet), most = preview.most[sheet.sheet] ?? PAGE
  const isIn = sheet.lines.some(line => !out.has(line.number))
  const formulas = sheet.lines.filter(line => isFormula(line.after)).length
  // Headings of a new sheet hold nothing to decide on: they are counted, not listed.
  const isFill = preview.plan?.kind === 'fill', lines = sheet.isNew && isFill ? sheet.lines.filter(line => typeof line.after !== 'string') : sheet.lines, texts = sheet.lines.length - lines.length
  return (
    <div className="fill-sheet">
      <div className="fill-head">
        <input type="checkbox" checked={isIn} aria-label={tell('use.sheet', { sheet: sheet.sheet })} onChange={() => change({ leftOut: toggleSheet(preview, sheet) })} />
        <button type="button" className="group-head" aria-expanded={isOpen} onClick={() => change({ open: isOpen ? preview.open.filter(other => other !== sheet.sheet) : [...preview.open, sheet.sheet] })}>
          <span className="twist" aria-hidden="true" />
          <span className="group-title">{sheet.sheet}{sheet.isNew && <span className="flag">{tell('new')}</span>}</span>
          <span className="quiet">{tell(formulas === 0 ? 'cells.plain' : 'cells', { count: sheet.lines.length, formulas })}</span>
        </button>
      </div>
      {isOpen && (
        <>
          <ul className="fill-lines">{lines.slice(0, most).map(line => <Line key={line.number} line={line} sheet={sheet} isOut={out.has(line.number)} preview={preview} change={change} view={view} act={act} />)}</ul>
          {lines.length > most && (
            <button type="button" className="more" onClick={() => change({ most: { ...preview.most, [sheet.sheet]: most + PAGE } })}>{tell('more', { count: Math.min(PAGE, lines.length - most) })}</button>
          )}
          {texts > 0 && <p className="quiet">{tell('texts', { count: texts })}</p>}
        </>
      )}
    </div>
  )
}

function Line({
  line,
  sheet,
  isOut,
  preview,
  change,
  view,
  act,
}: { line: ProposedCell; sheet: ProposedSheet; isOut: boolean } & ProposedProps) {
  const { tell, language } = useFillWords()
  const { explained } = preview,
    isFix = preview.plan?.kind === 'fix',
    isExplained = isFix || explained.includes(line.number)
  const value = isFormula(line.after) ? line.after.value : line.after
  const after = typeof value === 'number' && line.format !== null ? cellText(value, line.format, 1900).trim() : contentText(value, language)
  const toggle = () => change({ explained: isExplained ? explained.filter(other => other !== line.number) : [...explained, line.number] })
  return (
    <li className={[sheet.isWhole ? 'plain-line' : '', isOut ? 'left-out' : ''].filter(Boolean).join(' ') || undefined}>
      {!sheet.isWhole && (
        <input
          type='checkbox'
          checked={!isOut}
          aria-label={tell('use.cell', { cell: line.cell })}
          onChange={() => change({ leftOut: toggleLine(preview, line.number) })}
        />
      )}
      {sheet.isNew ? <span className='quiet'>{line.cell}</span> : <GoTo cells={areaNamed(sheet.sheet, line.cell)} act={act} short />}
      <span className='fill-change'>
        {line.label !== '' && <span className='quiet'>{line.label}</span>}
        {!sheet.isNew && <span className='before'>{contentText(line.before, language) || tell('blank')} →</span>}
        <span className='after'>{after || tell('blank')}</span>
        {isFormula(line.after) && !isFix && (
          <button type='button' className='link' aria-expanded={isExplained} onClick={toggle}>
            {tell('formula')}
          </button>
        )}
      </span>
      {isExplained && (
        <span className='fill-more'>
          {isFormula(line.after) && (
            <>
              <code>{line.after.formula}</code>
              <br />
            </>
          )}
          {say(line.why, language)}
          {line.inputs.length > 0 && (
            <>
              <br />
              {tell('inputs')}
              {'：'}
              {line.inputs.slice(0, 6).map(input => (
                <Input key={input} input={input} view={view} act={act} />
              ))}
            </>
          )}
        </span>
      )}
    </li>
  )
}

/** A cell that a formula takes in: a way to it where it exists already. */
function Input({ input, view, act }: { input: string } & ScreenProps) {
  const cut = input.lastIndexOf('!'), sheet = input.slice(0, cut).replace(/^'|'$/g, '').replaceAll("''", "'"), cells = input.slice(cut + 1)
  return exists(view, sheet) && parseBox(cells) !== null ? <><GoTo cells={areaNamed(sheet, cells)} act={act} /> </> : <span>{input} </span>
}

export function exists(view: ScreenProps['view'], sheet: string): boolean {
  return view.opened.sheets.some(each => each.name === sheet)
}
