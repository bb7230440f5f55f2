import { people, read, tables, HEADER } from './sheets'
import type { SheetText } from './sheets'

const ROSTER: SheetText = [HEADER, '1|河南社区|张三|大专|群众|正式', '2|河东社区|李四|大专|党员|聘用']

test.each<readonly [sheet: string, kind: string, reason: string | undefined, rows: SheetText]>([
  ['暑期班', 'other', 'table.other-people-columns', ['社区暑期课堂学生花名册', '序号|学号|姓名|性别|班级|出生日期|家长电话', '1|2023|张三|男|三(1)班|41218|138']],
  ['名单', 'other', 'table.other-people-title', ['志愿者名册', '序号|姓名|性别|出生年月|政治面貌|学历', '1|张三|男|1985.03|党员|大专']],
  ['签到', 'other', 'table.other-people-columns', ['党课学习签到表', '序号|姓名|单位|政治面貌|签名', '1|张三|河南社区|党员|']],
  ['居民', 'other', 'table.other-people-columns', ['居民信息', '户主|姓名|性别|身份证号|与户主关系', '张三|李四|男|990101198503124516|儿子']],
  ['通讯录', 'other', 'table.other-people-title', ['社区通讯录', '社区|姓名|职务|联系电话', '河南社区|张三|书记|138']],
  ['培训', 'other', 'table.other-people-title', ['社区工作者培训班人员名单', '社区|姓名|学历|政治面貌', '河南社区|张三|大专|党员']],
  ['党员', 'other', 'table.other-people-columns', ['河南社区党员花名册', '姓名|性别|出生年月|学历|入党时间|所在党支部', '张三|男|1985.03|大专|2005.01|一支部']],
  ['表', 'other', 'table.other-people-columns', ['社区|姓名|年龄|学历|政治面貌|总分', '河南社区|张三|25|本科|党员|85']],
  ['表', 'other', 'table.other-people-title', ['优秀社区工作者推荐表', '社区|姓名|年龄|学历|政治面貌', '河南社区|张三|35|本科|党员']],
  ['楼长', 'other', 'table.other-people-title', ['社区楼长名单', '社区|姓名|性别|年龄|学历|政治面貌', '河南社区|张三|男|40|大专|党员']],
  ['Sheet1', 'other', 'table.other-people-columns', ['序号|姓名|性别|出生年月|学历|入党时间|党员类别|所在支部', '1|张三|男|1985.03|大专|2005.01|正式党员|一支部']],
  ['Sheet1', 'other', 'table.other-people-columns', ['社区|姓名|性别|年龄|文化程度|政治面貌|人员类别|楼栋', '河南社区|张三|男|40|大专|党员|常住|3栋']],
  ['退休', 'other', 'table.other-people-title', ['离退休人员花名册', '社区|姓名|出生年月|学历|政治面貌|人员类别', '河南社区|张三|1955.03|高中|党员|正式']],
  ['离职人员', 'other', 'table.other-people-title', ['社区|姓名|出生年月|学历|政治面貌|人员类别|离职时间', '河南社区|张三|1985.03|高中|党员|聘用|2023.03']],
  ['机关', 'other', 'table.other-people-title', ['镇机关工作人员花名册', '部门|姓名|出生年月|学历|政治面貌|编制', '党政办|张三|1985.03|本科|党员|行政']],
  ['名单', 'other', 'table.other-people-title', ['社区工作者体检名单', '社区|姓名|年龄|学历|政治面貌|人员类别', '河南社区|张三|50|大专|党员|正式']],
  ['名单', 'other', 'table.other-people-title', ['拟录用社区工作者名单', '社区|姓名|年龄|学历|政治面貌|人员类别', '河南社区|张三|30|大专|党员|聘用']],
  ['名册', 'other', 'table.other-people-title', ['环卫保洁人员花名册', '社区|姓名|年龄|学历|政治面貌|用工性质', '河南社区|张三|58|小学|群众|聘用']],
  ['名册', 'other', 'table.other-people-ages', ['姓名|性别|出生年月|学历|政治面貌', '张三|男|2012.03|小学|群众', '李四|男|2013.03|小学|群众', '王五|男|2011.03|小学|群众']],
  ['名册', 'other', 'table.other-people-ages', ['姓名|性别|年龄|学历|政治面貌', '张三|男|82|小学|群众', '李四|男|79|小学|群众', '王五|男|85|小学|群众']],
  ['电话', 'other', 'table.not-a-roster', ['姓名|职务|联系电话', '张三|书记|138']],
  ['工资', 'pay', 'table.pay', ['社区工作人员工资表', '社区|姓名|人员类别|基本工资|绩效|实发工资', '河南社区|张三|正式|2000|500|2500']],
  ['表', 'pay', 'table.pay', ['社区工作者工资表', '序号|社区|姓名|学历|基本工资|学历补贴|应发合计', '1|河南社区|张三|大专|2000|100|2100']],
  ['发放', 'pay', 'table.pay', ['姓名|身份证号|应发工资|实发工资', '张三|990101198503124516|2000|1800']],
  ['配备', 'staffing-summary', undefined, ['社区|正式||聘用|', '|应配|实有|应配|实有', '河南社区|4|3|3|3']],
  ['结构', 'staffing-summary', undefined, ['社区工作人员结构统计表', '社区|人数|性别||学历|||政治面貌||', '||男|女|本科以上|大专|高中及以下|党员|团员|群众', '河南社区|7|3|4|2|3|2|4|1|2']],
  ['一览', 'community', undefined, ['社区名称|户数|常住人口|小区数', '河南社区|2000|5000|3']],
  ['用房', 'premises', undefined, ['社区|使用面积|产权', '河南社区|200|自有']],
  ['用房', 'premises', undefined, ['社区|负责人|联系电话|使用面积|产权', '河南社区|王五|138|200|自有']],
  ['预算', 'budget', undefined, ['人员经费预算', '单位：万元', '项目|人数|人均|金额', '正式人员|68|1.23|83.5', '合计|||83.5']],
  ['基金', 'fund', undefined, ['社区建设基金测算', '年度|新审批开发面积(㎡)|标准(元/㎡)|应收(万元)', '2024|10000|10|10']],
  ['来源', 'funding-sources', undefined, ['资金来源', '来源|金额(万元)|说明', '市财政补贴|12.5|']],
])('%s: %s (%s)', (sheet, kind, reason, rows) => {
  const alone = read({ [sheet]: rows })
  expect([alone.tables[0]?.kind, alone.tables[0]?.reason?.key]).toEqual([kind, reason])
  expect(alone.people).toEqual([])
  // Beside a roster it changes nothing in the roster's counts.
  expect(people(read({ 花名册: ROSTER, [sheet]: rows }))).toEqual(['张三 河南 formal', '李四 河东 contracted'])
})

