import { check } from '../../src/check'
import { areaName } from '../../src/core/area'
import { defaultPolicy as policy } from '../../src/policies'
import { book, communityOf, people, read, tables } from './sheets'
import type { SheetText } from './sheets'

/** Lists that other hands laid out otherwise: each is read as the plain list that it stands for, or asked about. */
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']

function ages(sheets: Readonly<Record<string, SheetText>>): readonly string[] {
  return read(sheets).people.map(({ name, birth, birthPrecision }) => `${name} ${String(birth)} ${birthPrecision}`)
}

const CARD = (community: string, name: string, sex: string, born: string, kind: string): string[] => [
  '社区工作者登记表',
  `姓名|${name}|性别|${sex}|出生年月|${born}`,
  `所在社区|${community}|政治面貌|中共党员|学历|大专`,
  `人员性质|${kind}|职务|委员`,
]

test.each<readonly [what: string, sheets: Readonly<Record<string, SheetText>>]>([
  [
    'cards one below the other',
    {
      登记表: [
        ...CARD('清泉社区', '张三', '男', '1985.03', '正式'),
        ...CARD('清泉社区', '李四', '女', '1988.03', '聘用'),
        '',
        ...CARD('荷叶社区', '王五', '男', '1990.01', '在编'),
        ...CARD('荷叶社区', '赵六', '女', '1979.12', '合同制'),
      ],
    },
  ],
  [
    'a card a sheet',
    {
      张三: CARD('清泉社区', '张三', '男', '1985.03', '正式'),
      李四: CARD('清泉社区', '李四', '女', '1988.03', '聘用'),
      王五: CARD('荷叶社区', '王五', '男', '1990.01', '在编'),
      赵六: CARD('荷叶社区', '赵六', '女', '1979.12', '合同制'),
    },
  ],
  [
    'two cards side by side',
    {
      登记表: [
        '姓名|张三|性别|男|姓名|李四|性别|女',
        '社区|清泉社区|学历|大专|社区|清泉社区|学历|高中',
        '政治面貌|党员|人员性质|正式|政治面貌|群众|人员性质|聘用',
        '',
        '姓名|王五|性别|男|姓名|赵六|性别|女',
        '社区|荷叶社区|学历|大专|社区|荷叶社区|学历|高中',
        '政治面貌|党员|人员性质|正式|政治面貌|群众|人员性质|聘用',
      ],
    },
  ],
  [
    'relatives in a table inside the card are nobody’s',
    {
      登记表: [
        ...CARD('清泉社区', '张三', '男', '1985.03', '正式'),
        '家庭主要成员|称谓|姓名|出生年月|政治面貌|工作单位',
        '|妻子|钱七|1986.05|群众|荷叶社区',
        '|儿子|张小三|2010.05|群众|实验小学',
        ...CARD('清泉社区', '李四', '女', '1988.03', '聘用'),
        '家庭主要成员|称谓|姓名|出生年月|政治面貌|工作单位',
        '|丈夫|孙八|1986.05|群众|荷叶社区',
        ...CARD('荷叶社区', '王五', '男', '1990.01', '正式'),
        '家庭主要成员|称谓|姓名|出生年月|政治面貌|工作单位',
        ...CARD('荷叶社区', '赵六', '女', '1979.12', '聘用'),
      ],
    },
  ],
  [
    'labels with a colon, the community above the name',
    {
      登记表: [
        '所在社区：|清泉社区',
        '姓名：|张三|性别：|男',
        '学历：|大专|政治面貌：|党员',
        '人员类别：|正式',
        '所在社区：|清泉社区',
        '姓名：|李四|性别：|男',
        '学历：|大专|政治面貌：|党员',
        '人员类别：|聘用',
        '所在社区：|荷叶社区',
        '姓名：|王五|性别：|男',
        '学历：|大专|政治面貌：|党员',
        '人员类别：|正式',
        '所在社区：|荷叶社区',
        '姓名：|赵六|性别：|男',
        '学历：|大专|政治面貌：|党员',
        '人员类别：|聘用',
      ],
    },
  ],
  [
    'two rows a person',
    {
      表: [
        '序号|社区|姓名|性别|出生年月|学历',
        '||身份证号码|政治面貌|人员类别|职务',
        "1|清泉社区|张三|男|1985.03|大专",
        "||'321299198503010017|党员|正式|书记",
        "2||李四|女|1988.03|高中",
        "||'321299198803010029|群众|聘用|委员",
        "3|荷叶社区|王五|男|1990.01|大专",
        "||'321299199001010011|党员|正式|书记",
        "4||赵六|女|1979.12|高中",
        "||'321299197912010023|群众|聘用|委员",
        '合计|4人',
      ],
    },
  ],
  [
    'two rows a person under section rows, subtotals between',
    {
      表: [
        '序号|姓名|性别|出生年月',
        '|学历|政治面貌|人员类别',
        '一、清泉社区',
        '1|张三|男|1985.03',
        '|大专|党员|正式',
        '2|李四|女|1988.03',
        '|高中|群众|聘用',
        '小计|2人',
        '二、荷叶社区',
        '1|王五|男|1990.01',
        '|本科|党员|正式',
        '2|赵六|女|1979.12',
        '|高中|群众|聘用',
        '小计|2人',
      ],
    },
  ],
  [
    'the kind in brackets behind the name',
    {
      表: [
        '序号|社区|姓名|性别|学历|政治面貌',
        '1|清泉社区|张三（正式）|男|大专|党员',
        '2|清泉社区|李四(聘)|女|大专|党员',
        '3|荷叶社区|王五（在编）|女|大专|党员',
        '4|荷叶社区|赵六（合同制）|女|大专|党员',
      ],
    },
  ],
  [
    'surname and given name apart',
    {
      表: [
        '序号|社区|姓|名|学历|政治面貌|人员类别',
        '1|清泉社区|张|三|大专|党员|正式',
        '2|清泉社区|李|四|大专|党员|聘用',
        '3|荷叶社区|王|五|大专|党员|正式',
        '4|荷叶社区|赵|六|大专|党员|聘用',
      ],
    },
  ],
  [
    'subtotals that name the community, above its people',
    {
      表: [
        '序号|姓名|学历|政治面貌|人员类别',
        '合计|4人',
        '清泉社区小计|2人',
        '1|张三|大专|党员|正式',
        '2|李四|大专|党员|聘用',
        '荷叶社区小计|2人',
        '1|王五|大专|党员|正式',
        '2|赵六|大专|党员|聘用',
      ],
    },
  ],
  [
    'subtotals that name the community, below its people',
    {
      表: [
        '序号|姓名|学历|政治面貌|人员类别',
        '1|张三|大专|党员|正式',
        '2|李四|大专|党员|聘用',
        '清泉社区小计|2人',
        '1|王五|大专|党员|正式',
        '2|赵六|大专|党员|聘用',
        '荷叶社区小计|2人',
        '总计|4人',
      ],
    },
  ],
  [
    'the community alone behind its label above each list',
    {
      表1: ['工作人员花名册', '社区：清泉', '姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式', '李四|大专|党员|聘用'],
      表2: ['工作人员花名册', '填报单位：荷叶', '姓名|学历|政治面貌|人员类别', '王五|大专|党员|正式', '赵六|大专|党员|聘用'],
    },
  ],
  [
    'English words in the cells',
    {
      Staff: [
        'No.|Community|Name|Education|Political Status|Employment Type',
        "1|清泉|张三|Bachelor's degree|CPC member|Permanent",
        '2|清泉|李四|Junior College|Masses|Contract',
        '3|荷叶|王五|High School|League member|Formal',
        '4|荷叶|赵六|Technical secondary school|None|Temporary staff',
      ],
    },
  ],
  [
    'a person a column, where values are header words too',
    { 清泉社区: ['姓名|张三|李四', '学历|大专|大专', '政治面貌|党员|团员', '人员类别|正式|聘用'], 荷叶社区: ['姓名|王五|赵六', '学历|大专|大专', '政治面貌|群众|党员', '人员类别|在编|编外'] },
  ],
  [
    'blocks side by side under section words of two writings',
    {
      表: [
        '清泉社区||||社区：荷叶社区',
        '姓名|学历|政治面貌|人员类别|姓名|学历|政治面貌|人员类别',
        '张三|大专|党员|正式|王五|大专|党员|正式',
        '李四|大专|党员|聘用|赵六|大专|党员|聘用',
      ],
    },
  ],
  [
    'blocks under bare names and the same header words',
    {
      表: [
        '双桥镇社区工作人员花名册',
        '清泉',
        '姓名|学历|政治面貌|人员类别',
        '张三|大专|党员|正式',
        '李四|大专|党员|聘用',
        '荷叶',
        '姓名|学历|政治面貌|人员类别',
        '王五|大专|党员|正式',
        '赵六|大专|党员|聘用',
      ],
    },
  ],
  [
    'a section row with its counts in cells of their own',
    {
      表: [
        '序号|姓名|学历|政治面貌|人员类别|职务',
        '清泉社区|共2人||正式1人||聘用1人',
        '1|张三|大专|党员|正式|书记',
        '2|李四|大专|党员|聘用|委员',
        '荷叶社区|共2人||其中：正式1人||聘用1名',
        '1|王五|大专|党员|正式|书记',
        '2|赵六|大专|党员|聘用|委员',
      ],
    },
  ],
  [
    'header words in frames',
    {
      表: [
        '【序号】|【所属社区】|【姓名】|【学历】|【政治面貌】|【用工性质】',
        '1|清泉社区|张三|大专|党员|正式',
        '2|清泉社区|李四|大专|党员|聘用',
        '3|荷叶社区|王五|大专|党员|正式',
        '4|荷叶社区|赵六|大专|党员|聘用',
      ],
    },
  ],
  [
    'names of fields under the header words',
    {
      表: [
        '序号|社区名称|姓名|学历|政治面貌|人员性质',
        'XH|SQMC|XM|XL|ZZMM|RYXZ',
        '1|清泉社区|张三|大专|党员|正式',
        '2|清泉社区|李四|大专|党员|聘用',
        '3|荷叶社区|王五|大专|党员|正式',
        '4|荷叶社区|赵六|大专|党员|聘用',
      ],
    },
  ],
  [
    'sorted by kind, each kind written once',
    {
      表: [
        '人员类别|社区|姓名|学历|政治面貌',
        '正式|清泉社区|张三|大专|党员',
        '|荷叶社区|王五|大专|党员',
        '|滨河社区|钱七|大专|党员',
        '聘用|清泉社区|李四|大专|党员',
        '|荷叶社区|赵六|大专|党员',
        '|滨河社区|孙八|大专|党员',
      ],
    },
  ],
])('%s', (_what, sheets) => {
  const reading = read(sheets)
  expect([...people(reading)].filter(person => !person.includes('滨河')).sort()).toEqual([...WANTED].sort())
  expect(reading.questions.map(question => question.id)).toEqual([])
})

