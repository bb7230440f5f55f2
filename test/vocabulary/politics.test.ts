import fc from 'fast-check'
import { readPolitics } from '../../src/vocabulary/politics'

/** Words parted by white space; `_` stands for a space inside a word. */
const words = (text: string) => text.split(/\s+/).filter(word => word !== '').map(word => word.replaceAll('_', ' '))

describe('政治面貌', () => {
  const YES = `中共党员 党员 共产党员 中国共产党党员 中共正式党员 正式党员 预备党员 中共预备党员 中共预备 中国共产党预备党员 党员（预备） 中共党员（预备） 中共党员(预备党员) 党员（正式） 中共党员（保留团籍） 党员(保留团籍) 共青团员 团员 共青团
    中国共产主义青年团团员 中国共产主义青年团员 党_员 中_共_党_员 ⽼党员 01中共党员 03共青团员 02-预备党员 中共_预备 中共党员（2005.6入党） 中共党员2005年入党 党员（1998年） 优秀共青团员 共青团员（已满28岁） 中共党员/九三学社 中共党员_2005年7月入党 共青团员（入党积极分子） 团员/积极分子 非党员（团员） 中共党员，2005年6月 党员。 中共党员√ 党团员 中共党员/书记 团员（超龄） 中共党员* 群众党员`
  const NO = `群众 普通居民 普通群众 一般群众 公民 无 非党 非党员 非中共党员 非党团员 无党派 无党派人士 无党派民主人士 民主人士 入党积极分子 积极分子 群众（入党积极分子） 发展对象 重点发展对象 入党申请人 民革 民革党员 民盟 民盟盟员 民建会员 民建 民进会员 农工党 农工党党员
    农工民主党党员 致公党党员 致公党 九三学社社员 九三 台盟 台盟盟员 民主党派 中国民主同盟盟员 党外人士 党外群众 13群众 群_众 退团 已退党 少先队员 群众（已递交入党申请书） 民革党员（主委） 无党派代表人士 党外知识分子 群众。 不是党员`
  const WITHOUT = ['群众党员']
  test.each(words(YES).filter(word => !WITHOUT.includes(word)))('%s is Party or League', word => {
    expect(readPolitics(word, '政治面貌')).toMatchObject({ partyOrLeague: 'yes', note: null })
  })
  test.each(['2010.06入党', '2010年6月入党', '2012年入团'])('%s is a day of joining', word => {
    expect(readPolitics(word, '政治面貌')).toMatchObject({ partyOrLeague: 'yes', note: 'value.politics-date' })
  })
  test.each(words(NO))('%s is neither', word => {
    expect(readPolitics(word, '政治面貌')).toMatchObject({ partyOrLeague: 'no', note: null })
  })
  test.each([...WITHOUT, ...words('大专 正式 拟入党 党员示范岗 党员先锋 是 否 有 群众/党员')])('%s settles nothing', word => {
    expect(readPolitics(word, '政治面貌').partyOrLeague).toBe('unclear')
  })
  test.each([1, 13, '01', '13', '2'])('the code %s needs asking', code => {
    expect(readPolitics(code, '政治面貌')).toMatchObject({ partyOrLeague: 'unclear', note: 'value.code' })
  })
  test.each([null, '', ' 　', '/', '-', '不详', '待补充'])('%p is blank', value => {
    expect(readPolitics(value, '政治面貌').partyOrLeague).toBe('blank')
  })
  test('a member of both parties counts once', () => {
    expect(readPolitics('中共党员、九三学社社员', '政治面貌').partyOrLeague).toBe('yes')
    expect(readPolitics('群众/团员', '政治面貌').note).toBe('value.politics-two-values')
  })
})

// Header, value, answer, note.
test.each([
  ['是否党员', '是', 'yes', null],
  ['是否党员', '√', 'yes', null],
  ['是否党员', '否', 'unclear', 'value.politics-league-unknown'],
  ['是否党员', '×', 'unclear', 'value.politics-league-unknown'],
  ['是否党员', '无', 'unclear', 'value.politics-league-unknown'],
  ['是否党员', 1, 'yes', null],
  ['是否党员', 0, 'unclear', 'value.politics-league-unknown'],
  ['是否党员', '团员', 'yes', null],
  ['是否党员', '群众', 'no', null],
  ['是否党员', '', 'blank', null],
  ['是否中共党员', '否', 'unclear', 'value.politics-league-unknown'],
  ['是否中共党员', '预备', 'yes', null],
  ['党员（是/否）', '是', 'yes', null],
  ['是否党（团）员', '是', 'yes', null],
  ['是否党(团)员', '否', 'no', null],
  ['是否党团员', '否', 'no', null],
  ['党团员', '√', 'yes', null],
  ['党团员', '×', 'no', null],
  ['党员', '√', 'yes', null],
  ['党员', '2005.06', 'yes', 'value.politics-date'],
  ['党员', 38504, 'yes', 'value.politics-date'],
  ['党员', '1998年7月', 'yes', 'value.politics-date'],
  ['是否团员', '是', 'yes', null],
  ['是否团员', '否', 'unclear', 'value.politics-league-unknown'],
  ['基本情况/是否党员', '是', 'yes', null],
  ['政治面貌', '是', 'unclear', 'value.unknown-word'],
  ['党派', '中共', 'yes', null],
  ['党派', '无', 'no', null],
] as const)('under %s, %s', (header, value, partyOrLeague, note) => {
  expect(readPolitics(value, header)).toMatchObject({ partyOrLeague, note })
})

test('no word of a democratic party makes a member, whatever follows', () => {
  const party = fc.constantFrom('民革', '民盟', '民建', '民进', '农工党', '致公党', '九三学社', '台盟', '农工民主党', '民主党派')
  const tail = fc.constantFrom('', '党员', '盟员', '会员', '社员', '成员')
  const header = fc.constantFrom('政治面貌', '党派', '是否党员', '党员', '政治身份')
  fc.assert(fc.property(party, tail, header, (name, end, under) => { expect(readPolitics(name + end, under).partyOrLeague).not.toBe('yes') }))
})

test('never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), fc.string(), (value, header) => { readPolitics(value, header) }))
})
