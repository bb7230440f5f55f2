import fc from 'fast-check'
import { roomColumnStyle } from '../../src/vocabulary/room-style'
import { readRoom, roomOfHeader, roomsInText } from '../../src/vocabulary/rooms'

test.each([
  ['社区办公室', 'office'], ['办公室', 'office'], ['警务室', 'police'], ['社区\n警务室', 'police'], ['民主议事室', 'meeting'], ['会议室', 'meeting'], ['协商议事室', 'meeting'], ['居民议事厅', 'meeting'], ['文化活动室', 'culture'], ['文体活动室', 'culture'], ['图书阅览室', 'culture'], ['四室情况/警务室', 'police'], ['有无警务室', 'police'], ['1.社区办公室', 'office'], ['警务室有无', 'police'], ['活动室面积', 'culture'],
  ['姓名', null], ['四室', null], ['电话', null], ['办公室电话', null], ['警务室负责人', null],
])('%s is the room %s', (word, room) => { expect(roomOfHeader(word)).toBe(room) })

const words = (text: string) => text.split(/\s+/).filter(word => word !== '')
test.each(words('√ ✓ ○ ✔ 1 有 是 独立 单独 已建 有（30㎡） 30㎡ 30 1间 两间 设有 √（30） 有独立 45.5m² 达标 有，30平方米'))('%s is present', word => { expect(readRoom(word, 'have').state).toBe('present') })
test.each(words('× ✗ 无 否 0 空 没有 未建 未设 / - — 缺 暂无 未达标 无此室 0㎡'))('%s is absent', word => { expect(readRoom(word, 'have').state).toBe('absent') })
test.each(words('合用 共用 兼用 有（合用） 与会议室合用 合用（与警务室） 同办公室合用 一室多用 √（合用） 有,合用 共用30㎡'))('%s is shared', word => { expect(readRoom(word, 'have').state).toBe('shared') })
test.each([['在建', 'absent', 'value.room-planned'], ['规划中', 'absent', 'value.room-planned'], ['有（在建）', 'absent', 'value.room-planned'], ['待定', 'unknown', null], ['不详', 'unknown', null], ['张三', 'unknown', 'value.unknown-word']])('%s is %s', (word, state, note) => { expect(readRoom(word, 'tick')).toEqual({ state, note }) })
test('numbers are counts or square metres', () => {
  expect(readRoom(45, 'have').state).toBe('present')
  expect(readRoom(1, 'tick').state).toBe('present')
  expect(readRoom(0, 'tick').state).toBe('absent')
})
test('a blank is no among ticks, and open where every cell is meant to be answered', () => {
  expect(readRoom(null, 'tick').state).toBe('absent')
  expect(readRoom('　', 'tick').state).toBe('absent')
  expect(readRoom(null, 'have').state).toBe('unknown')
  expect(readRoom('', 'unknown').state).toBe('unknown')
})
test.each([
  [['√', null, '√', ''], 'tick'], [['○', '√', '×', null], 'tick'], [[1, null, 1], 'tick'], [['1', ''], 'tick'], [['有', null, '有'], 'have'], [['有', '无'], 'have'], [[1, 0, 1], 'have'], [['√', '无'], 'have'], [[45, 30, null], 'have'], [[null, ''], 'unknown'], [[], 'unknown'], [['是', '否'], 'have'],
] as const)('%j is filled as %s', (values, style) => { expect(roomColumnStyle(values)).toBe(style) })

const ALL = { office: 'present', police: 'present', meeting: 'present', culture: 'present' }
const NONE = { office: 'absent', police: 'absent', meeting: 'absent', culture: 'absent' }
test.each([
  ['齐全', ALL, true], ['四室齐全', ALL, true], ['是', ALL, true], ['√', ALL, true], ['4', ALL, true], [4, ALL, true], ['四室', ALL, true], ['已达标', ALL, true], ['四室合一', ALL, true], ['办公室、警务室、议事室、活动室', ALL, true], ['均有', ALL, true],
  ['无', NONE, false], ['0', NONE, false], ['四室均无', NONE, false],
  ['3', {}, false], ['3室', {}, false], ['三室', {}, false], ['不齐', {}, false], ['否', {}, false], ['未达标', {}, false], [2, {}, false],
  ['办公室、警务室', { ...NONE, office: 'present', police: 'present' }, false], ['仅有办公室', { ...NONE, office: 'present' }, false], ['有办公室、警务室，无议事室、活动室', { ...NONE, office: 'present', police: 'present' }, false], ['缺警务室', { ...ALL, police: 'absent' }, false], ['缺警务室、文化活动室', { ...ALL, police: 'absent', culture: 'absent' }, false], ['办公室（警务室合用）', { ...NONE, office: 'shared', police: 'shared' }, false],
  ['办公室有、警务室无、议事室有、活动室有', { ...ALL, police: 'absent' }, false], ['办公室、警务室有，议事室、活动室无', { ...NONE, office: 'present', police: 'present' }, false], ['办公室有，警务室无，议事室有', { ...NONE, office: 'present', meeting: 'present' }, false],
  ['无独立警务室', { ...ALL, police: 'absent' }, false], ['缺警务室、活动室', { ...ALL, police: 'absent', culture: 'absent' }, false], ['有办公室、警务室、无议事室', { ...NONE, office: 'present', police: 'present' }, false], ['办公室、警务室、议事室，活动室在建', { ...ALL, culture: 'absent' }, false],
  ['否，缺警务室', { ...ALL, police: 'absent' }, false], ['是，齐全', ALL, true], ['否（不齐全）', {}, false], ['是，缺警务室', { ...ALL, police: 'absent' }, null],
  ['办公室2间、警务室1间、议事室1间、活动室3间', ALL, true], ['办公室（40㎡）、活动室（60㎡）', { ...NONE, office: 'present', culture: 'present' }, false], ['办公室1间、警务室0间、议事室1间、活动室1间', { ...ALL, police: 'absent' }, false],
  ['已实现四室合一', ALL, true], ['已建成', ALL, true], ['未实现', {}, false], ['尚未达标', {}, false], ['在建', {}, false], ['四室正在建设', {}, false], ['基本达标', {}, null], ['基本齐全', {}, null],
  ['', {}, null], [null, {}, null], ['/', {}, null], ['待定', {}, null], ['张三', {}, null],
] as const)('four rooms in one cell: %p', (value, rooms, complete) => {
  const read = roomsInText(value)
  expect(read.rooms).toEqual(rooms)
  expect(read.complete).toBe(complete)
})
test('never throws', () => { fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), fc.constantFrom('tick' as const, 'have' as const, 'unknown' as const), (value, style) => { readRoom(value, style); roomsInText(value); roomOfHeader(String(value)) })) })

