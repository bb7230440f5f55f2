import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NO_CHOICES } from '../../taskpane/shown'
import { LanguageContext } from '../../taskpane/strings'
import Recognised from '../../taskpane/views/recognised'
import { resultsOf } from '../../taskpane/state'
import type { Acts } from '../../taskpane/views/screen'
import { opened, report, roster } from './fixture'
import { acts, results, show } from './shown-screen'

describe('the settings file', () => {
  test('is offered where the workbook does not keep the choices, and only when there is something to save', async () => {
    const user = userEvent.setup(), done: string[] = []
    const act: Acts = { ...acts(), settingsFile: { save: () => { done.push('saved') }, read: file => { done.push(file.name); return Promise.resolve() } } }
    const { container, rerender } = show(<Recognised view={results} act={act} />)
    expect(screen.getByRole('button', { name: '下载设置' }).hasAttribute('disabled')).toBe(true)
    rerender(<LanguageContext value="zh-CN"><Recognised view={{ ...results, choices: { ...NO_CHOICES, mapping: { answers: { a: '1' } } } }} act={act} /></LanguageContext>)
    await user.click(screen.getByRole('button', { name: '下载设置' }))
    const picker = container.querySelector<HTMLInputElement>('input[type=file]')
    if (picker !== null) await user.upload(picker, new File(['{}'], '社区.设置.json', { type: 'application/json' }))
    expect(done).toEqual(['saved', '社区.设置.json'])
  })

  test('not in Excel', () => {
    show(<Recognised view={results} act={acts()} />)
    expect(screen.queryByRole('button', { name: '下载设置' })).toBeNull()
  })
})

describe('识别', () => {
  test('a column is corrected, a table is taken for something else, a question answered', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Recognised view={results} act={act} />)
    await user.selectOptions(screen.getByLabelText('E 列“备用”'), '备注')
    await user.selectOptions(screen.getByLabelText('用作'), '工资表')
    await user.click(screen.getByRole('button', { name: 'sample.contracted {}' }))
    expect(act.chosen).toEqual([
      { mapping: { tables: [{ sheet: '花名册', headers: roster.columns.map(column => column.header), columnHeaders: { remark: '备用' } }] } },
      { mapping: { tables: [{ sheet: '花名册', headers: roster.columns.map(column => column.header), kind: 'pay' }] } },
      { mapping: { answers: { 'word/employment/网格员': 'contracted' } } },
    ])
  })

  test('rows that were skipped are named with their reason', () => {
    show(<Recognised view={results} act={acts()} />)
    expect(screen.getByText('第 12 行')).toBeTruthy()
    expect(screen.getByText('第 13–14 行')).toBeTruthy()
  })

  test('nothing recognised: what was looked for, the sheets, what to do', () => {
    const none = { ...report, reading: { ...report.reading, tables: [] }, questions: [] }
    show(<Recognised view={resultsOf(opened, none, [])} act={acts()} />)
    expect(screen.getByText('没有识别到花名册、用房表或预算表')).toBeTruthy()
    expect(screen.getByText('30 行 × 6 列')).toBeTruthy()
  })

  test('a table that does not count says so', () => {
    const hidden = { ...report, reading: { ...report.reading, tables: [{ ...roster, hidden: true, counted: false }] } }
    show(<Recognised view={resultsOf(opened, hidden, [])} act={acts()} />, 'en')
    expect(screen.getByText('hidden')).toBeTruthy()
    expect(screen.getByText('not counted')).toBeTruthy()
  })
})
