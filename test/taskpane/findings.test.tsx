import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { acceptanceOf } from '../../src/core/waiver'
import { NO_CHOICES } from '../../taskpane/shown'
import { LanguageContext } from '../../taskpane/strings'
import { today } from '../../taskpane/today'
import Findings from '../../taskpane/views/findings'
import { next, resultsOf } from '../../taskpane/state'
import type { ResultsView } from '../../taskpane/state'
import { finding, opened, report } from './fixture'
import { acts, results, show, view } from './shown-screen'

describe('accepted findings', () => {
  const first = finding(0, 'value-blank', 'warning'), second = finding(1, 'value-blank', 'warning'), third = finding(2, 'value-blank', 'warning')
  const counts = { ...report.counts, error: 0, warning: 2, info: 0, accepted: 1 }
  const waived = { ...report, counts, findings: [first, second, { ...third, accepted: { reason: '表已报废', acceptedOn: '2024-01-05' } }] }
  const kept = acceptanceOf(third, '表已报废', '2024-01-05')
  const shown = resultsOf(opened, waived, [], { ...NO_CHOICES, accepted: [kept] })
  const openGroup = { ...shown, findings: { ...shown.findings, open: ['value-blank'] } }

  test('a reason is asked for in place, and Enter keeps it', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />)
    const [accept] = screen.getAllByRole('button', { name: '接受…' })
    if (accept !== undefined) await user.click(accept)
    const field = screen.getByRole('textbox', { name: '接受的理由' })
    expect(document.activeElement).toBe(field)
    await user.keyboard('{Enter}')
    expect(act.chosen).toEqual([])
    expect(screen.getByRole('alert').textContent).toBe('请写明理由。')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await user.keyboard('  上级已同意 990101198503121234 {Enter}')
    expect(act.chosen).toEqual([{ accepted: [kept, acceptanceOf(first, '上级已同意 990***********1234', today())] }])
  })

  test('Esc leaves everything as it was, with the focus back on the button', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />, 'en')
    const [accept] = screen.getAllByRole('button', { name: 'Accept…' })
    if (accept !== undefined) await user.click(accept)
    await user.keyboard('because{Escape}')
    expect(screen.queryByRole('textbox')).toBeNull()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Accept…'))
    expect(act.chosen).toEqual([])
  })

  test('arrow keys reach it beside its line', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />)
    screen.getAllByRole('button', { name: /花名册!C5/ })[0]?.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('接受…')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('textbox', { name: '接受的理由' })).toBeTruthy()
  })

  test('they are out of the list and behind a chip of their own', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />)
    expect(screen.getAllByRole('button', { name: '接受…' })).toHaveLength(2)
    expect(screen.queryByText(/表已报废/)).toBeNull()
    await user.click(screen.getByRole('button', { name: '已接受 1' }))
    expect(act.sent).toEqual([{ type: 'findings-changed', findings: { accepted: true, severities: [], open: ['value-blank'] } }])
  })

  test('behind the chip: the reason, the day, and the way back', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={{ ...openGroup, findings: { ...openGroup.findings, accepted: true } }} act={act} />)
    expect(screen.getByText('理由：表已报废（2024-01-05）')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '接受…' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '取消接受' }))
    expect(act.chosen).toEqual([{ accepted: [] }])
  })

  test('after a new report the focus is on the line that took the place, and nothing begun goes on with it', async () => {
    const act = acts(), user = userEvent.setup()
    const page = show(<Findings view={openGroup} act={act} />)
    const [accept] = screen.getAllByRole('button', { name: '接受…' })
    if (accept !== undefined) await user.click(accept)
    await user.keyboard('暂缓{Enter}')
    const after = { ...waived, counts: { ...counts, warning: 1, accepted: 2 }, findings: [second, { ...first, accepted: { reason: '暂缓' } }] }
    page.rerender(<LanguageContext.Provider value="zh-CN"><Findings view={{ ...openGroup, report: after }} act={act} /></LanguageContext.Provider>)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(document.activeElement?.textContent).toContain('花名册!C6')
  })

  test('all accepted: said so, and they are one press away', () => {
    const all = { ...waived, counts: { ...counts, warning: 0 }, findings: waived.findings.slice(2) }
    show(<Findings view={{ ...openGroup, report: all }} act={acts()} />)
    expect(screen.getByText('其余问题都已接受。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '已接受 1' })).toBeTruthy()
  })

  test.each([['one that changed', `value-blank/${third.subject}`], ['all that did not occur', 'gone']])('a note about an acceptance that no longer holds: %s', async (_name, subject) => {
    const act = acts(), user = userEvent.setup(), note = { ...finding(3, 'acceptance-lapsed', 'info', null), subject }
    const lapsed = { ...waived, counts: { ...counts, warning: 0, info: 1, accepted: 0 }, findings: [note] }
    show(<Findings view={{ ...openGroup, report: lapsed, findings: { ...openGroup.findings, open: ['acceptance-lapsed'] } }} act={act} />)
    await user.click(screen.getByRole('button', { name: '删去失效的接受' }))
    expect(act.chosen).toEqual([{ accepted: [] }])
  })
})

