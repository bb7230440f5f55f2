import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'

export interface SaidProps {
  readonly intent: 'success' | 'warning' | 'error'
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Id of the heading inside, where there is one. */
  readonly labelledBy?: string
}

/** What the program says about something that just happened: Office's own message bar. What went well is told in turn, all else at once. */
export function Said({ intent, children, actions, labelledBy }: SaidProps) {
  return (
    <MessageBar className="said" intent={intent} layout="multiline" role={intent === 'success' ? 'status' : 'alert'} aria-labelledby={labelledBy}>
      <MessageBarBody>{children}</MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  )
}
