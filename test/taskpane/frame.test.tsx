import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import Failed from '../../taskpane/views/failed'
import { Guard } from '../../taskpane/views/guard'
import { Reading } from '../../taskpane/views/reading'
import Results from '../../taskpane/views/results'
import { StartInBrowser, StartInExcel } from '../../taskpane/views/start'
import { acts, results, show } from './shown-screen'

describe('headings', () => {
  test.each(['board', 'findings', 'fill', 'recognised', 'standard'] as const)('%s: one of the first level, the file in it, and no level left out', async tab => {
    show(<Results view={{ ...results, tab }} act={acts()} />)
    await waitFor(() => expect(screen.getAllByRole('heading').length).toBeGreaterThan(1))
    const levels = screen.getAllByRole('heading').map(heading => Number(heading.tagName.slice(1)))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1)).toBe(true)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^“示例.xlsx”核查结果：/)
  })
})

describe('before and beside the results', () => {
  test('inside Excel one button checks the workbook', async () => {
    const checked: string[] = []
    show(<StartInExcel onCheck={() => checked.push('checked')} />)
    await userEvent.setup().click(screen.getByRole('button', { name: '核查本工作簿' }))
    expect(checked).toEqual(['checked'])
  })

  test('in a browser a file is chosen, or a sample', async () => {
    const names: string[] = [], user = userEvent.setup()
    const { container } = show(<StartInBrowser samples={[{ name: '示例', open: () => names.push('sample') }]} onFile={file => names.push(file.name)} />)
    await user.click(screen.getByRole('button', { name: '示例' }))
    await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, new File(['x'], '花名册.xlsx'))
    expect(names).toEqual(['sample', '花名册.xlsx'])
  })

  test.each([
    ['the sheet', { at: 'reading', name: 'a.xlsx', progress: { sheet: '花名册', sheetNumber: 2, sheetCount: 5, share: 0.3 }, step: 'cells', waiting: false, before: null }, '工作表“花名册”（第 2 张，共 5 张）'],
    ['the checking', { at: 'reading', name: 'a.xlsx', progress: null, step: 'checking', waiting: false, before: null }, '已读完，正在核查'],
    ['a cell in edit mode, and what to do', { at: 'reading', name: '', progress: null, step: 'cells', waiting: true, before: null }, '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，读取会自动继续。'],
  ] as const)('progress names %s and can be cancelled', async (_name, reading, said) => {
    const cancelled: string[] = []
    show(<Reading view={reading} onCancel={() => cancelled.push('cancelled')} />)
    expect(screen.getByText(said)).toBeTruthy()
    expect(screen.getByRole('progressbar')).toBeTruthy()
    await userEvent.setup().click(screen.getByRole('button', { name: '取消' }))
    expect(cancelled).toEqual(['cancelled'])
  })

  test('a failure is an alert with a sentence, a retry and a way back', async () => {
    const pressed: string[] = [], user = userEvent.setup()
    show(<Failed problem={{ code: 'encrypted', params: {} }} onRetry={() => pressed.push('retry')} onBack={() => pressed.push('back')} />)
    expect(within(screen.getByRole('alert')).getByText(/密码/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '重试' }))
    await user.click(screen.getByRole('button', { name: '返回' }))
    expect(pressed).toEqual(['retry', 'back'])
  })

  test('without Excel the way to the workbench is shown', () => {
    show(<Failed problem={{ code: 'outside-excel', params: {} }} onRetry={null} onBack={() => undefined} />, 'en')
    expect(screen.getByRole('link', { name: 'Open the workbench' }).getAttribute('href')).toBe('workbench.html')
  })
})

test('a screen that cannot be drawn leaves the rest of the pane alone', () => {
  const Broken = (): ReactElement => { throw new Error('not here') }
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  show(<><p>其余</p><Guard fallback={<p role="alert">没有显示出来</p>}><Broken /></Guard></>)
  quiet.mockRestore()
  expect(screen.getByRole('alert').textContent).toBe('没有显示出来')
  expect(screen.getByText('其余')).toBeTruthy()
})
