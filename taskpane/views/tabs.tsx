import { renderTabList_unstable, renderTab_unstable, useTabListContextValues_unstable, useTabList_unstable, useTab_unstable } from '@fluentui/react-components'
import type { TabListProps, TabProps } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ResultsView, Tab } from '../state'
import { TABS } from './screens'
import { useWords } from './words'

/** The tabs of the results, with Fluent's keys and focus: one stop of the Tab key, at the chosen tab; arrow keys go round. */
export function Tabs({ view, onChoose }: { view: ResultsView; onChoose: (tab: Tab) => void }) {
  const { tell } = useWords()
  const { counts } = view.report, strip = useRef<HTMLDivElement>(null)
  // Where the tabs are wider than the pane the chosen one is still seen.
  useEffect(() => {
    const chosen = strip.current?.querySelector('[aria-selected="true"]')
    if (typeof chosen?.scrollIntoView === 'function') chosen.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [view.tab])
  const badges: Readonly<Partial<Record<Tab, number>>> = {
    findings: counts.error + counts.warning + counts.info,
    recognised: view.asked.filter(({ id }) => view.choices.mapping.answers?.[id] === undefined).length,
  }
  return (
    <Strip className="tabs" aria-label={tell('tabs')} selectedValue={view.tab} onTabSelect={(_event, { value }) => onChoose(TABS.find(tab => tab === value) ?? 'board')} within={strip}>
      {TABS.map(tab => {
        const badge = badges[tab] ?? 0
        return (
          <One key={tab} value={tab} id={`tab-${tab}`} aria-controls="screen">
            {tell(`tab.${tab}`)}{badge > 0 && <span className="count">{badge.toLocaleString('en')}</span>}
          </One>
        )
      })}
    </Strip>
  )
}

/** Fluent's TabList without its styles: seven of its tabs do not stand beside each other in 320 px, and they weigh 7 KB. */
function Strip({ within, ...props }: TabListProps & { readonly within: React.Ref<HTMLElement> }) {
  const state = { ...useTabList_unstable(props, within), reserveSelectedTabSpace: false }
  return renderTabList_unstable(state, useTabListContextValues_unstable(state))
}

function One(props: TabProps) {
  return renderTab_unstable(useTab_unstable(props, null))
}
