import { expect, test } from '@jest/globals'
import { givenUpIn } from '../../src/read/premises-given-up'
import { check } from '../../src/check'
import { defaultPolicy } from '../../src/policies'
import { book } from './sheets'

test.each<readonly [text: string, answer: 'gone' | 'open' | null]>([
  ['已退租', 'gone'], ['2021年已退租', 'gone'], ['已拆除', 'gone'], ['停用', 'gone'], ['2022年停用', 'gone'], ['已收回', 'gone'], ['已被街道收回', 'gone'],
  ['2022年停用，已交还', 'gone'], ['已停用（2022.5）', 'open'], ['已于2020年拆除', 'gone'], ['不再使用', 'gone'], ['2023年6月已退租', 'gone'],
  ['2024年已停用', 'open'], ['2024年收回', 'open'], ['退租', 'open'], ['收回', 'open'], ['部分已停用', 'open'], ['二楼停用', 'open'], ['已停用，后重新启用', 'open'],
  ['已移交', 'open'], ['2022年已移交', 'open'], ['已移交街道', 'open'], ['对外出租', 'open'], ['已出租', 'open'],
  ['已归还原单位', 'gone'], ['2021年已交还产权单位', 'gone'], ['已被法院查封', 'open'], ['现为他人占用', 'open'], ['已租给超市', 'open'], ['现闲置', 'open'], ['现由物业使用', 'open'], ['目前由街道综治办使用', 'open'], ['现由社区使用', null], ['由开发商无偿提供使用', null], ['现由镇政府提供使用', null], ['已整体搬迁', 'open'], ['已不在此办公', 'open'], ['漏雨停用', 'open'], ['被征用作仓库', 'open'], ['现已关停', 'open'], ['已还给村里', 'open'], ['无法正常使用', 'open'],
  ['利用闲置校舍改建', null], ['2020年从老街迁入', null], ['2019年搬迁至现址', null], ['拟搬迁', null], ['未闲置', null], ['押金已退还', null], ['周末关闭', null], ['不能办产权证', null],
  ['已移交社区', null], ['已移交给居委会', null], ['已移交社区使用', null], ['产权已移交街道', null], ['未移交', null],
  ['拆除', null], ['2025年拆除', null], ['待拆除', null], ['未停用', null], ['拟收回', null], ['尚未退租', null], ['将于明年停用', null],
  ['原址已拆除，现址2018年启用', null], ['旧房已退租', null], ['老年活动中心', null], ['可随时收回', null], ['租金已付', null], ['', null], ['2018年建', null],
])('what %s says of a place', (text, answer) => {
  expect(givenUpIn(text, 20231231, false)).toBe(answer)
})

test.each<readonly [text: string, answers: readonly ('gone' | 'open' | null)[]]>([
  ['2023年6月已退租', [null, 'open', 'gone', 'gone']], ['2023年6月停用', [null, 'open', 'gone', 'gone']], ['2023年6月15日已收回', [null, 'gone', 'gone', 'gone']],
  ['2023年12月已退租', [null, null, null, 'gone']], ['2024年3月停用', [null, null, null, null]], ['2022年11月已拆除', ['gone', 'gone', 'gone', 'gone']], ['2023年13月已退租', ['gone', 'gone', 'gone', 'gone']],
])('%s, on the last of May, 15 and 30 June 2023 and 1 January 2024', (text, answers) => {
  expect([20230531, 20230615, 20230630, 20240101].map(day => givenUpIn(text, day, false))).toEqual(answers)
})

test('the old place is meant where the row is the old place', () => {
  expect([givenUpIn('原址已拆除', 20231231, true), givenUpIn('原址已拆除', 20231231, false)]).toEqual(['gone', null])
})

test('what the developer handed over is the community\'s', () => {
  expect([givenUpIn('已移交', 20231231, false, '配建移交'), givenUpIn('已移交', 20231231, false, '租赁')]).toEqual([null, 'open'])
})

test.each<readonly [remark: string, area: number | null, verdict: string]>([
  ['2021年已停用', 130, 'unknown'], ['已移交', null, 'unknown'], ['', 220, 'met'],
])('a second place remarked %s', (remark, area, verdict) => {
  const { communities } = check(book({ 用房: ['社区|使用面积|产权|备注', '河南|130|自有|', `河南|90|自有|${remark}`] }), { policy: defaultPolicy, asOf: '2023-12-31' })
  const [unit] = communities
  expect([unit?.premises?.usableArea ?? null, unit?.judgements.find(each => each.target.id === 'usable-area')?.verdict]).toEqual([area, verdict])
})
