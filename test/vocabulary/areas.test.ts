import fc from 'fast-check'
import { readArea } from '../../src/vocabulary/areas'
import { VALUE_NOTES } from '../../src/vocabulary/notes'

const words = (text: string) => text.split(/\s+/).filter(word => word !== '').map(word => word.replaceAll('_', ' '))

test.each([60, ...words('60 60㎡ 60m² 60m2 60M2 60_M2 60平方米 60平米 60平 60_平方米 ６０ ６０平方米 60.0 共60平方米 60㎡（含活动室） 60㎡(租用) 60平方米。 （60㎡） 使用60 60方 面积60 60㎡（2间） 2间60㎡ 2间（60㎡） 60平方米、2间 六十平方米 0.006万㎡ 60+0 120÷2x').filter(word => !word.endsWith('x'))])('%p is 60', value => {
  const read = readArea(value, '㎡')
  expect([read.value, read.low, read.high, read.about, read.empty]).toEqual([60, 60, 60, false, false])
})

// Value, m2, low, high, about, note.
test.each([
  ['约60', 60, 54, 66, true, 'value.area-about'], ['约60㎡', 60, 54, 66, true, 'value.area-about'], ['60左右', 60, 54, 66, true, 'value.area-about'], ['60平方米左右', 60, 54, 66, true, 'value.area-about'], ['大约60平米', 60, 54, 66, true, 'value.area-about'], ['约60平方米左右', 60, 54, 66, true, 'value.area-about'],
  ['近200', 200, 180, 200, true, 'value.area-about'], ['不足200', 200, 180, 200, true, 'value.area-about'], ['不到200平方米', 200, 180, 200, true, 'value.area-about'], ['将近200㎡', 200, 180, 200, true, 'value.area-about'],
  ['200余', 200, 200, 220, true, 'value.area-about'], ['200多', 200, 200, 220, true, 'value.area-about'], ['220多㎡', 220, 220, 242, true, 'value.area-about'], ['200余平方米', 200, 200, 220, true, 'value.area-about'], ['200+', 200, 200, 220, true, 'value.area-about'],
  ['200以上', 200, 200, null, true, 'value.area-about'], ['超过200㎡', 200, 200, null, true, 'value.area-about'], ['≥200', 200, 200, null, true, 'value.area-about'], ['200平方米以下', 200, 0, 200, true, 'value.area-about'],
  ['60-80', 60, 60, 80, true, 'value.area-range'], ['60～80', 60, 60, 80, true, 'value.area-range'], ['60至80平方米', 60, 60, 80, true, 'value.area-range'], ['60㎡-80㎡', 60, 60, 80, true, 'value.area-range'], ['60—80', 60, 60, 80, true, 'value.area-range'], ['170-190', 170, 170, 190, true, 'value.area-range'],
  ['120+85', 205, 205, 205, false, 'value.area-sum'], ['102＋68', 170, 170, 170, false, 'value.area-sum'], ['120、85', 205, 205, 205, false, 'value.area-sum'], ['120㎡+85㎡', 205, 205, 205, false, 'value.area-sum'], ['120和85', 205, 205, 205, false, 'value.area-sum'], ['120+85=205', 205, 205, 205, false, null],
  ['办公60活动40', 100, 100, 100, false, 'value.area-parts'], ['办公162活动108', 270, 270, 270, false, 'value.area-parts'], ['办公60㎡，活动40㎡', 100, 100, 100, false, 'value.area-parts'], ['办公用房60平方米、活动用房40平方米', 100, 100, 100, false, 'value.area-parts'], ['一楼120，二楼80', 200, 200, 200, false, 'value.area-parts'], ['办公室60、活动室40、警务室20', 120, 120, 120, false, 'value.area-parts'], ['办公：60；活动：40', 100, 100, 100, false, 'value.area-parts'],
  ['0.02万㎡', 200, 200, 200, false, 'value.area-unit'], ['0.018万㎡', 180, 180, 180, false, 'value.area-unit'], ['0.02万平方米', 200, 200, 200, false, 'value.area-unit'], ['1,200', 1200, 1200, 1200, false, null], ['60×2', 120, 120, 120, false, 'value.area-sum'], ['20*3', 60, 60, 60, false, 'value.area-sum'], ['20m2*3间', 60, 60, 60, false, 'value.area-sum'], ['2处200', 200, 200, 200, false, null], ['上下两层共240平方米', 240, 240, 240, false, null], ['100㎡×2层', 200, 200, 200, false, 'value.area-sum'], ['2百平方', 200, 200, 200, false, 'value.area-unit'], ['60㎡/3间', 60, 60, 60, false, null], ['~60', 60, 54, 66, true, 'value.area-about'],
  ['200（与河东社区合用）', 200, 200, 200, false, 'value.area-shared'], ['260㎡，其中活动室40㎡', 260, 260, 260, false, null],
  ['无', 0, 0, 0, false, null], ['无用房', 0, 0, 0, false, null], [0, 0, 0, 0, false, null],
] as const)('%p', (value, area, low, high, about, note) => {
  expect(readArea(value, null)).toEqual({ value: area, low, high, about, note, kind: null, empty: false })
})

