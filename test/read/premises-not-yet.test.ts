import { check } from '../../src/check'
import { defaultPolicy } from '../../src/policies'
import { book } from './sheets'

const HEADER = ['社区', '使用面积', '产权性质', '备注'], BESIDE = ['荷叶社区', 230, '自有', null]

/** What is said of 河东社区 on the last day of 2023: its usable area today, the verdict, and the rules that name a cell of its row. */
function of(remark: string): { readonly area: unknown; readonly verdict: unknown; readonly told: boolean } {
  const report = check(book({ 用房: [HEADER, ['河东社区', 260, '自有', remark], BESIDE] }), { policy: defaultPolicy, asOf: '2023-12-31' })
  const [unit] = report.communities.filter(({ name }) => name === '河东')
  return {
    area: unit?.premises?.usableArea,
    verdict: unit?.judgements.find(({ target }) => target.id === 'usable-area')?.verdict,
    told: report.findings.some(({ rule, message }) => rule === 'premises-not-there-yet' && message.key !== 'finding.building-beside'),
  }
}

test.each([
  '规划建设中，2024年交付', '正在施工，预计2024年6月投入使用', '施工中', '尚在建设', '主体完工，待装修', '装修未完工，未搬入', '尚未交付使用', '尚未启用', '未投入使用', '暂未使用', '待移交', '装修中', '正在装修，预计明年搬入', '毛坯', '待验收后搬入', '土建完成，未投入使用', '明年可交付', '明年6月竣工', '后年初交付', '明年上半年建成', '装修后启用', '验收合格后方可使用', '预计明年交付', '即将启用', '计划年底建成', '2024年建成', '2024年6月底交付使用', '将于2025年3月竣工', '2024.5启用', '用房在建',
])('%s: not there on the last day of 2023', remark => {
  expect(of(remark)).toMatchObject({ verdict: 'missed', told: true })
})
test.each(['', '2015年建成', '2015年装修后启用', '装修完成，已启用', '2023年12月启用', '已启用', '使用中', '正在使用', '新办公楼预计明年建成', '预计2025年拆迁', '未使用权证', '2024年需维修'])('%s: stands', remark => {
  expect(of(remark)).toMatchObject({ area: 260, verdict: 'met', told: false })
})
