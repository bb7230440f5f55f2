import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Decisions } from '../../src/core/decisions'
import { listed, originsOf } from '../../taskpane/decision-list'
import { NO_CHOICES } from '../../taskpane/shown'
import { next, resultsOf } from '../../taskpane/state'
import type { ResultsView } from '../../taskpane/state'
import Board from '../../taskpane/views/board'
import Recognised from '../../taskpane/views/recognised'
import { opened, report } from './fixture'
import { acts, show } from './shown-screen'

const accepted = { check: 'value-blank', subject: '南苑/education', reason: '已报废', fingerprint: '0123456789abcd' }
const number = { policy: report.policy.id, target: 'formal-count', value: 5, reason: '另有通知' }
const all: Decisions = {
  policy: 'taiyuan-2020', asOf: '2024-06-30', accepted: [accepted], numbers: [number],
  mapping: {
    tables: [{ sheet: '花名册', headers: ['序号', '社区'], kind: 'staff', columnHeaders: { education: '文化程度', politics: null } }],
    words: { employment: { 网格员: 'contracted' } }, communities: { 城南: '河南' }, answers: { 'word/employment/网格员': 'contracted' },
  },
}
const facts = { policies: [report.policy], asked: report.questions, language: 'zh-CN' } as const

test('every decision is listed, and each taken back leaves all others', () => {
  const list = listed(all, facts)
  expect(list.map(({ text }) => text)).toEqual([
    '标准：taiyuan-2020', '截至日期：2024-06-30', '自定标准值：正式人员 5 人（另有通知）', '工作表“花名册”用作人员花名册',
    '工作表“花名册”：学历取自“文化程度”列', '工作表“花名册”：政治面貌不取自任何列', '“网格员”按“聘用”计', '“城南”即“河南”',
    'sample.question {} 答复：sample.contracted {}', expect.stringMatching(/^已接受的问题：.*（已报废）$/),
  ])
  for (const one of list) {
    const left = listed(one.without, facts).map(({ id }) => id)
    expect(left).toEqual(list.filter(other => other !== one).map(({ id }) => id))
  }
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
})

test.each<[string, object, string]>([
  ['the workbook', { workbook: all }, 'workbook'], ['a settings file', { settings: all }, 'settings'], ['this browser', { browser: all }, 'browser'], ['this visit', {}, 'visit'],
])('what came from %s says so', (_name, brought, origin) => {
  expect(new Set(Object.values(originsOf(all, brought)))).toEqual(new Set([origin]))
})

test('a value that was changed is no longer what the store brought', () => {
  const changed = { ...all, asOf: '2025-01-01' as const }
  expect(originsOf(changed, { workbook: all })).toMatchObject({ 'as-of/2025-01-01': 'visit', 'policy/taiyuan-2020': 'workbook' })
})

const reading = { at: 'reading', name: 'a.xlsx', progress: null, step: 'checking', waiting: false, before: null } as const

test('the board says how many decisions hold; those that a browser brought to a new file are announced and can be left', async () => {
  const act = acts(), user = userEvent.setup(), brought = { browser: { ...NO_CHOICES, asOf: '2024-06-30' as const } }
  const view = next(reading, { type: 'checked', opened, report, policies: [], choices: brought.browser, brought }) as ResultsView
  show(<Board view={view} act={act} />)
  expect(screen.getByRole('status').textContent).toMatch(/^本浏览器记得这份表此前的 1 项决定，已沿用/)
  await user.click(screen.getByRole('button', { name: '不沿用' }))
  expect(act.chosen).toEqual([{ policy: null, asOf: null, mapping: {}, accepted: [], numbers: [] }])
  const seen = next(view, { type: 'inherited-seen' }) as ResultsView
  expect(seen.inherited).toBe(0)
})

test('decisions that the workbook itself holds are no news', () => {
  const kept = { ...NO_CHOICES, asOf: '2024-06-30' as const }
  const view = next(reading, { type: 'checked', opened, report, policies: [], choices: kept, brought: { workbook: kept } }) as ResultsView
  show(<Board view={view} act={acts()} />)
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.getByText('按您的 1 项决定计算')).toBeTruthy()
})

test('the list says what each changed and where it came from, and takes one back', async () => {
  const act = acts(), user = userEvent.setup(), choices = { ...NO_CHOICES, asOf: '2024-06-30' as const, numbers: [number] }
  const brought = { workbook: { ...choices, numbers: [] } }
  show(<Recognised view={{ ...resultsOf(opened, report, [report.policy], choices), brought }} act={act} />)
  const list = within(screen.getByRole('region', { name: '您的决定 2' }))
  expect((await list.findAllByText(/计入 20 → 21 人；1 项结论改变；问题 5 → 4 条/))).toHaveLength(2)
  expect(list.getAllByText(/来自工作簿/)).toHaveLength(1)
  await user.click(list.getByRole('button', { name: /^撤回：自定标准值/ }))
  expect(act.chosen).toEqual([{ ...choices, accepted: [], numbers: [] }])
})

test('an answered question stays in its place, collapsed, until it is changed', async () => {
  const [question] = report.questions, second = { ...question, id: 'word/employment/协管员' } as typeof question & object
  const two = { ...report, questions: [question as typeof second, second] }
  const view = next(resultsOf(opened, two, []), {
    type: 'checked', opened, report: { ...two, questions: [second] }, policies: [],
    choices: { ...NO_CHOICES, mapping: { answers: { 'word/employment/网格员': 'contracted' } } },
  }) as ResultsView
  expect(view.asked.map(({ id }) => id)).toEqual(['word/employment/网格员', 'word/employment/协管员'])
  const act = acts(), user = userEvent.setup()
  show(<Recognised view={view} act={act} />)
  expect(screen.getByText('已按“sample.contracted {}”计')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '更改' }))
  await user.click(screen.getAllByRole('button', { name: /sample\.not-staff/ })[0] as HTMLElement)
  expect(act.chosen).toEqual([{ mapping: { answers: { 'word/employment/网格员': 'not-staff' } } }])
})