test.each([
  ['2间', 'value.area-rooms'], ['两间', 'value.area-rooms'], ['3室', 'value.area-rooms'], ['2间平房', 'value.area-rooms'], ['一层', 'value.area-rooms'], ['1.5亩', 'value.area-land'], ['约2亩', 'value.area-land'], ['待定', 'value.area-unknown'], ['待核实', 'value.area-unknown'], ['在建', 'value.area-planned'], ['在建300', 'value.area-planned'], ['规划200㎡', 'value.area-planned'], ['预计300', 'value.area-planned'],
  ['200（在建）', 'value.area-planned'], ['合用', 'value.area-shared'], ['不详', 'value.area-unknown'], ['60/80', 'value.area-unknown'], ['达标', 'value.area-unknown'], ['张三60', 'value.area-unknown'], ['80-60', 'value.area-unknown'], ['不是60', 'value.area-unknown'], [{ error: '#REF!' }, 'value.error'], [-3, 'value.area-unknown'], [true, 'value.area-unknown'],
] as const)('%p has no area', (value, note) => {
  expect(readArea(value, null)).toEqual({ value: null, low: null, high: null, about: false, kind: null, note, empty: false })
})
test.each([['贰佰', 200, false], ['贰佰壹拾平方米', 210, false], ['二百多平', 200, true], ['大致200', 200, true], ['差不多200㎡', 200, true], ['200开外', 200, true], ['略低于200', 200, true], ['百十平', null, false]] as const)('%p', (value, area, about) => {
  expect(readArea(value, null)).toMatchObject({ value: area, about })
})
test.each([null, '', '　', '/', '-', '—', '——'])('%p is empty', value => { expect(readArea(value, null)).toMatchObject({ value: null, empty: true, note: null }) })

test('the cell says which area it is', () => {
  expect(readArea('建筑260', null)).toMatchObject({ value: 260, kind: 'built', note: 'value.area-kind-inside' })
  expect(readArea('建筑面积260㎡', null)).toMatchObject({ value: 260, kind: 'built' })
  expect(readArea('使用面积180平方米', null)).toMatchObject({ value: 180, kind: 'usable' })
  expect(readArea('建筑面积260，使用面积180', null)).toMatchObject({ value: 180, kind: 'usable' })
  expect(readArea('建筑260（使用180）', null)).toMatchObject({ value: 180, kind: 'usable' })
})
test('the header gives the unit, the cell goes first', () => {
  expect(readArea(0.02, '万㎡')).toMatchObject({ value: 200, note: 'value.area-unit' })
  expect(readArea('0.02', '万平方米')).toMatchObject({ value: 200 })
  expect(readArea('200㎡', '万㎡')).toMatchObject({ value: 200 })
  expect(readArea(60, '平方米')).toMatchObject({ value: 60, note: null })
  expect(readArea(1.5, '亩')).toMatchObject({ value: null, note: 'value.area-land' })
})

