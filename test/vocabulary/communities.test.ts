import fc from 'fast-check'
import { communityName, isCommunityLabel, townshipOf } from '../../src/vocabulary/communities'

test.each([
  ['河南', '河南'], ['河南社区', '河南'], ['河南居委会', '河南'], ['河南社区居委会', '河南'], ['河南社区居民委员会', '河南'], ['河南居民委员会', '河南'], ['河 南 社 区', '河南'], ['河　南', '河南'], ['姜堰镇河南社区', '河南'], ['姜堰镇河南居委会', '河南'], ['姜堰市姜堰镇河南社区', '河南'], ['罗塘街道河南社区', '河南'], ['河南社区党委', '河南'], ['河南社区党总支', '河南'], ['河南社区党群服务中心', '河南'], ['河南社区工作站', '河南'],
  ['第一社区', '第一'], ['第十三社区', '第十三'], ['纺织新村', '纺织新村'], ['纺织新村社区', '纺织新村'], ['纺织新村社区居委会', '纺织新村'], ['一、南苑社区', '南苑'], ['（二）桃园社区', '桃园'], ['七、太湖花园社区', '太湖花园'], ['3.东街社区', '东街'], ['1、河西社区', '河西'], ['杨庄社区：', '杨庄'], ['南街社区（6人）', '南街'], ['河南社区(盖章)', '河南'], ['河南居委', '河南'],
  ['张家村村委会', '张家村'], ['张家村民委员会', '张家村'], ['张家村', '张家村'], ['社区', '社区'], ['镇东社区', '镇东'], ['古镇社区', '古镇'], ['景德镇路社区', '景德镇路'], ['街道社区', '街道'], ['新镇社区', '新镇'], ['人民路社区', '人民路'], ['河东', '河东'], ['水乡社区', '水乡'], ['', ''], ['一心社区', '一心'], ['三元社区', '三元'], ['八一社区', '八一'], ['五一路社区', '五一路'], ['1号社区', '1号'], ['01河南社区', '河南'], ['①河南社区', '河南'], ['河南社区7人', '河南'], ['河南社区：7人', '河南'], ['101社区', '101'], ['5号路社区', '5号路'], ['河南（社区）', '河南'], ['三〇一社区', '三〇一'],
])('%s is %s', (text, name) => { expect(communityName(text).name).toBe(name) })
test('the label keeps what is written', () => { expect(communityName('河 南 社区').label).toBe('河南社区') })

test.each(['河南社区', '河南居委会', '纺织新村', '第一社区', '一、南苑社区', '（二）桃园社区', '凤凰社区：', '南街社区（6人）', '太湖花园社区居委会', '姜堰镇河南社区', '张家村', '杨庄 社区', '古田社区居民委员会', '3.东街社区'])('%s is a community', text => { expect(isCommunityLabel(text)).toBe(true) })
test.each(['社区', '居委会', '所在社区', '服务社区', '所属社区', '示范社区', '各社区', '本社区', '村（社区）', '姜堰镇社区办', '社区工作人员花名册', '张三', '合计', '河南', '填报单位：河南社区', '注：以上为各社区', '是否示范社区', '2023年度社区"两委"及工作人员名册', '', '天地小区', '社区居委会', '说明：社区', '20个社区合计', '凤凰社区工作人员基本情况表'])('%s is none', text => { expect(isCommunityLabel(text)).toBe(false) })

test.each([['姜堰镇河南社区', '姜堰镇'], ['填报单位：姜堰镇社区办', '姜堰镇'], ['罗塘街道办事处', '罗塘街道'], ['罗塘街道河南社区', '罗塘街道'], ['姜堰镇', '姜堰镇'], ['河南社区', null], ['镇东社区', null], ['', null]])('the township of %s is %s', (text, township) => { expect(townshipOf(text)).toBe(township) })

test('one name for every writing of one place', () => {
  const name = fc.array(fc.constantFrom(...'河东南苑桃园叶舍古田振兴新华春晖文昌育才康宁幸福荷花'), { minLength: 2, maxLength: 4 }).map(chars => chars.join(''))
  fc.assert(fc.property(name, place => {
    for (const text of [place, `${place}社区`, `${place}居委会`, `${place}社区居委会`, `${place}社区居民委员会`, `姜堰镇${place}社区`, `${[...place].join(' ')}社区`, `二、${place}社区`, `${place}社区（7人）`, `${place}社区：`]) expect([text, communityName(text).name]).toEqual([text, place])
  }))
})
test('never throws', () => { fc.assert(fc.property(fc.string({ unit: 'binary' }), text => { communityName(text); isCommunityLabel(text); townshipOf(text) })) })
