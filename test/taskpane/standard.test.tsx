import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
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
})
