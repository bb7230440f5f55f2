import { Component } from 'react'
import type { ReactNode } from 'react'

/** Keeps a screen that cannot be drawn (its file did not come, or it fails) from taking the whole pane with it. */
export class Guard extends Component<{ readonly fallback: ReactNode; readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}
