import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { withOwnNumbers } from '../../src/core/own-number'
import { NO_CHOICES } from '../../taskpane/shown'
import { today } from '../../taskpane/today'
import Standard from '../../taskpane/views/standard'
import { resultsOf } from '../../taskpane/state'
import { opened, report } from './fixture'
import { acts, results, show } from './shown-screen'

describe('标准', () => {
  test.each([['2023年县区社区建设方案', '《2023年县区社区建设方案》'], ['《方案》', '《方案》']])('%s is cited with its clause and words', (title, named) => {
    const [first] = report.policy.targets, source = first?.history.at(-1)?.citation.source ?? ''
    const policy = { ...report.policy, sources: { ...report.policy.sources, [source]: { title } } }
    show(<Standard view={resultsOf(opened, { ...report, policy }, [policy])} act={acts()} />)
    expect(screen.getAllByText(/^依据：/)[0]?.textContent).toMatch(new RegExp(`^依据：${named}二、建设方案的主题和目标 “每个社区正式.+”$`))
  })

  test('every target stands with its value and the document\'s own words', () => {
    show(<Standard view={results} act={acts()} />)
    const list = within(screen.getByRole('region', { name: '指标' }))
    expect(list.getAllByRole('listitem')).toHaveLength(report.policy.targets.length)
    expect(list.getAllByText(/每个社区正式人员4名/).length).toBeGreaterThan(0)
  })

  test('a value that nobody compared with its document is said to be unverified', () => {
    const policy = {
      ...report.policy,
      targets: report.policy.targets
        .slice(0, 2)
        .map(target => ({
          ...target,
          history: target.history.map(value => ({ ...value, citation: { ...value.citation, verified: false } })),
        })),
    }
    show(<Standard view={resultsOf(opened, { ...report, policy }, [policy])} act={acts()} />)
    expect(screen.getByText('本标准有 2 项指标未与原文核对，结论仅供参考。')).toBeTruthy()
    expect(screen.getAllByText(/^(?:未核实|据报道|据转述，未核实)$/).length).toBeGreaterThan(1)
  })

  test('another standard is one choice away', async () => {
    const act = acts(), other = { ...report.policy, id: 'other', title: { 'zh-CN': '另一标准', en: 'Other' } }
    show(<Standard view={resultsOf(opened, report, [report.policy, other])} act={act} />)
    await userEvent.setup().click(screen.getByRole('radio', { name: '另一标准' }))
    expect(act.chosen).toEqual([{ policy: 'other' }])
  })

  test('a value is set otherwise in place, with a reason', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Standard view={results} act={act} />)
    await user.click(screen.getByRole('button', { name: '更改“大专以上比例”的标准值' }))
    const value = screen.getByRole('spinbutton')
    expect(document.activeElement).toBe(value)
    await user.clear(value)
    await user.type(value, '60{Enter}')
    expect(screen.getByRole('alert').textContent).toBe('请填写理由。')
    await user.type(screen.getByRole('textbox', { name: '理由' }), '过渡期 990101198503121234{Enter}')
    const number = { policy: report.policy.id, target: 'college-share', value: 0.6, reason: '过渡期 990***********1234', setOn: today() }
    expect(act.chosen).toEqual([{ numbers: [number] }])
  })

  test('an own value says so, with what the standard has, and goes back with one click', async () => {
    const act = acts(), user = userEvent.setup(), own = { policy: report.policy.id, target: 'formal-count', value: 5, reason: '另有通知' }
    const policy = withOwnNumbers(report.policy, [own]), choices = { ...NO_CHOICES, numbers: [own] }
    const start = resultsOf(opened, { ...report, policy }, [report.policy], choices)
    show(<Standard view={start} act={act} />)
    const line = within(screen.getByRole('region', { name: '指标' })).getAllByRole('listitem')[0]
    expect(line?.textContent).toContain('应为 5 人每个社区和总体自定更改…理由：另有通知原为 应为 4 人恢复原值')
    expect(screen.getByText('本标准有 1 项数值为自定，结论按自定值计算。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '恢复原值' }))
    expect(act.chosen).toEqual([{ numbers: [] }])
  })

  test('Esc leaves the value as it was, with the focus back on the button', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Standard view={results} act={act} />)
    await user.click(screen.getByRole('button', { name: '更改“正式人员”的标准值' }))
    await user.keyboard('9{Escape}')
    expect(act.chosen).toEqual([])
    expect(document.activeElement?.textContent).toBe('更改…')
  })
})