describe('问题', () => {
  test('groups by cause, the most serious first, closed', () => {
    show(<Findings view={results} act={acts()} />)
    const heads = screen.getAllByRole('button', { expanded: false })
    expect(heads.map(head => head.textContent)).toEqual(['错误大专以上比例2', '警告education-blank1', '提示month-only1'])
    expect(screen.queryAllByRole('listitem')).toHaveLength(0)
  })

  test('a line goes to its cells and becomes the current one', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={view({ type: 'group-toggled', group: 'education-blank' })} act={act} />)
    await user.click(within(screen.getByRole('list')).getByRole('button', { name: /花名册!C7/ }))
    expect(act.gone).toEqual(['花名册!C7'])
    expect(act.sent).toEqual([{ type: 'finding-chosen', finding: 2, group: 'education-blank', place: 0 }])
  })

  test('next and previous walk through what is shown, around the end', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={view({ type: 'findings-changed', findings: { current: 3 } })} act={act} />)
    await user.click(screen.getByRole('button', { name: '下一个' }))
    await user.click(screen.getByRole('button', { name: '上一个' }))
    expect(act.sent.map(event => event.type === 'finding-chosen' ? event.finding : null)).toEqual([0, 2])
  })

  test('F8 goes on and Shift+F8 back, from anywhere on the page', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={view({ type: 'findings-changed', findings: { current: 3 } })} act={act} />)
    await user.keyboard('{F8}{Shift>}{F8}{/Shift}')
    expect(act.sent.map(event => event.type === 'finding-chosen' ? event.finding : null)).toEqual([0, 2])
  })

  test('grouped by community, and back; next follows the order that is shown', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={view({ type: 'findings-changed', findings: { by: 'community', open: ['community/1'] } })} act={act} />)
    expect(screen.getAllByRole('button', { expanded: true }).map(head => head.textContent)).toEqual(['错误南苑社区2'])
    expect(screen.getAllByRole('button', { expanded: false }).map(head => head.textContent)).toEqual(['警告工作表“花名册”1', '提示整个工作簿1'])
    expect(screen.getByRole('button', { name: '按社区', pressed: true })).toBeTruthy()
    await user.keyboard('{F8}')
    await user.click(screen.getByRole('button', { name: '按问题' }))
    expect(act.sent).toEqual([{ type: 'finding-chosen', finding: 0, group: 'community/1', place: 0 }, { type: 'findings-changed', findings: { by: 'cause' } }])
  })

  test('a filter that hides all says so and is let go with one press', async () => {
    const act = acts(), user = userEvent.setup()
    const only = { ...report, findings: report.findings.slice(2), counts: { ...report.counts, error: 0 } }
    const start = next(resultsOf(opened, only, []), { type: 'findings-changed', findings: { severities: ['error'] } }) as ResultsView
    show(<Findings view={start} act={act} />)
    expect(screen.getByRole('button', { name: /^错误/, pressed: true }).hasAttribute('disabled')).toBe(false)
    await user.click(screen.getByRole('button', { name: '显示全部' }))
    expect(act.sent).toEqual([{ type: 'findings-changed', findings: { severities: [], query: '' } }])
  })

  test('chips leave the chosen severity alone', () => {
    show(<Findings view={view({ type: 'findings-changed', findings: { severities: ['warning'] } })} act={acts()} />)
    expect(screen.getAllByRole('button', { expanded: false }).map(head => head.textContent)).toEqual(['警告education-blank1'])
  })

  test('a hundred lines at a time', () => {
    const many = { ...report, findings: Array.from({ length: 250 }, (_, i) => finding(i, 'value-blank', 'warning')) }
    const start = resultsOf(opened, many, [report.policy])
    const open = next(start, { type: 'group-toggled', group: 'value-blank' }) as ResultsView
    show(<Findings view={open} act={acts()} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(100)
    expect(screen.getByRole('button', { name: '再显示 100 条' })).toBeTruthy()
  })

  test.each([
    ['rows were read', 21, '已核查 21 行，没有发现问题。'],
    ['nothing was read', 0, '没有读到任何数据行，因此没有问题不等于合格。请到“识别”页查看。'],
  ])('no finding when %s', (_name, rowsRead, said) => {
    const clean = { ...report, findings: [], counts: { ...report.counts, error: 0, warning: 0, info: 0, rowsRead } }
    show(<Findings view={resultsOf(opened, clean, [])} act={acts()} />)
    expect(screen.getByText(said)).toBeTruthy()
  })
})
