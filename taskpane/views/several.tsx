import './several.css'
import { FluentProvider } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { Language } from '../../src/core/message'
import type { Target } from '../../src/core/plan'
import type { Judgement, UnitReport } from '../../src/core/report'
import { worstFirst } from '../../src/render/order'
import { webDarkTheme, webLightTheme } from '../fluent-themes'
import { hasUnsaved } from '../state'
import type { View } from '../state'
import { LanguageContext } from '../strings'
import { useDark } from '../theme'
import { Mark } from './mark'
import { FileButton, OPENED } from './start'
import { useWords, wordsIn } from './words'

/** One of several workbooks, as the board of all sees it. */
export interface BookState {
  readonly id: number
  /** The file's name. */
  readonly name: string
  readonly view: View
  /** Others are read first. */
  readonly isWaiting: boolean
}

/** A community of one workbook, and its place in the matrix. */
export interface Wanted {
  readonly community: number
  readonly place: number
}

export interface SeveralProps {
  readonly books: readonly BookState[]
  /** The workbook that is seen; `null`: the board of all. */
  readonly seen: number | null
  readonly language: Language
  readonly dropping: boolean
  /** A workbook, or the board of all; with a community where one was asked for. */
  readonly onSee: (id: number | null, wanted?: Wanted) => void
  readonly onClose: (id: number) => void
  readonly onFiles: (...files: readonly File[]) => void
}

/** Where several workbooks are open: a tab each, and one board with a line a community. */
export default function Several(props: SeveralProps) {
  return props.seen === null ? <Combined {...props} /> : <Tabs {...props} />
}

function Tabs({ books, seen, language, onSee, onClose }: SeveralProps) {
  const { tell } = wordsIn(language)
  return (
    <nav className="book-tabs" aria-label={tell('several.workbooks')}>
      <button type="button" className="book-tab" aria-current={seen === null ? 'page' : undefined} onClick={() => onSee(null)}>{tell('several.all')}</button>
      {books.map(({ id, name, view }) => {
        const isUnsaved = hasUnsaved(view)
        return (
          <span key={id} className="book-tab-pair" data-current={seen === id ? 'true' : undefined}>
            <button type="button" className="book-tab" aria-current={seen === id ? 'page' : undefined} title={name} onClick={() => onSee(id)}>
              <span className="book-tab-name">{name === '' ? tell('several.untitled') : name}</span>{isUnsaved && <span aria-label={tell('several.unsaved')}> *</span>}
            </button>
            <button type="button" className="book-close" disabled={isUnsaved} aria-label={tell('several.close', { file: name })}
              title={tell(isUnsaved ? 'several.unsaved' : 'several.close', { file: name })} onClick={({ currentTarget }) => {
                const pair = currentTarget.parentElement, next = pair?.nextElementSibling ?? pair?.previousElementSibling
                // The button goes with its tab: the focus does not.
                ;(next?.querySelector('button') ?? next as HTMLElement | null)?.focus()
                onClose(id)
              }}>×</button>
          </span>
        )
      })}
    </nav>
  )
}

function Combined(props: SeveralProps) {
  const { language, dropping, onFiles } = props, { tell } = wordsIn(language), dark = useDark()
  return (
    <LanguageContext.Provider value={language}>
      <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className="workbench combined" data-theme={dark ? 'dark' : 'light'}>
        <header className="bar-top">
          <strong>{tell('product')}</strong>
          <span className="quiet">{tell('workbench.offline')}</span>
          <FileButton label={tell('open-other')} accept={OPENED} several onFile={onFiles} />
          <Tabs {...props} />
        </header>
        <main className="combined-board"><Board {...props} /></main>
        {dropping && <p className="drop-here">{tell('drop-here')}</p>}
      </FluentProvider>
    </LanguageContext.Provider>
  )
}

/** A line a community, the worst of each file first, with the file that it stands in. */
function Board({ books, onSee }: SeveralProps) {
  const { tell, language } = useWords()
  const read = useMemo(() => books.flatMap(({ id, name, view }) => (view.at === 'results' ? [{ id, name, units: worstFirst(view.report.communities) }] : [])), [books])
  const targets = useMemo(() => targetsOf(read.flatMap(({ units }) => units)), [read])
  const others = books.filter(({ view }) => view.at !== 'results'), communities = read.reduce((sum, { units }) => sum + units.length, 0)
  return (
    <>
      <h1>{tell('several.heading')}</h1>
      <p className="quiet" role="status">{tell('several.count', { files: books.length, read: read.length, communities })}</p>
      {others.length > 0 && (
        <ul className="combined-others">
          {others.map(({ id, name, view, isWaiting }) => (
            <li key={id}>
              <button type="button" className="link" onClick={() => onSee(id)}>{name === '' ? tell('several.untitled') : name}</button>
              {' '}{tell(isWaiting ? 'several.waiting' : view.at === 'failed' ? 'several.failed' : view.at === 'reading' ? 'several.reading' : 'several.unread')}
            </li>
          ))}
        </ul>
      )}
      {communities > 0 && (
        <div className="combined-scroll" role="region" aria-label={tell('board.communities')} tabIndex={0}>
          <table className="combined-table">
            <thead>
              <tr>
                <th scope="col">{tell('board.community')}</th>
                {targets.map(target => <th key={target.id} scope="col" className="matrix-target" title={target.title[language]}><span>{target.title[language]}</span></th>)}
                <th scope="col" className="combined-file">{tell('several.file')}</th>
              </tr>
            </thead>
            <tbody>
              {read.flatMap(({ id, name, units }) => units.map((unit, place) => (
                <Line key={`${String(id)}/${String(unit.community)}`} unit={unit} targets={targets} file={name}
                  onFile={() => onSee(id)} onUnit={() => onSee(id, { community: unit.community, place })} />
              )))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

interface LineProps {
  readonly unit: UnitReport
  readonly targets: readonly Target[]
  readonly file: string
  readonly onFile: () => void
  readonly onUnit: () => void
}

function Line({ unit, targets, file, onFile, onUnit }: LineProps) {
  const { language } = useWords()
  const judgements = new Map<string, Judgement>(unit.judgements.map(judgement => [judgement.target.id, judgement]))
  const link = <button type="button" className="link" title={file} onClick={onFile}>{file}</button>
  return (
    <tr>
      <th scope="row"><button type="button" className="link combined-unit" onClick={onUnit}>{unit.label}</button><span className="combined-under">{link}</span></th>
      {targets.map(target => {
        const judgement = judgements.get(target.id)
        return <td key={target.id} className="matrix-mark">{judgement !== undefined && <Mark judgement={judgement} title={target.title[language]} />}</td>
      })}
      <td className="combined-file">{link}</td>
    </tr>
  )
}

function targetsOf(units: readonly UnitReport[]): readonly Target[] {
  const targets = new Map<string, Target>()
  for (const unit of units) for (const { target } of unit.judgements) targets.set(target.id, target)
  return [...targets.values()]
}