test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
  ['under one group', ['姓名|出生||学历|政治面貌', '|年|月||', '张三|1985|3|大专|党员', '李四|1988|12|大专|党员'], ['张三 19850301 month', '李四 19881201 month']],
  ['with the day', ['姓名|出生年月日|||学历|政治面貌', '|年|月|日||', '张三|1985|3|7|大专|党员', '李四|1988|12|21|大专|党员'], ['张三 19850307 day', '李四 19881221 day']],
  ['with 出生 in each word', ['姓名|出生年|出生月|学历|政治面貌', '张三|1985年|3月|大专|党员', '李四|1988年|12月|大专|党员'], ['张三 19850301 month', '李四 19881201 month']],
])('year and month of birth in columns of their own: %s', (_what, rows, wanted) => {
  expect(ages({ 表: rows })).toEqual(wanted)
})

test('a name without a mark has no kind, and that is asked', () => {
  const reading = read({ 表: ['社区|姓名|学历|政治面貌', '清泉社区|张三|大专|党员', '清泉社区|李四（聘用）|大专|党员'] })
  expect(people(reading)).toEqual(['张三 清泉 unknown', '李四 清泉 contracted'])
  expect(reading.questions.map(question => question.kind)).toEqual(['column'])
})

test('a bracket that is no kind of staff marks nobody', () => {
  const reading = read({ 表: ['社区|姓名|学历|政治面貌', '清泉社区|张三（书记）|大专|党员', '清泉社区|李四（女）|大专|党员'] })
  expect(people(reading)).toEqual(['张三 清泉 unknown', '李四 清泉 unknown'])
})

