import { check } from '../../src/check'
import { HostError } from '../../src/core/workbook'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { reportPieces } from '../../src/render/json'
import { outgoing } from '../../src/render/outgoing'
import { bookParts, buildZip } from '../hosts/package-builder'
import type { PartContent } from '../hosts/package-builder'
import { costOf, MOST } from './cost-of'
import { numbers } from './drawn'
import type { Pick } from './structures'

const INPUTS = Number(process.env['PLANCHECK_FUZZ'] ?? 500)
const seed = Number(process.env['PLANCHECK_SEED'] ?? Date.now() % 1_000_000_007)
const HEADERS = ['序号', '社区', '姓名', '性别', '出生年月', '身份证号', '学历', '政治面貌', '人员性质', '备注'], PREMISES = ['社区', '产权', '建筑面积', '使用面积', '用房', '是否拆迁']
const VALUES = ['清泉社区', '荷叶社区', '合计', '小计', '甲某', '乙某', '男', '1985.03', '1985年3月', '321299198503150110', '大专', '本科在读', '中共党员', '团员', '正式', '聘用', '待定', '同上', '〃', '120平方米', '约200', '办公室、会议室', '√', '无', '备注：', '截至2023年12月31日', 'constructor', '__proto__', '=1+1', '']
const ODD = ['', '-1', '0', '1e309', '99999999999999999999', 'A1:XFD1048576', 'XFD1048576', 'NaN', '\u0000', '&#0;', '&#x10FFFF;', '&#0000000000000020013;', 'true', '../../../etc/passwd', 'xl/workbook.xml', 'toString', '𠮷', '\ufffe', '2147483648', '#REF!']

/** A workbook with a list of people and one of premises, cells drawn at random. */
function book(next: () => number, pick: Pick): Record<string, PartContent> {
  const rows = (headers: readonly string[], count: number): string => {
    let xml = ''
    for (let row = 1; row <= count; row++) xml += `<row r="${row}">${headers.map((header, i) => `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${row === 1 ? header : pick(VALUES)}</t></is></c>`).join('')}</row>`
    return `<sheetData>${xml}</sheetData>`
  }
  const merges = next() < 0.5 ? '<mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="A5:C5"/></mergeCells>' : ''
  return bookParts({
    sheets: [{ name: '花名册', xml: rows(HEADERS, 2 + Math.floor(next() * 12)) + merges }, { name: '用房', xml: `<cols><col min="1" max="3" width="9"/></cols>${rows(PREMISES, 2 + Math.floor(next() * 6))}` }],
    strings: ['<si><t>甲</t></si>'], styles: '<fonts><font><b/></font></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="14"/></cellXfs>', names: '<definedName name="单价">用房!$A$1</definedName>',
  })
}

/** One change to the structure of a part: elements, attributes and texts as wholes, so that the readers get far. */
function changed(xml: string, next: () => number, pick: Pick): string {
  const tags = [...xml.matchAll(/<\/?[\w:]+[^<>]*>/g)], tag = pick(tags)
  if (tag === undefined) return xml
  const at = tag.index, end = at + tag[0].length
  const attributes = [...tag[0].matchAll(/\s([\w:]+)="([^"]*)"/g)], attribute = attributes.length === 0 ? undefined : pick(attributes)
  switch (Math.floor(next() * 9)) {
    case 0: return xml.slice(0, at) + xml.slice(end)
    case 1: return xml.slice(0, end) + tag[0] + xml.slice(end)
    case 2: return attribute === undefined ? xml : xml.slice(0, at) + tag[0].replace(attribute[0], ` ${attribute[1] ?? ''}="${pick(ODD)}"`) + xml.slice(end)
    case 3: return attribute === undefined ? xml : xml.slice(0, at) + tag[0].replace(attribute[0], '') + xml.slice(end)
    case 4: return xml.slice(0, end) + pick([...ODD, ...VALUES]) + xml.slice(end)
    case 5: return xml.slice(0, at) + pick(tags)[0] + xml.slice(end)
    case 6: return xml.slice(0, end) + '<x>'.repeat(50) + xml.slice(end)
    case 7: return xml.slice(0, at)
    default: return xml.slice(0, end) + pick(['<!-- x', '<![CDATA[a]]>', '<?x?>', '<f t="shared" si="0" ref="A1:Z99">A1+1</f>', '<mc:AlternateContent>', '<c r="A1"><v>1</v></c>', '<row r="3"/>', '</sheetData>', '<!DOCTYPE x>']) + xml.slice(end)
  }
}

function input(number: number): { name: string; bytes: Uint8Array } {
  const next = numbers(seed + number * 7919), pick: Pick = items => items[Math.floor(next() * items.length)] as (typeof items)[number]
  if (number % 5 === 4) {
    const cell = (): string => { const value = pick([...VALUES, ...HEADERS, ...ODD]); return next() < 0.2 ? `"${value}${next() < 0.1 ? '' : '"'}` : value }
    const lines = Array.from({ length: Math.floor(next() * 20) }, () => Array.from({ length: Math.floor(next() * 12) }, cell).join(pick([',', ',', '\t', ';'])))
    return { name: 'a.csv', bytes: Buffer.from([HEADERS.join(','), ...lines].join(pick(['\n', '\r\n', '\r']))) }
  }
  const parts = book(next, pick), names = Object.keys(parts)
  for (let times = 1 + Math.floor(next() * 3); times > 0; times--) {
    const name = pick(names), part = parts[name]
    if (typeof part === 'string') parts[name] = changed(part, next, pick)
  }
  const gone = next() < 0.1 ? pick(names) : ''
  const bytes = Buffer.from(buildZip(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone))))
  if (next() < 0.2)
    for (let times = 1 + Math.floor(next() * 4); times > 0; times--) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
  return { name: 'a.xlsx', bytes }
}

test(`seed ${seed}: ${INPUTS} packages and lists with a broken structure: a report or a sentence, and never an id`, async () => {
  let read = 0, refused = 0
  for (let number = 0; number < INPUTS; number++) {
    const { name, bytes } = input(number)
    const { processor, memory } = await costOf(async () => {
      try {
        const snapshot = await readWorkbookBytes(bytes, name, { looks: number % 2 === 0 })
        const door = outgoing(), out = [...reportPieces(check(snapshot, { policy: defaultPolicy }), 'zh-CN')].map(door).join('')
        expect(JSON.parse(out)).toMatchObject({ plancheck: 1 })
        expect(out).not.toContain('19850315')
        read++
      } catch (error) {
        if (!(error instanceof HostError)) throw new Error(`input ${number} of seed ${seed}`, { cause: error })
        refused++
      }
    })
    if (processor > MOST.processor || memory > MOST.memory) throw new Error(`input ${number} of seed ${seed} took ${Math.round(processor)} ms and ${Math.round(memory)} MB`)
  }
  // Neither all nothing: the inputs get far enough to be worth something.
  expect([read > INPUTS / 5, refused > INPUTS / 20]).toEqual([true, true])
}, 60_000 + INPUTS * 1000)