test.each<readonly [what: string, rows: SheetText]>([
  ['a plain roster', ROSTER],
  ['grid workers are staff, whatever they count as', ['网格员花名册', HEADER, '1|河南社区|张三|大专|群众|网格员']],
  ['pay beside education and politics', ['社区|姓名|学历|政治面貌|人员类别|月工资', '河南社区|张三|大专|群众|正式|3000']],
  ['the day of joining the Party', ['社区|姓名|学历|入党时间|人员类别', '河南社区|张三|大专|2005.01|正式']],
  ['a title that says whom it leaves out', ['社区工作人员花名册（不含志愿者、保安）', '说明：不包括退休人员', HEADER, '1|河南社区|张三|大专|群众|正式']],
  ['a line of advice above the header', ['社区工作人员花名册', '请各社区如实填写，志愿者、退休人员不填。', HEADER, '1|河南社区|张三|大专|群众|正式']],
  ['staff for the disabled', ['残疾人专职委员及社区工作者花名册', HEADER, '1|河南社区|张三|大专|群众|聘用']],
  ['the school that was left', ['社区|姓名|学历|毕业学校|人员类别', '河南社区|张三|大专|电大|正式']],
])('a roster: %s', (_what, rows) => {
  expect(read({ 表: rows }).tables[0]).toMatchObject({ kind: 'staff', counted: true })
})