test('subtotals both above and below tell nothing', () => {
  const reading = read({
    表: ['姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式', '清泉社区小计|1人', '李四|大专|党员|聘用', '荷叶社区小计|1人', '王五|大专|党员|正式'],
  })
  expect(people(reading)).toEqual(['张三 ? formal', '李四 ? contracted', '王五 ? formal'])
  expect(reading.questions).toHaveLength(1)
})

test.each(['填报单位：民政科', '填报单位：双桥镇', '单位：人', '填报单位：社区办', '填报单位：县社工部'])('%s names no community', line => {
  const reading = read({ 表: [line, '姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式', '李四|大专|党员|聘用'] })
  expect(reading.people.map(person => communityOf(reading, person.community))).toEqual(['?', '?'])
})

test('青年路 keeps its name under every line', () => {
  for (const line of ['社区：青年路社区', '2023年青年路社区花名册', '双桥镇青年路社区工作人员花名册', '二〇二三年度青年路社区花名册']) {
    const reading = read({ 表: [line, '姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式'] })
    expect([line, people(reading)]).toEqual([line, ['张三 青年路 formal']])
  }
})

test('cards beside a roster of the same people are named and not counted', () => {
  const roster = ['社区|姓名|学历|政治面貌|人员类别', '清泉社区|张三|大专|党员|正式', '清泉社区|李四|大专|党员|聘用']
  const reading = read({ 花名册: roster, 登记表: [...CARD('清泉社区', '张三', '男', '1985.03', '正式'), ...CARD('清泉社区', '李四', '女', '1988.03', '聘用')] })
  expect(tables(reading)).toEqual(['staff 花名册 2', 'other 登记表 0'])
})

