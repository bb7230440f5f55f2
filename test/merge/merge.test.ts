import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, read } from '../../src/check'
import type { Headcount, PremisesFigures, Report } from '../../src/core/report'
import type { Snapshot } from '../../src/core/snapshot'
import { newWorkbookBytes, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { NOT_READ, merge } from '../../src/merge'
import type { Merged } from '../../src/merge'
import { defaultPolicy } from '../../src/policies'
import { checkCharacter } from '../../src/vocabulary/ids'
import { book } from '../read/sheets'
import type { SheetText } from '../read/sheets'

const DAY = '2023-12-31'

/** Every sheet as one community's own writing, with its own ways of saying the same. */
const PARTS: readonly (readonly [string, Readonly<Record<string, SheetText>>])[] = [
  ['words.xlsx', {
    花名册: ['河东社区工作人员花名册', '序号|社区|姓名|出生年月|文化程度|政治面貌|人员类别|备注', '1|河东社区|丁一|1985.03|大专在读|预备党员|事业编制|', '2|河东社区|于二|1978.1|高职|群众|公益性岗位|', '3|河东社区|王三|35岁|本科（函授）|团员|临聘|已离职', '4|河东社区|孙四||初中|无党派|劳务派遣|长期病假', '合计|4人'],
    办公用房: ['社区|坐落|面积（㎡）|警务室|产权', '河东社区|东街1号|约195|有|租赁至2025年'],
  }],
  ['answers.xlsx', {
    名单: ['社区|姓名|身份证号|出生日期|是否大专以上|是否党员|是否在编|民族', `西门社区|李五|'${idOf('19900102')}|1990-01-02|是|是|是|汉`, '西门社区|周六||1969年|否|否|否|回', '西门社区|空缺||||||'],
    用房: ['社区|使用面积|建筑面积|办公室|警务室|议事室|活动室|是否拆迁', '西门社区||260|√|√||√|否', '南门社区|0.015万㎡|300|√|√|√|√|是'],
  }],
  ['unplaced.xlsx', { 花名册: ['姓名|性别|年龄|学历|政治面貌|人员类别', '钱七|男|44|中专|中共党员|正式', '吴八|女|29|硕士研究生|共青团员|合同制'] }],
  ['study.xlsx', { 花名册: ['社区|姓名|出生日期|全日制学历|在职学历|政治面貌|人员类别|人员状态|离岗时间', '北门|郑九|19801205|高中|大专（函授）|中共党员|正式|在岗|', '北门|冯十|8503|中专|无|群众|聘用|借调到街道|', '北门|褚一|1975/6/30|大专|||正式|退休|2020年1月'] }],
]

function idOf(birth: string): string {
  const digits = `321299${birth}011`
  return digits + checkCharacter(digits)
}

async function together(
  parts: readonly { readonly file: string; readonly snapshot: Snapshot }[],
): Promise<{ readonly report: Report; readonly snapshot: Snapshot; readonly merged: Merged }> {
  const merged = merge(parts.map(({ file, snapshot }) => ({ file, snapshot, reading: read(snapshot, { asOf: DAY }) })))
  const snapshot = await readWorkbookBytes(await newWorkbookBytes(merged.changes), '合并.xlsx')
  return { report: check(snapshot, { policy: defaultPolicy, asOf: DAY }), snapshot, merged }
}

function figures(report: Report): Map<string, readonly [Headcount, Partial<PremisesFigures> | null, string]> {
  return new Map(report.communities.map(unit => [unit.name, [unit.headcount, unit.premises, unit.judgements.map(each => `${each.target.id} ${each.verdict}`).join()]]))
}

/** The same figures, community by community, as the parts have them on their own. */
function expectSame(whole: Report, parts: readonly Report[]): void {
  const found = figures(whole)
  for (const part of parts) {
    const staff = part.overall.headcount.counted + part.overall.headcount.unknown + part.overall.headcount.undecided > 0
    for (const [name, [heads, premises, verdicts]] of figures(part)) {
      const [mergedHeads, mergedPremises, mergedVerdicts] = found.get(name) ?? []
      expect([part.file, name, mergedPremises]).toEqual([part.file, name, premises])
      if (staff) expect([part.file, name, mergedHeads, mergedVerdicts]).toEqual([part.file, name, heads, verdicts])
    }
  }
}

test('the merged workbook has the figures of its parts, whatever their ways of writing', async () => {
  const parts = PARTS.map(([file, sheets]) => ({ file, snapshot: book(sheets, { name: file }) })),
    { report, merged } = await together(parts)
  const reports = parts.map(({ file, snapshot }) => check(snapshot, { policy: defaultPolicy, asOf: DAY, file }))
  expectSame(report, reports.filter(each => each.reading.premises.length > 0 || each.communities.length > 0).map(each => ({ ...each })))
  const heads = reports.map(each => each.overall.headcount)
  for (const key of ['formal', 'contracted', 'undecided', 'unknown', 'vacant', 'left', 'college', 'partyLeague', 'collegeBlank', 'partyLeagueBlank', 'ageBlank'] as const) {
    expect([key, report.overall.headcount[key]]).toEqual([key, heads.reduce((sum, each) => sum + each[key], 0)])
  }
  expect(merged.files.map(({ file, people, premises }) => [file, people, premises])).toEqual([['words.xlsx', 4, 1], ['answers.xlsx', 3, 2], ['unplaced.xlsx', 2, 0], ['study.xlsx', 3, 0]])
})

test('the samples: one workbook a community, and one of the usual mess', async () => {
  for (const name of ['一社区一表示例.xlsx', '杂乱表示例.xlsx']) {
    const snapshot = await readWorkbookBytes(new Uint8Array(readFileSync(join(__dirname, '../../samples', name))), name), { report } = await together([{ file: name, snapshot }])
    expectSame(report, [check(snapshot, { policy: defaultPolicy, asOf: DAY, file: name })])
  }
})

test('every row names its file, sheet and row, ids stay text, and what was not taken over is listed without an id', async () => {
  const id = idOf('19900102'), rows = { 名册: ['序号|社区|姓名|身份证号|籍贯|爱好|人员类别', `例|河东|张三|'${id}||棋|正式`, `1|河东|李四|'${id}|泰州|书法|正式`, '|合计|1人'], 工资表: ['姓名|应发工资|实发工资', '李四|3000|2800'] }
  const { snapshot, merged } = await together([{ file: '甲.xlsx', snapshot: book(rows, { name: '甲.xlsx' }) }])
  const sheet = snapshot.sheets.find(each => each.name === '人员花名册'), head = sheet?.rows[3] ?? [], row = sheet?.rows[4] ?? []
  expect([row[head.indexOf('身份证号')], row[head.indexOf('籍贯')], row[head.indexOf('来源文件')], row[head.indexOf('来源工作表')], row[head.indexOf('来源行')]]).toEqual([id, '泰州', '甲.xlsx', '名册', 3])
  const lost = snapshot.sheets.find(each => each.name === NOT_READ)?.rows.slice(2).map(each => each.slice(1, 4)) ?? []
  expect(lost).toEqual([['名册', '第 2 行', '填写示例'], ['名册', '第 4 行', '合计'], ['名册', 'F 列', '没有用到的列'], ['工资表', expect.any(String), expect.stringContaining('工资表')]])
  expect(JSON.stringify(snapshot.sheets.find(each => each.name === NOT_READ)?.rows)).not.toContain(id)
  expect(merged.files).toEqual([{ file: '甲.xlsx', people: 1, premises: 0, notRead: 4, error: null }])
})

test('a file that cannot be read is listed; one community of two files is told', () => {
  const one = book({ 花名册: ['社区|姓名|人员类别', '河东|甲一|正式'] }), other = book({ 花名册: ['社区|姓名|人员类别', '河东社区|乙二|聘用'] }), reading = (snapshot: Snapshot) => read(snapshot, { asOf: DAY })
  const merged = merge([{ file: 'a.xlsx', snapshot: one, reading: reading(one) }, { file: 'b.xlsx', snapshot: other, reading: reading(other) }, { file: 'c.xlsx', error: '文件损坏' }])
  expect(merged.files.map(({ file, people, error }) => [file, people, error])).toEqual([['a.xlsx', 1, null], ['b.xlsx', 1, null], ['c.xlsx', 0, '文件损坏']])
  expect(merged.shared).toEqual([{ community: '河东', files: ['a.xlsx', 'b.xlsx'] }])
})
