import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useSpeech } from '../strings'

/** A workbook that comes with the program, for a first look. */
export interface Sample {
  readonly name: string
  readonly open: () => void
}

/** Files that the workbench opens: workbooks, and settings that were downloaded before. */
export const OPENED = '.xlsx,.xlsm,.csv,.xls,.json'

/** Inside Excel: one screen that ends in a check of the open workbook. */
export function StartInExcel({ onCheck }: { onCheck: () => void }) {
  const { tell } = useSpeech()
  return (
    <Welcome title={tell('start.excel.title')} body={tell('start.excel.body')}>
      <Button appearance="primary" onClick={onCheck}>{tell('start.excel.button')}</Button>
    </Welcome>
  )
}

/** In a browser: open a file, or a sample. */
export function StartInBrowser({
  samples,
  onFile,
  settings,
  onTemplate,
}: {
  samples: readonly Sample[]
  onFile: (...files: readonly File[]) => void
  settings?: string | undefined
  onTemplate?: () => void
}) {
  const { tell } = useSpeech()
  return (
    <Welcome title={tell('start.browser.title')} body={tell('start.browser.body')}>
      <FileButton primary several label={tell('open-file')} accept={OPENED} onFile={onFile} />
      {settings !== undefined && (
        <p className='notice' role='status'>
          {tell('start.settings', { name: settings })}
        </p>
      )}
      {onTemplate !== undefined && (
        <p>
          {tell('start.template')}
          <button type='button' className='link' onClick={onTemplate}>{tell('start.template.button')}</button>
        </p>
      )}
      {samples.length > 0 && (
        <>
          <h2>{tell('start.samples')}</h2>
          <ul className='samples'>
            {samples.map(sample => (
              <li key={sample.name}>
                <Button onClick={sample.open}>{sample.name}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Welcome>
  )
}

function Welcome({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  const { tell } = useSpeech()
  return (
    <div className="welcome">
      <h1>{title}</h1>
      <p>{body}</p>
      {children}
      <p className="quiet">{tell('start.standard')}</p>
    </div>
  )
}

/** A button that opens the file picker. The input itself stays out of the way of keyboard and screen reader. */
export function FileButton({
  label,
  accept,
  onFile,
  primary = false,
  several = false,
}: {
  label: string
  accept: string
  /** Only where `several` may be chosen is it told more than one. */
  onFile: (file: File, ...more: readonly File[]) => void
  primary?: boolean
  several?: boolean
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type='file'
        accept={accept}
        multiple={several}
        hidden
        onChange={event => {
          const [file, ...more] = event.target.files ?? []
          // The same file can be chosen twice in a row.
          event.target.value = ''
          if (file !== undefined) onFile(file, ...more)
        }}
      />
    </>
  )
}