test('what is said of a card or a second row names its own cell', () => {
  const rows = (text: string): readonly string[] => text.split('|')
  const paired = [
    rows('序号|社区|姓名|性别|出生年月|学历'),
    rows('||身份证号码|政治面貌|人员类别|职务'),
    ...[1, 2, 3, 4].flatMap(at => [
      [at, '清泉社区', ['张三', '李四', '王五', '赵六'][at - 1] ?? '', '男', '1985.03', '大专'],
      [null, null, null, at === 2 ? '党贝' : '党员', '正式', '委员'],
    ]),
  ]
  const report = check(book({ 表: paired }), { policy, asOf: '2023-12-31' })
  const unknown = report.findings.filter(finding => finding.rule === 'value-unknown' || finding.rule.includes('word'))
  expect(unknown.map(finding => (finding.at === null ? '' : areaName(finding.at)))).toContain('表!D6')
  expect(JSON.stringify(report.findings)).not.toMatch(/"top":\d{7}/)
})

test('a list of changes beside a roster adds nobody', () => {
  const roster = ['序号|社区|姓名|学历|政治面貌|人员类别', '1|清泉社区|张三|大专|党员|正式', '2|清泉社区|李四|大专|党员|聘用']
  const changes = ['序号|社区|姓名|学历|政治面貌|人员类别|变动类型|变动时间', '1|清泉社区|李四|大专|党员|聘用|新增|2023.05', '2|清泉社区|王五|大专|党员|正式|减少|2023.06']
  for (const name of ['人员变动情况', '增减人员表', '2023年人员异动']) {
    expect(tables(read({ 花名册: roster, [name]: changes }))).toEqual(['staff 花名册 2', `other ${name} 0`])
  }
  // Without a word in its name the column still tells who left.
  expect(people(read({ 花名册: [...changes.slice(0, 2), changes[2] ?? ''] }))).toEqual(['李四 清泉 contracted', '王五 清泉 formal left'])
})

test('kinds that come again are gaps and not filled down', () => {
  const reading = read({
    表: ['人员类别|社区|姓名|学历', '正式|清泉社区|张三|大专', '|清泉社区|李四|大专', '聘用|清泉社区|王五|大专', '|清泉社区|赵六|大专', '正式|清泉社区|钱七|大专', '|清泉社区|孙八|大专'],
  })
  expect(people(reading).filter(person => person.endsWith('unknown'))).toHaveLength(3)
})

test('one bare line over one list, or a group of people, is no community', () => {
  for (const line of ['清泉', '网格队伍', '基本信息']) {
    const reading = read({ 表: ['花名册', line, '姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式', '李四|大专|党员|聘用'] })
    expect(reading.people.map(person => communityOf(reading, person.community))).toEqual(['?', '?'])
  }
})
