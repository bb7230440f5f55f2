import { check } from '../../src/check'
import type { CellValue } from '../../src/core/cell'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { allChanges, fill } from '../../src/fill'
import { defaultPolicy } from '../../src/policies'

const ID = '990101199001010012'
const sheet = (name: string, rows: readonly (readonly CellValue[])[]): SheetSnapshot => ({ name, kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), isProtected: false, tables: [] })

/** A workbook whose names and title are as given; the people are the same. */
function bookOf(community: string, unit: string): Snapshot {
  const header = ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', '年工资（元）']
  const people = ['甲某', '乙某', '丙某'].map((name, i): CellValue[] => [i + 1, community, name, '1985.03', '大专', '群众', i === 2 ? '聘用' : '正式', 40_000])
  return {
    name: 'names.xlsx', dateSystem: 1900, names: [], notices: [],
    sheets: [
      sheet('花名册', [['社区工作人员花名册'], [`填报单位：${unit}`], header, ...people]),
      sheet('用房', [['社区', '产权', '使用面积', '建筑面积'], [community, '自有', 400, 500]]),
    ],
  }
}

describe('sheets that are made hold no id', () => {
  test.each([
    ['in a community', `清泉${ID}社区`, '清泉镇'],
    ['in brackets behind it', `清泉社区（${ID}）`, '清泉镇'],
    ['with separators', '清泉990101-19900101-0012社区', '清泉镇'],
    ['in the unit that reports', '清泉社区', `清泉镇${ID}`],
  ])('%s', (_what, community, unit) => {
    const snapshot = bookOf(community, unit), report = check(snapshot, { policy: defaultPolicy })
    const made = JSON.stringify(allChanges(fill(snapshot, report)))
    expect(made.replace(/\D+/g, '')).not.toContain('19900101')
    expect(made).toContain('清泉')
  })

  test('and the figures beside a masked name are those of the community, as values', () => {
    const [plain, masked] = ['清泉社区', `清泉${ID}社区`].map(community => {
      const snapshot = bookOf(community, '清泉镇')
      return allChanges(fill(snapshot, check(snapshot, { policy: defaultPolicy }))).flatMap(change =>
        change.kind === 'cell' && change.sheet.includes('配备') && /^[A-Z]6$/.test(change.cell) ? [[change.cell, typeof change.after === 'object' && change.after !== null && 'value' in change.after ? change.after.value : change.after] as const] : [])
    })
    expect(plain?.length).toBeGreaterThan(5)
    expect(masked?.filter(([cell]) => cell !== 'A6')).toEqual(plain?.filter(([cell]) => cell !== 'A6'))
  })
})