test('low is never above the value, nor the value above high', () => {
  const front = fc.constantFrom('', '约', '近', '不足', '超过', '共', '大约'), back = fc.constantFrom('', '左右', '余', '多', '以上', '以内', '㎡', '平方米左右', '余㎡', '平方米以上', 'm2')
  const figure = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 50_000 }).map(tenths => tenths / 10))
  fc.assert(fc.property(front, figure, fc.option(figure), back, (before, first, second, after) => {
    const read = readArea(`${before}${first}${second === null ? '' : `-${second}`}${after}`, null)
    if (read.value === null) return
    expect(read.low).not.toBeNull()
    expect(read.low ?? 0).toBeLessThanOrEqual(read.value)
    if (read.high !== null) expect(read.high).toBeGreaterThanOrEqual(read.value)
    if (read.low !== read.high) expect(read.about).toBe(true)
  }))
})
test('sums are the sums of their parts', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 4 }), fc.constantFrom('+', '、', '＋', '；'), fc.constantFrom('', '㎡', '平方米'), (figures, mark, unit) => {
    expect(readArea(figures.map(figure => `${figure}${unit}`).join(mark), null).value).toBe(figures.reduce((a, b) => a + b, 0))
  }))
})
test.each<readonly [string, readonly number[]]>([
  ['128\n96', [128, 96]], ['128\r\n96', [128, 96]], ['128 96', [128, 96]], ['128　96', [128, 96]], ['128，96', [128, 96]], ['128,96', [128, 96]], ['128\u00a096', [128, 96]], ['１２８\n９６', [128, 96]],
  ['128㎡\n96㎡', [128, 96]], ['128㎡ 96㎡', [128, 96]], ['1 280', [1, 280]], ['1，280', [1, 280]], ['128\n96\n40', [128, 96, 40]], ['0.01万㎡\n96', [100, 96]],
])('%p is no one number: its numbers stand apart', (value, apart) => {
  expect(readArea(value, null)).toMatchObject({ value: null, apart, note: 'value.area-apart', empty: false })
})
test.each(['约 200\n300左右间', '12 8.5.3', '128 96 待定', '办公 12 8'])('%p holds a break inside digits and is not read', value => { expect(readArea(value, null)).toMatchObject({ value: null, empty: false }) })
test.each<readonly [string, number]>([['一楼 120 ㎡\n二楼 80 ㎡', 200], ['办公60\n活动40', 100], ['260m^2', 260], ['260 m ^ 2', 260], ['260 m 2', 260], ['260m**2', 260], ['260M²', 260], ['260平方公尺', 260], ['0.026万m^2', 260]])('%p is %p', (value, area) => {
  expect(readArea(value, null).value).toBe(area)
})
test('no number is ever made of the digits on both sides of white space', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 4 }), fc.constantFrom(' ', '\n', '\t', '　', '\u00a0', '\u2003', '\r\n', '  '), fc.constantFrom('', '㎡', '平方米'), fc.constantFrom(null, '㎡', '万㎡'), (figures, gap, unit, header) => {
    expect(readArea(figures.map(figure => `${figure}${unit}`).join(gap), header).value).toBeNull()
  }))
})
test('never throws, and every note is a known one', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.string({ unit: fc.constantFrom(...'0123456789.+-约近余多万㎡平方米间亩办公活动（）、，其中合用建筑使用') })), fc.option(fc.constantFrom('㎡', '万㎡', '亩', '间', '')), (value, unit) => {
    const read = readArea(value, unit)
    expect(read.note === null || read.note in VALUE_NOTES).toBe(true)
    expect(read.value === null || (Number.isFinite(read.value) && read.value >= 0)).toBe(true)
  }), { numRuns: 2000 })
})
test.each<readonly [string, 'usable' | 'built' | null]>([
  ['260（建筑）', 'built'], ['260㎡（建筑面积）', 'built'], ['260(建面)', 'built'], ['260（使用面积）', 'usable'], ['260（建筑、使用）', null], ['260（含车库）', null],
])('%p says of itself that it is %p', (value, kind) => { expect(readArea(value, null)).toMatchObject({ value: 260, kind }) })
test.each<readonly [string, number, boolean]>([['一百八十', 180, false], ['二百左右', 200, true], ['二百四十平方米', 240, false], ['①180②60', 240, false]])('%p is %p', (value, area, about) => {
  expect(readArea(value, null)).toMatchObject({ value: area, about })
})
test.each(['二', '十', '三间'])('%p is no area', value => { expect(readArea(value, null)).toMatchObject({ value: null, empty: false }) })

