import type { Tab } from '../state'
import { fetched } from './fetched'
import type { Fetched } from './fetched'
import type { ScreenProps } from './screen'

/** The tabs, in their order, each with its screen. Screens are fetched when they are first wanted: the first load stays small. */
const screens: Readonly<Record<Tab, Fetched<ScreenProps>>> = {
  board: fetched(() => import('./board')),
  findings: fetched(() => import('./findings')),
  audit: fetched(() => import('./audit')),
  fill: fetched(() => import('./fill')),
  recognised: fetched(() => import('./recognised')),
  standard: fetched(() => import('./standard')),
  papers: fetched(() => import('./papers')),
}

const results = fetched(() => import('./results'))
const failed = fetched(() => import('./failed'))
const notice = fetched(() => import('./notice'))
const help = fetched(() => import('./help'))

export const TABS = Object.keys(screens) as readonly Tab[]
export const Results = results.Screen
export const Failed = failed.Screen
export const Notice = notice.Screen
export const Help = help.Screen

export function screenOfTab(tab: Tab): Fetched<ScreenProps>['Screen'] {
  return screens[tab].Screen
}

/** Fetches every screen while nothing else is to do, so that the pane goes on when the network does not. Rejects when one does not come; it is asked for again when it is wanted. */
export async function fetchScreens(): Promise<void> {
  await Promise.all([results, failed, notice, help, ...Object.values(screens)].map(({ fetch }) => fetch()))
}
