import { FluentProvider } from '@fluentui/react-components'
import { Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { webDarkTheme, webLightTheme } from './fluent-themes'
import type { Session } from './session'
import { LanguageContext, tell } from './strings'
import type { View } from './state'
import { Guard } from './views/guard'
import { Reading } from './views/reading'
import { Failed, Help, Results } from './views/screens'

export interface AppProps {
  readonly session: Session
  readonly dark: boolean
  readonly version: string
  /** What stands where nothing is open yet: differs between Excel and the browser. */
  readonly start: ReactNode
  /** What only this host can do with the results, under them. */
  readonly tools?: ReactNode
}

/** The pane. Inside Excel it is the page; in the workbench it stands beside the grid. */
export function App({ session, dark, version, start, tools }: AppProps) {
  const { view, language } = session
  /** Not asked for yet: `null`. */
  const [help, setHelp] = useState<boolean | null>(null)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = tell(language, 'product')
  }, [language])
  const say = (key: Parameters<typeof tell>[1], params?: Parameters<typeof tell>[2]) => tell(language, key, params)
  return (
    <LanguageContext.Provider value={language}>
      <FluentProvider
        theme={dark ? webDarkTheme : webLightTheme} applyStylesToPortals={false} className="pane" data-theme={dark ? 'dark' : 'light'}>
        <main>
          <Guard key={view.at} fallback={<p className="welcome" role="alert">{say('broken')}</p>}>
            <Suspense fallback={null}>{screenOf(view, session, start)}</Suspense>
          </Guard>
        </main>
        {view.at === 'results' && tools !== undefined && <Suspense fallback={null}>{tools}</Suspense>}
        <footer>
          <span>{say('local-only')}</span>
          <span>{say('version', { version })}</span>
          <button type="button" className="link" onClick={() => setHelp(true)}>{say('help')}</button>
          <button type="button" className="link" lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => session.speak(language === 'en' ? 'zh-CN' : 'en')}>{say('language.other')}</button>
        </footer>
        {help !== null && (
          <Suspense fallback={null}>
            <Help isOpen={help} onClose={() => setHelp(false)} onTemplate={session.act.papers.saveTemplate} />
          </Suspense>
        )}
        <div className="hidden" role="status" aria-live="polite">{announcementOf(view, say)}</div>
      </FluentProvider>
    </LanguageContext.Provider>
  )
}

function screenOf(view: View, session: Session, start: ReactNode): ReactNode {
  switch (view.at) {
    case 'start': return start
    case 'reading': return <Reading view={view} onCancel={session.cancel} />
    case 'failed': return <Failed problem={view.problem} onRetry={session.retry} onBack={() => session.act.send({ type: 'back' })} />
    case 'results': return <Results view={view} act={session.act} />
  }
}

/** What a screen reader is told when the view changes by itself. */
function announcementOf(view: View, say: (key: Parameters<typeof tell>[1], params?: Parameters<typeof tell>[2]) => string): string {
  if (view.at === 'reading') return view.waiting ? say('reading.waiting') : view.step === 'checking' ? say('reading.checking') : say('reading.title')
  if (view.at !== 'results') return ''
  if (view.busy) return say('state.busy')
  const { met, missed, unknown, error, warning, info, accepted } = view.report.counts
  return say(accepted > 0 ? 'state.done-accepted' : 'state.done', { met, missed, unknown, accepted, findings: error + warning + info })
}
