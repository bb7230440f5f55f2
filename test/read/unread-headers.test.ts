import { read } from './sheets'

/** College, party or League and the birth of each person of one list. */
function told(header: string, ...rows: readonly string[]): readonly string[] {
  return read({ 名单: [`社区|姓名|人员性质|${header}`, ...rows.map((row, at) => `清泉社区|甲${'一二三四'[at] ?? ''}|正式|${row}`)] })
    .people.map(({ college, partyOrLeague }) => `${college} ${partyOrLeague}`)
}

test.each<readonly [header: string, rows: readonly string[], wanted: readonly string[]]>([
  ['出生日期|党派团体', ['1985-03-02|中共党员', '1988-03-02|群众', '1990-01-05|共青团员'], ['blank yes', 'blank no', 'blank yes']],
  ['出生日期|党派团体', ['1985-03-02|中共党员', '1988-03-02|丙', '1990-01-05|群众'], ['blank yes', 'blank unclear', 'blank no']],
  ['出生日期|所受教育', ['1985-03-02|大专', '1988-03-02|高中', '1990-01-05|本科'], ['yes blank', 'no blank', 'yes blank']],
  // Not his, not his today, or not clear.
  ['出生日期|配偶政治', ['1985-03-02|中共党员', '1988-03-02|群众', '1990-01-05|群众'], ['blank blank', 'blank blank', 'blank blank']],
  ['出生日期|入职前所受教育', ['1985-03-02|大专', '1988-03-02|高中', '1990-01-05|本科'], ['blank blank', 'blank blank', 'blank blank']],
  ['出生日期|党派团体|组织', ['1985-03-02|群众|党员', '1988-03-02|群众|群众', '1990-01-05|党员|团员'], ['blank blank', 'blank blank', 'blank blank']],
  ['出生日期|打分', ['1985-03-02|优', '1988-03-02|良', '1990-01-05|优'], ['blank blank', 'blank blank', 'blank blank']],
])('a header that is not known, %s', (header, rows, wanted) => {
  expect(told(header, ...rows)).toEqual(wanted)
})

test.each<readonly [header: string, days: string, found: readonly string[]]>([
  ['首次工作时间', '1999.05', ['value.hired-before-16']], ['到社区工作日期', '2033-05-01', ['value.day-in-future']], ['首次工作日期', '2010.05', []],
  ['Start of work', '1999.05', ['value.hired-before-16']], ['Date joined', '2033-05-01', ['value.day-in-future']], ['加入党组织年月', '2001.05', ['value.party-before-18']],
  ['参加工作年份月份', '1999.05', ['value.hired-before-16']], ['加入中共时间', '2001.05', ['value.party-before-18']], ['户口迁入日期', '1999.05', []],
])('days under %s', (header, day, found) => {
  const reading = read({ 名单: [`社区|姓名|人员性质|学历|政治面貌|出生日期|${header}`, `清泉社区|甲一|正式|大专|中共党员|1985-03-02|${day}`, '清泉社区|甲二|正式|大专|群众|1985-03-02|'] }, { asOf: 20231231 })
  expect(reading.people.flatMap(({ notes }) => notes.map(({ key }) => key)).filter(key => /hired|future|before-18/.test(key))).toEqual(found)
})

test.each<readonly [education: string, college: string]>([
  ['大专（2027届）', 'unclear'], ['大专（2022届）', 'yes'], ['本科2024届', 'unclear'], ['大三在读', 'unclear'], ['大四', 'unclear'], ['高三在读', 'no'],
])('%s on the last day of 2023: %s', (education, college) => {
  const reading = read({ 名单: ['社区|姓名|人员性质|学历', `清泉社区|甲一|正式|${education}`, '清泉社区|甲二|正式|大专'] }, { asOf: 20231231 })
  expect(reading.people[0]?.college).toBe(college)
})

test('空缺 as the kind of somebody who has a name is told at the kind', () => {
  const reading = read({ 名单: ['社区|姓名|人员性质|学历', '清泉社区|甲一|空缺|大专', '清泉社区|甲二|正式|大专'] })
  expect(reading.people[0]?.notes.find(({ key }) => key === 'value.vacant-with-name')).toMatchObject({ at: 3, against: 2, written: '空缺' })
})
