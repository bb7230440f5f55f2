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
    rerender(<LanguageContext.Provider value="zh-CN"><Recognised view={{ ...results, choices: { ...NO_CHOICES, mapping: { answers: { a: '1' } } } }} act={act} /></LanguageContext.Provider>)
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
  test('a question is answered', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Recognised view={results} act={act} />)
    await user.click(screen.getByRole('button', { name: 'sample.contracted {}' }))
    expect(act.chosen).toEqual([{ mapping: { answers: { 'word/employment/网格员': 'contracted' } } }])
  })

  test('each column has some of its values beside it, ids masked, and leads to its cells', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Recognised view={results} act={act} />)
    expect(await screen.findByText('河东社区、南苑社区')).toBeTruthy()
    expect(screen.getByText('本科、高中、大专')).toBeTruthy()
    expect(screen.getByText('没有内容')).toBeTruthy()
    expect(screen.getByText('990***********1234')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'D 列“文化程度”' }))
    expect(act.gone).toEqual(['花名册!D3:D30'])
  })

  test('another meaning shows what it would change, and is taken when the person says so', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Recognised view={results} act={act} />)
    await user.selectOptions(screen.getByLabelText('E 列“备用”'), '备注')
    expect(await screen.findByText('计入 21 → 20 人；1 项结论改变；问题 4 → 5 条。')).toBeTruthy()
    expect(act.chosen).toEqual([])
    await user.click(screen.getByRole('button', { name: '采用' }))
    expect(act.chosen).toEqual([{ mapping: { tables: [{ sheet: '花名册', headers: roster.columns.map(column => column.header), columnHeaders: { remark: '备用' } }] } }])
    expect(screen.queryByRole('button', { name: '采用' })).toBeNull()
  })

  test('a meaning that another column has, or that none would have, is said', async () => {
    const user = userEvent.setup()
    show(<Recognised view={results} act={acts()} />)
    const column = screen.getByLabelText<HTMLSelectElement>('E 列“备用”')
    await user.selectOptions(column, '学历')
    expect(screen.getByText('“学历”现取自 D 列“文化程度”，将改取这一列。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '取消' }))
    expect(column.value).toBe('')
    await user.selectOptions(screen.getByLabelText('C 列“姓名”'), '不使用')
    expect(screen.getByText('“姓名”将没有列可取。')).toBeTruthy()
  })

  test('a table taken for something else is looked at first too', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Recognised view={results} act={act} />)
    await user.selectOptions(screen.getByLabelText('用作'), '工资表')
    expect(screen.getByText('把“花名册”用作工资表：')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '采用' }))
    expect(act.chosen).toEqual([{ mapping: { tables: [{ sheet: '花名册', headers: roster.columns.map(column => column.header), kind: 'pay' }] } }])
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
