import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { Tab } from '../state'
import type { ScreenProps } from './screen'

const loaders: Readonly<Record<Tab, () => Promise<{ default: ComponentType<ScreenProps> }>>> = {
  board: () => import('./board'),
  findings: () => import('./findings'),
  recognised: () => import('./recognised'),
  standard: () => import('./standard'),
}

const importResults = () => import('./results')
const importFailed = () => import('./failed')
const importNotice = () => import('./notice')

export const Results = lazy(importResults)
export const Failed = lazy(importFailed)
export const Notice = lazy(importNotice)

/** The tabs, in their order, each with its screen. Screens are fetched when they are first wanted: the first load stays small. */
export const SCREENS: Readonly<Record<Tab, ComponentType<ScreenProps>>> = {
  board: lazy(loaders.board),
  findings: lazy(loaders.findings),
  recognised: lazy(loaders.recognised),
  standard: lazy(loaders.standard),
}

export const TABS = Object.keys(SCREENS) as readonly Tab[]

/** Fetches every screen while nothing else is to do, so that the pane goes on when the network does not. What fails here is asked for again when it is wanted. */
export function fetchScreens(): void {
  for (const load of [importResults, importFailed, importNotice, ...Object.values(loaders)]) load().catch(() => undefined)
}