test('names and ages are a roster for want of a better one, and another list beside a full one', () => {
  const weak: SheetText = ['社区工作人员名单', '社区|姓名|年龄|职务', '河南社区|张三|40|主任']
  const alone = read({ 名单: weak })
  expect([tables(alone), alone.questions[0]?.id]).toEqual([['staff 名单 1'], 'table:名单!05f154a5'])
  expect(tables(read({ 名单: weak, 花名册: ROSTER }))).toEqual(['other 名单 0', 'staff 花名册 2'])
})

test('what is doubtful is asked, with an answer that settles it', () => {
  const sheets = { 名单: ['志愿者名册', '社区|姓名|学历|政治面貌|人员类别', '河南社区|张三|大专|党员|正式'] }
  const [question] = read(sheets).questions
  expect(question).toMatchObject({ id: 'table:名单!14594a3c', kind: 'table', assumed: 'other', choices: [{ id: 'staff' }, { id: 'other' }] })
  const settled = read(sheets, { mapping: { answers: { 'table:名单!14594a3c': 'staff' } } })
  expect([people(settled), settled.questions]).toEqual([['张三 河南 formal'], []])
})

test('a hidden sheet counts only where no visible one of its kind does', () => {
  const copy: SheetText = [HEADER, '1|河南社区|王五|大专|群众|正式']
  const beside = read({ 花名册: ROSTER, 旧: copy }, { hidden: ['旧'] })
  expect([tables(beside), beside.notices.map(notice => notice.key)]).toEqual([['staff 花名册 2', 'staff 旧 1 not counted'], ['notice.hidden-sheet']])
  const alone = read({ 花名册: ROSTER }, { hidden: ['花名册'] })
  expect([tables(alone), alone.notices.map(notice => notice.key)]).toEqual([['staff 花名册 2'], ['notice.hidden-sheet-counted']])
})

test.each<readonly [what: string, sheets: Readonly<Record<string, SheetText>>, wanted: readonly string[], question: string | undefined]>([
  ['an old version by its name', { 花名册: ROSTER, '花名册(旧)': ROSTER }, ['staff 花名册 2', 'staff 花名册(旧) 2 not counted'], 'second-list:花名册(旧)!0f3d93e9'],
  ['a copy that Excel named', { 花名册: ROSTER, '花名册 (2)': ROSTER }, ['staff 花名册 2', 'staff 花名册 (2) 2 not counted'], 'second-list:花名册 (2)!0f3d93e9'],
  ['the list of June beside that of December', { '2023年6月': ROSTER, '2023年12月': [HEADER, '1|河南社区|张三|大专|群众|正式', '2|河东社区|王五|大专|党员|聘用'] }, ['staff 2023年6月 2 not counted', 'staff 2023年12月 2'], 'second-list:2023年6月!0f3d93e9'],
  ['months without a year', { '5月': ROSTER, '11月': [HEADER, '1|河南社区|张三|大专|群众|正式', '2|河东社区|王五|大专|党员|聘用'] }, ['staff 5月 2 not counted', 'staff 11月 2'], 'second-list:5月!0f3d93e9'],
  ['last year’s list', { '2022年花名册': ROSTER, '2023年花名册': [HEADER, '1|河南社区|张三|大专|群众|正式', '2|河东社区|王五|大专|党员|聘用'] }, ['staff 2022年花名册 2 not counted', 'staff 2023年花名册 2'], 'second-list:2022年花名册!0f3d93e9'],
  ['a list of all beside a list a community', { 汇总: ROSTER, 河南社区: ['姓名|学历|政治面貌|人员类别', '张三|大专|群众|正式'] }, ['staff 汇总 2', 'staff 河南社区 1 not counted'], 'second-list:河南社区!0ba9b267'],
  ['other people: both count', { 正式: ROSTER, 聘用: [HEADER, '1|河南社区|王五|大专|群众|聘用', '2|河东社区|赵六|大专|群众|聘用'] }, ['staff 正式 2', 'staff 聘用 2'], undefined],
  ['the same name in another community is another person', { 河南社区: ['姓名|学历|政治面貌|人员类别', '张三|大专|群众|正式'], 河东社区: ['姓名|学历|政治面貌|人员类别', '张三|大专|群众|正式'] }, ['staff 河南社区 1', 'staff 河东社区 1'], undefined],
])('second lists: %s', (_what, sheets, wanted, question) => {
  const reading = read(sheets)
  expect(tables(reading)).toEqual(wanted)
  expect(reading.questions.map(each => each.id)).toEqual(question === undefined ? [] : [question])
  if (question !== undefined) expect(tables(read(sheets, { mapping: { answers: { [question]: 'count' } } })).join()).not.toContain('not counted')
})