function areaSaid(word: string): string {
  const reading = readArea(word, null)
  return reading.empty ? 'empty' : reading.value === null ? 'null' : `${reading.about ? '~' : ''}${reading.value}`
}
// area, as clerks type it.
test.each(([
  ['210', '210㎡|210平方|210平米|210m²|210 M2|210.00|210平方米（使用面积）|使用面积210㎡|使用210|210(使用)|210（自有）|210（租用）|210，自有|共210㎡|总面积210㎡|面积：210㎡|210㎡（含警务室）|210（含活动室）|120+90|120+90=210|办公120，活动90|一楼120二楼90|一层120㎡，二层90㎡|办公用房120㎡活动室90㎡|办公120㎡+活动室90㎡|3间210㎡|210㎡（3间）|5间，共210㎡|二层楼210㎡|210平方米/5间|二百一十平方米|0.021万㎡|210.0㎡|70㎡×3|3间×70㎡|两处共210㎡|2处：120、90|办公室120、警务室90|120㎡（办公）+90㎡（活动）|120（自有）+90（租）|210㎡（实用）|实际使用210㎡|实用面积210|净面积210|210平方米。|210米2|210㎡已办证|210㎡（无证）|210㎡（2023年扩建）|总210|合计：210㎡|210平方公尺|210平方m|210m^2|２１０㎡|210㎡（未含活动广场）|210㎡，其中活动室90㎡|210㎡（其中租用90㎡）|建筑300、使用210|建面300㎡/使用210㎡|建筑面积300㎡，使用面积210㎡|使用210/建筑300|210（建筑300）'],
  ['~210', '约210㎡|210㎡左右|210多㎡|210余平方米|近210㎡|大概210|210上下|不足210㎡|210平多|大约210平|将近210|210以上|210㎡以上|210+|≈210|超210㎡|210㎡以内|至少210㎡|约210（待测）|估210㎡|目测210㎡|210㎡（估）|210㎡（约）|210来平|约210平方米（3间）|3间约210㎡|210-230㎡|210~230|210至230平方米|约二百一十平方米|210㎡不到|210出头|210许|办公约120㎡，活动约90㎡'],
  ['300', '建筑面积300㎡|建筑300|建面300|300（建筑面积）|建筑面积：300'],
  ['0', '无用房|0|0㎡|无房|没有用房|暂无用房|无办公用房|无'],
  ['null', '待定|3间|两间|1.5亩|在建|在建210㎡|规划210㎡|210（在建）|210㎡（规划）|拟建210㎡|合用|待测量|5间房|两层|不详|120/90|21O㎡|210?|非210|不是210|原210现120|210㎡未交付|尚未交付210㎡|210㎡（未交付）|210㎡（未移交）|210㎡（已拆）'],
  ['empty', '/|-|—'],
] as const).flatMap(([want, text]) => text.split('|').map(word => [word, want] as const)))('%s tells %s', (word, want) => { expect(areaSaid(word)).toBe(want) })

test.each<readonly [string, number | null]>([
  ['一层120二层80', 200], ['一层120㎡二层80㎡', 200], ['1层120，2层80', 200], ['3间120', 120], ['120三间', 120], ['两层共200', 200], ['一楼120二楼80', 200],
  ['200（含院坝）', null], ['200（含停车位）', null], ['200（未含活动广场）', 200], ['200（含会议室）', 200], ['200（包括室外场地）', null],
])('%s: floors do not run into numbers, and yards are no rooms: %s', (text, value) => { expect(readArea(text, 'm2').value).toBe(value) })
