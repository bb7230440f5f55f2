import { createElement, lazy } from 'react'
import type { ComponentType, ReactElement } from 'react'

/** A screen that comes in a file of its own. */
export interface Fetched<Props extends object> {
  readonly Screen: (props: Props) => ReactElement
  /** Fetches the file ahead of time. */
  readonly fetch: () => Promise<void>
}

/**
 * Like `lazy`, but a screen whose file is here already is drawn at once: React keeps whatever had to wait, even for a
 * moment, behind its placeholder for three tenths of a second.
 */
export function fetched<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): Fetched<Props> {
  const waiting = lazy(load) as unknown as ComponentType<Props>
  let here: ComponentType<Props> | null = null
  // Once chosen it stays: another component in the same place would begin anew.
  let chosen: ComponentType<Props> | null = null
  return {
    Screen: props => {
      chosen ??= here ?? waiting
      return createElement(chosen, props)
    },
    fetch: async () => { here = (await load()).default },
  }
}
