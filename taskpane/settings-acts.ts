import { useMemo, useRef } from 'react'
import type { MutableRefObject } from 'react'
import type { Language } from '../src/core/message'
import type { MappingFile } from '../src/policies/mapping-schema'
import type { Checker } from './checker'
import { settingsFileName, settingsFileText } from './choices'
import { download } from './download'
import { problemOf } from './problem'
import { NO_CHOICES } from './shown'
import type { Brought, Choices } from './shown'
import type { Event, View } from './state'
import { tell } from './strings'
import type { SettingsFileActs } from './views/screen'

export interface SettingsHost {
  readonly checker: Checker
  /** What is shown now. */
  readonly live: MutableRefObject<{ readonly view: View }>
  readonly language: Language
  readonly send: (event: Event) => void
  /** Judges the open workbook by other choices. */
  readonly judge: (choices: Choices, brought?: Brought) => void
}

export interface SettingsFiles {
  readonly acts: SettingsFileActs
  /** What a file brought before there was a workbook for it; handed out once. */
  readonly takeWaiting: () => MappingFile | null
}

/** Saving and reading the choices of a workbook as a file. A file takes the place of what was chosen before; the standard and the day stay. */
export function useSettingsFiles({ checker, live, language, send, judge }: SettingsHost): SettingsFiles {
  const waiting = useRef<MappingFile | null>(null)
  return useMemo(() => ({
    acts: {
      save() {
        const { view } = live.current
        if (view.at === 'results') download(settingsFileName(view.opened.name, tell(language, 'settings.name')), settingsFileText(view.choices), 'application/json')
      },
      async read(file) {
        try {
          const brought = await checker.call('readSettings', [file.name, await file.text(), language])
          const { view } = live.current
          if (view.at === 'results') judge({ ...view.choices, ...brought }, { settings: { ...NO_CHOICES, ...brought } })
          else {
            waiting.current = brought
            send({ type: 'settings-waiting', name: file.name })
          }
        } catch (reason) {
          const problem = problemOf(reason)
          send(live.current.view.at === 'results' ? { type: 'noticed', notice: problem } : { type: 'failed', problem })
        }
      },
    },
    takeWaiting() {
      const brought = waiting.current
      waiting.current = null
      return brought
    },
  }), [checker, live, language, send, judge])
}