// room, as clerks type it.
test.each(([
  ['present', '1间|一间|2间（40㎡）|有（1间）|有，20㎡|有20平米|已建（2022年）|已建成投入使用|已投入使用|独立1间|单独1间|独立（15㎡）|约20㎡|20㎡左右|√（15㎡）|√1间|有(二楼)|二楼201室|有，在一楼|1处|有1处|两间|2间共45㎡|30平方|有，达标|已挂牌|已配齐|挂牌使用|有专用房|设在一楼|在二楼|位于二楼|独立房间|单独一间|有独立房间|独立设立|建成|已完成|规范化建设|完好|使用中|运行正常|60余平方米|近30㎡|不小于20㎡'],
  ['shared', '与议事室合用|与活动室共用|同会议室合用|和警务室共用|合用（与会议室）|有（与活动室合用）|合用，30㎡|与会议室一室两用|一室多用|与居委会合用一间|有，与物业合用|共用1间|与派出所合用|兼会议室|会议室兼|兼作活动室|合并设置|与办公室同室|与图书室合并|有，合用|√（合用）|有(共用)|综合使用|与村委共用|与办公室混用'],
  ['absent', '未设置|无警务室|没有独立的|未单独设置|未单设|无独立房间|未独立设置|暂未设立|暂未设置|暂时没有|尚未设立|尚未建成|未建（规划中）|拟建|规划中|2024年建|计划2024年设立|装修中|无，拟建|在建中|缺1间|无场地|无条件|没有场地|未落实|未配置|未挂牌|已取消|已撤销|撤并|不独立|没建|待设立|待设置|待装修|0间|0㎡|无房间|取消|筹备中|停用|已停用|被占用|被挪用|无专用房|有名无实|原有，现已取消'],
  ['unknown', '已取消合用|待核实|不详|见备注|基本达标|不清楚|待确认|？'],
] as const).flatMap(([want, text]) => text.split('|').map(word => [word, want] as const)))('%s tells %s', (word, want) => { expect(readRoom(word, 'have').state).toBe(want) })

function roomsSaid(word: string): string {
  const { rooms, complete } = roomsInText(word)
  const letters = (['office', 'police', 'meeting', 'culture'] as const).map(room => rooms[room] === undefined ? '.' : rooms[room] === 'unknown' ? '?' : rooms[room].charAt(0))
  return letters.join('') + (complete === null ? '?' : complete ? '+' : '-')
}
// rooms4, as clerks type it.
test.each(([
  ['pppp+', '四室齐全（2022年）|四室俱备|四室均已建成|四室均达标|已全部配齐|全部齐全|4室齐全|4室|四个室都有|办公室2间、警务室1间、议事室1间、活动室1间|办公室、警务室、会议室、活动室|办公、警务、议事、活动|一厅四室|办公室有，警务室有，议事室有，活动室有|四室已建齐|均已设置|均已设立|全部建成|办公室(30㎡)、警务室(15㎡)、会议室(40㎡)、文化活动室(50㎡)|配备齐全|设施齐全|功能齐全|功能室齐全|办公室√警务室√议事室√活动室√'],
  ['ppap-', '缺议事室|无议事室|没有议事室|缺民主议事室1间|除议事室外均有|差议事室|办公室、警务室、活动室（缺议事室）|办公室、警务室、活动室|少议事室|未设议事室|议事室未建|议事室无|议事室没有|议事室缺|办公室有、警务室有、议事室无、活动室有|办公室√警务室√议事室×活动室√|三室（缺议事室）|尚缺民主议事室|议事室暂无|议事室暂缺'],
  ['pppa-', '缺文化活动室|活动室未建|无文体活动室|除活动室外齐全|办公室、警务室、议事室有，活动室无'],
  ['papp-', '无警务室|警务室未设|缺警务室，其余齐全|除警务室外，其他齐全|警务室没有，其他都有'],
  ['paaa-', '仅办公室|只有办公室|仅有一间办公室|只有1间办公室|办公室1间|仅办公室一间，其他无'],
  ['....-', '不齐全|缺2室|三室|3室|未配齐|四室缺一|缺一室|少一间|两室|仅2室|四室缺二|未全部配齐'],
  ['ssss+', '四室合用|四室共用一间|合用一间'],
  ['aaaa-', '均无|四室均无|全无|一个都没有|都没有|无'],
] as const).flatMap(([want, text]) => text.split('|').map(word => [word, want] as const)))('%s tells %s', (word, want) => { expect(roomsSaid(word)).toBe(want) })
