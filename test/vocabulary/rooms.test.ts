import fc from 'fast-check'
import { readRoom, roomColumnStyle, roomOfHeader, roomsInText } from '../../src/vocabulary/rooms'

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
