import { keys, people, read } from './sheets'

const ODD = ['编码|辖区|干部|文化高低|面貌|类型', '1|河南社区|张三|大专|群众|正式', '2|河东社区|李四|大专|党员|聘用']

test('a mapping file names the kind, the columns, the words and the communities', () => {
  const reading = read({ 表: ['序号|辖区|干部|文化高低|面貌|类型', '1|城南|张三|老中专|骨干|外星人'] }, {
    mapping: {
      tables: [{ sheet: '表', kind: 'staff', columns: { community: 'B', name: 'C', education: 'D', politics: 'E', employment: 'F' } }],
      words: { employment: { 外星人: 'contracted' }, college: { 老中专: 'yes' }, politics: { 骨干: 'yes' } }, communities: { 城南: '河南社区' },
    },
  })
  expect(people(reading)).toEqual(['张三 河南 contracted'])
  expect(reading.people[0]).toMatchObject({ college: 'yes', partyOrLeague: 'yes', notes: [] })
  expect(reading.tables[0]?.columns.map(column => column.by)).toEqual(['header', 'mapping', 'mapping', 'mapping', 'mapping', 'mapping'])
  expect(reading.questions).toEqual([])
})

test('a column is taken away, and a table is left out', () => {
  const sheets = { 表: ['社区|姓名|学历|政治面貌|人员类别', '河南社区|张三|大专|群众|正式'] }
  expect(keys(read(sheets, { mapping: { tables: [{ sheet: '表', columns: { politics: null } }] } }))).toEqual(['community', 'name', 'education', null, 'employment'])
  const left = read(sheets, { mapping: { tables: [{ sheet: '表', header: 'A1:E1', kind: 'ignore' }] } })
  expect([left.people, left.tables[0]?.reason?.key]).toEqual([[], 'table.ignored'])
})

test('answers are kept under the ids of questions', () => {
  const sheets = { Sheet1: ['姓名|学历|政治面貌', '张三|20|群众'] }
  const { questions } = read(sheets)
  const [community = '', employment = ''] = questions.map(question => question.id)
  expect(questions.map(question => question.id.replace(/[0-9a-f]{8}$/, '#'))).toEqual(['community:Sheet1!#', 'employment:Sheet1!#', 'word:education:20'])
  const moved = read({ Sheet1: ['关于人员', ...sheets.Sheet1] }, { mapping: { answers: { [community]: '河南社区', [employment]: 'contracted', 'word:education:20': 'yes' } } })
  expect([people(moved), moved.questions]).toEqual([['张三 河南 contracted'], []])
  // Answers that were kept under places still hold where nothing moved.
  const answered = read(sheets, { mapping: { answers: { 'community:Sheet1!A1:C1': '河南社区', 'employment:Sheet1!A1:C1': 'contracted', 'word:education:20': 'yes' } } })
  expect([people(answered), answered.people[0]?.college, answered.questions]).toEqual([['张三 河南 contracted'], 'yes', []])
})

test('a header that values contradict is asked about and not used; the answer settles it', () => {
  const sheets = { 河南社区: ['姓名|年龄|学历|政治面貌|人员类别', '张三|男|大专|群众|正式', '李四|女|大专|群众|正式', '王五|男|大专|群众|正式'] }
  const [question] = read(sheets).questions
  expect([question?.id.replace(/[0-9a-f]{8}\/[0-9a-f]{6}$/, '#'), question?.message.key]).toEqual(['column:河南社区!#', 'question.column-contradicted'])
  expect(keys(read({ 河南社区: ['编号|姓名|年龄|学历|政治面貌|人员类别', ...sheets.河南社区.slice(1).map((row, i) => `${i + 1}|${row}`)] }, { mapping: { answers: { [question?.id ?? '']: 'sex' } } })).includes('sex')).toBe(false)
  expect(keys(read(sheets, { mapping: { answers: { [question?.id ?? '']: 'sex' } } }))).toContain('sex')
  expect(keys(read(sheets, { mapping: { answers: { 'column:河南社区!B1': 'sex' } } }))).toEqual(['name', 'sex', 'education', 'politics', 'employment'])
})

test('an unknown workbook is read with a mapping alone', () => {
  expect(people(read({ 表: ODD }, { mapping: { tables: [{ sheet: '表', kind: 'staff', columns: { community: 'B', name: 'C', education: 'D', politics: 'E', employment: 'F' } }] } }))).toEqual(['张三 河南 formal', '李四 河东 contracted'])
})

const HEADERS = ['编码', '辖区', '干部', '文化高低', '面貌', '类型']
const corrected = { sheet: '表', headers: HEADERS, kind: 'staff', columnHeaders: { community: '辖区', name: '干部', education: '文化高低', politics: '面貌', employment: '类型' } } as const

test.each<[string, Record<string, string[]>]>([
  ['as it was', { 表: ODD }],
  ['two rows above', { 表: ['关于干部的表', '', ...ODD] }],
  ['a column put in at the left', { 表: ODD.map(row => `|${row}`) }],
  ['the sheet has another name', { 干部: ODD }],
  ['another table beside it', { 表: ODD, 说明: ['填表说明'] }],
])('a correction follows the header words: %s', (_name, sheets) => {
  const reading = read(sheets, { mapping: { tables: [corrected] } })
  expect(people(reading)).toEqual(['张三 河南 formal', '李四 河东 contracted'])
  expect(reading.notices.filter(notice => notice.key.endsWith('unused'))).toEqual([])
})

test.each<[string, Parameters<typeof read>[1], string[]]>([
  ['a correction of a table that is not there', { mapping: { tables: [{ sheet: '没有', kind: 'staff' }] } }, ['notice.correction-unused']],
  ['a correction whose headers changed', { mapping: { tables: [{ ...corrected, headers: ['甲', '乙'] }] } }, ['notice.correction-unused']],
  ['an answer to a question that is not asked', { mapping: { answers: { 'table:没有!12345678': 'staff' } } }, ['notice.answers-unused']],
  ['all found', { mapping: { tables: [corrected] } }, []],
])('what finds nothing is said: %s', (_name, options, keysOfNotices) => {
  expect(read({ 表: ODD }, options).notices.map(notice => notice.key).filter(key => key.endsWith('unused'))).toEqual(keysOfNotices)
})

test('what is said of answers that found nothing: how many, and the sheets they were about', () => {
  const answers = { 'table:没有!12345678': 'staff', 'community:没有!1': '河南', 'column:表!B!12345678/abcdef': 'sex', 'word:education:20': 'yes', 'unit:x': 'm2' }
  const told = read({ 表: ODD }, { mapping: { tables: [corrected], answers } }).notices.filter(notice => notice.key.endsWith('unused'))
  expect(told).toEqual([{ key: 'notice.answers-unused', params: { count: 3, sheets: '没有、表!B' } }])
})

test.each<[string, boolean]>([['A1', true], ['A1:E1', true], ['A1:Z9', true], ['A2', false], ['B1', false], ['A', false]])('a header given as %s names the list: %s', (header, names) => {
  const reading = read({ 表: ['社区|姓名|学历|政治面貌|人员类别', '河南社区|张三|大专|群众|正式'] }, { mapping: { tables: [{ sheet: '表', header, kind: 'ignore' }] } })
  expect([reading.people.length === 0, reading.notices.some(notice => notice.key === 'notice.correction-unused')]).toEqual([names, !names])
})