test.each<readonly [what: string, sheet: SheetText, cards: number]>([
  ['a card of pairs', ['干部任免审批表', '姓名|张三|性别|男|出生年月|1985.03', '民族|汉|籍贯|江苏|出生地|江苏', '学历学位|全日制教育|大专|毕业院校|电大', '现任职务|主任'], 1],
  ['cards one under the other', ['人员登记表', '姓名|张三|性别|男', '出生年月|1985.03|学历|大专', '政治面貌|党员|所属社区|河南社区', '', '人员登记表', '姓名|李四|性别|女', '出生年月|1988.03|学历|本科', '政治面貌|群众|所属社区|河南社区'], 2],
  ['one pair a row', ['姓名|张三', '性别|男', '出生年月|1985.03', '学历|大专', '政治面貌|党员', '人员类别|正式'], 1],
])('cards with one person each are named and not counted: %s', (_what, sheet, cards) => {
  const reading = read({ 花名册: ROSTER, 卡片: sheet })
  expect(reading.tables.map(table => [table.kind, table.reason?.key, table.reason?.params])).toEqual([['staff', undefined, undefined], ['other', 'table.person-cards', { cards }]])
  expect(people(reading)).toEqual(['张三 河南 formal', '李四 河东 contracted'])
})

test.each<readonly [what: string, rows: SheetText]>([
  ['a roster', ['姓名|性别|出生年月|学历|政治面貌', '张三|男|1985.03|大专|党员']],
  ['a header word that nobody knows behind the name', ['姓名|曾用名|性别|出生年月|学历|政治面貌|人员类别', '张三||男|1985.03|大专|党员|正式', '李四||女|1988.03|本科|群众|聘用']],
  ['a person a column', ['姓名|张三|李四', '性别|男|女', '出生年月|1985.03|1988.03', '学历|大专|本科', '政治面貌|党员|群众']],
])('no cards: %s', (_what, rows) => {
  expect(read({ 表: rows }).tables.map(table => table.reason?.key)).not.toContain('table.person-cards')
})

test('budgets with years in their header words, in three levels', () => {
  const reading = read(
    {
      预算: [
        '支出科目||预算执行信息|||',
        '||2019年预算信息|2020年预算信息||',
        '支出科目编码|支出科目名称|2019年决算数|2020年预算数|2020年执行数|本年预算数',
        '201|一般公共服务支出|100|120|80|130',
        '20101|人大事务|100|120|80|130',
      ],
    },
    {
      merges: {
        预算: [
          { top: 1, left: 1, bottom: 2, right: 2 },
          { top: 1, left: 3, bottom: 1, right: 6 },
          { top: 2, left: 4, bottom: 2, right: 5 },
        ],
      },
    },
  )
  expect(reading.tables.map(table => [table.kind, table.header.top, table.header.bottom, table.rowsRead])).toEqual([['budget', 1, 3, 2]])
})

test('ticks under kinds and levels of education make a roster and no statistics', () => {
  const reading = read({ 名册: ['社区|姓名|学历||人员类别|', '||大专以上|大专以下|正式|聘用', '清泉社区|张三|√||√|', '清泉社区|李四||√||√'] })
  expect(people(reading)).toEqual(['张三 清泉 formal', '李四 清泉 contracted'])
})
