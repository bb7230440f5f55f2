import { Switch } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { NO_SOURCE } from '../../src/core/document-source'
import type { DocumentSource } from '../../src/core/document-source'
import type { Language } from '../../src/core/message'
import { agePyramid, budgetByKind, fundAndNeed, fundingBar, markup, staffShares, targetDistance, usableArea } from '../../src/pictures'
import type { Picture } from '../../src/pictures'
import { officialParagraph } from '../../src/render/documents/paragraph'
import { reportDocument } from '../../src/render/documents/report-document'
import type { DocumentOptions } from '../../src/render/documents/report-document'
import { HTML_AFTER, htmlBefore } from '../../src/render/html'
import { download } from '../download'
import { documentName } from '../paper-acts'
import { printDocument, whole } from '../print-document'
import type { ShownReport } from '../shown'
import { Nothing, isNothing } from './nothing'
import { usePaperWords } from './paper-words'
import { PictureFigure } from './picture'
import type { ScreenProps } from './screen'
import { useWords } from './words'

/** 报告: the paragraph to copy, the documents to print and to save, the pictures of the whole. */
export default function Papers({ view, act }: ScreenProps) {
  const tell = usePaperWords(), { language } = useWords()
  const source = useSource(view.report, act.papers.source), report = useMemo(() => whole(view.report), [view.report])
  const [pages, setPages] = useState(false), [one, setOne] = useState(view.report.communities[0]?.community ?? -1)
  if (isNothing(view)) return <Nothing view={view} act={act} />
  const article = (communities: NonNullable<DocumentOptions['communities']>) => reportDocument(report, source ?? NO_SOURCE, { language, communities })
  const saveHtml = () => {
    const text = htmlBefore(language) + article(pages ? 'all' : 'none').map(markup).join('\n') + HTML_AFTER
    download(documentName(view.opened.name, 'report', language, 'html'), text, 'text/html')
  }
  return (
    <div className='papers'>
      <h2>{tell('conclusion')}</h2>
      <Paragraph text={source === null ? null : officialParagraph(report, source, language)} />
      <h2>{tell('print')}</h2>
      <p className='quiet'>{tell('print.about')}</p>
      <p className='buttons'>
        <button type='button' className='chip' disabled={source === null} onClick={() => printDocument(article(pages ? 'all' : 'none'), language)}>{tell('print.report')}</button>
        <Switch checked={pages} label={tell('print.pages')} onChange={(_event, { checked }) => setPages(checked)} />
      </p>
      <p className='buttons'>
        <label className='chip field'>
          {tell('print.community')}
          <select value={one} onChange={event => setOne(Number(event.target.value))}>
            {view.report.communities.map(({ community, label }) => <option key={community} value={community}>{label}</option>)}
          </select>
        </label>
        <button type='button' className='chip' disabled={source === null} onClick={() => printDocument(article([one]), language)}>{tell('print.one')}</button>
      </p>
      <h2>{tell('save')}</h2>
      <p className='buttons'>
        <button type='button' className='chip' disabled={source === null} onClick={saveHtml}>{tell('save.html')}</button>
        <button type='button' className='chip' onClick={() => void act.papers.saveBook('report')}>{tell('save.xlsx')}</button>
        <button type='button' className='chip' onClick={() => void act.papers.saveBook('findings')}>{tell('save.findings')}</button>
      </p>
      <p className='quiet'>{tell('save.about')}</p>
      <h2>{tell('pictures')}</h2>
      {pictures(view.report, source ?? NO_SOURCE, language).map(picture => <PictureFigure key={picture.kind} picture={picture} />)}
    </div>
  )
}

function Paragraph({ text }: { text: string | null }) {
  const tell = usePaperWords()
  const [state, setState] = useState<'copied' | 'failed' | null>(null)
  if (text === null) return <p className='quiet'>{tell('preparing')}</p>
  const copy = () => void Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(() => setState('copied'), () => setState('failed'))
  return (
    <>
      <p className='paragraph'>{text}</p>
      <p className='buttons'>
        <button type='button' className='chip' onClick={copy}>{tell('conclusion.copy')}</button>
        <span role='status' className='quiet'>{state !== null && tell(`conclusion.${state}`)}</span>
      </p>
    </>
  )
}

/** What the documents say beside the report; `null` until it has come. */
function useSource(report: ShownReport, ask: () => Promise<DocumentSource>): DocumentSource | null {
  const [found, setFound] = useState<{ readonly of: ShownReport; readonly source: DocumentSource } | null>(null)
  useEffect(() => {
    let isWanted = true
    const take = (source: DocumentSource) => { if (isWanted) setFound({ of: report, source }) }
    // Without it the documents stand all the same, with lines to be filled by hand.
    ask().then(take, () => take(NO_SOURCE))
    return () => { isWanted = false }
  }, [report, ask])
  return found?.of === report ? found.source : null
}

function pictures(report: ShownReport, { figures }: DocumentSource, language: Language): Picture[] {
  const options = { language, id: 'screen' }, { overall, communities } = report
  return [
    targetDistance(overall, options),
    ...(overall.headcount.counted > 0 ? [agePyramid(overall, options), staffShares(overall, options)] : []),
    ...(overall.premises === null ? [] : [usableArea(communities, options)]),
    ...(figures === null || figures.kinds.length === 0 ? [] : [budgetByKind(figures.kinds, options)]),
    ...(figures === null || figures.sources === null ? [] : [fundingBar(figures.sources, options)]),
    ...(figures === null || figures.years.length === 0 ? [] : [fundAndNeed(figures, options)]),
  ]
}
