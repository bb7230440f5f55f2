// Rosters of any length, written to disk as a stream: 12 columns, shared strings, dates, numbers and ids.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, createDeflateRaw } from 'node:zlib'
import { runnerImport } from 'vite'

/** Goes up whenever the rosters change, so that no old file is taken for a new one. */
const VERSION = 4
/** A province's worth: the longest rosters have more people a community, not more communities. */
const COMMUNITIES = 2000
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const folder = () => {
  const path = join(tmpdir(), `plancheck-bench-${VERSION}`)
  mkdirSync(path, { recursive: true })
  return path
}

/** Path of a roster with that many people; written at the first call. */
export async function roster(rows, communities = Math.min(COMMUNITIES, Math.ceil(rows / 50))) {
  const path = join(folder(), `roster-${rows}-${communities}.xlsx`)
  if (!existsSync(path)) {
    await write(`${path}.part`, parts(rows, communities))
    renameSync(`${path}.part`, path)
  }
  return path
}

function draws(seed) {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹']
const GIVEN = [...'建国志强伟民军平海涛明亮俊杰文斌永康春生宏达丽娟秀英玉兰芳敏静慧雪梅桂珍红霞晓琳']
const PLACES = [...'东西南北城河桥街园苑春光华新文昌和平安康永兴育才柳荷桃梅兰竹松柏']
const EDUCATION = ['大专', '本科', '大专', '高中', '大学本科', '中专', '大专（函授）', '初中', '自考大专', '研究生']
const POLITICS = ['中共党员', '群众', '中共党员', '共青团员', '群众', '中共预备党员']
const EMPLOYMENT = ['正式', '正式', '聘用', '聘用', '正式人员', '合同制', '公益性岗位']
const POSITION = ['党总支书记', '居委会主任', '副主任', '委员', '民政专干', '治保专干', '劳动保障专干']
const HEADER = ['序号', '社区名称', '姓名', '性别', '出生日期', '身份证号', '学历', '政治面貌', '人员性质', '职务', '参加工作时间', '月工资']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function idOf(day, order) {
  const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  // Area codes from 990000 on were never given out; a thousand people share one.
  const digits = `99${String(Math.floor(order / 1000)).padStart(4, '0')}${date}${String(order % 1000).padStart(3, '0')}`
  let sum = 0
  for (let at = 0; at < 17; at++) sum += WEIGHTS[at] * (digits.charCodeAt(at) - 48)
  return digits + '10X98765432'[sum % 11]
}

function communityName(at) {
  const size = PLACES.length
  return `${PLACES[at % size]}${PLACES[Math.floor(at / size) % size]}${at < size * size ? '' : PLACES[Math.floor(at / size / size) % size]}社区`
}

/** Shared strings: words first, then the names in use, then ids in row order. */
function* parts(rows, communities) {
  const words = [...HEADER, '社区工作人员花名册', '截至日期：2023年12月31日', '男', '女', ...EDUCATION, ...POLITICS, ...EMPLOYMENT, ...POSITION]
  const numberOf = new Map(words.map((word, at) => [word, at]))
  const each = Math.ceil(rows / communities)
  const firstCommunity = words.length
  const firstName = firstCommunity + communities
  const names = SURNAMES.length * GIVEN.length * GIVEN.length
  const firstId = firstName + names
  const idDraw = draws(11)
  const birthdays = new Uint16Array(rows)
  for (let row = 0; row < rows; row++) birthdays[row] = 22000 + idDraw(14_600)
  const text = value => `<si><t>${value}</t></si>`

  yield ['[Content_Types].xml', [`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`]]
  yield ['_rels/.rels', [`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`]]
  yield ['xl/workbook.xml', [`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`]]
  yield ['xl/_rels/workbook.xml.rels', [`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${LINKS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`]]
  yield ['xl/styles.xml', [`${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`]]
  yield ['xl/sharedStrings.xml', (function* () {
    yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${firstId + rows}">${words.map(text).join('')}`
    for (let at = 0; at < communities; at++) yield text(communityName(at))
    for (const surname of SURNAMES) for (const first of GIVEN) yield GIVEN.map(second => text(surname + first + second)).join('')
    for (let row = 0; row < rows; row++) yield text(idOf(birthdays[row], row))
    yield '</sst>'
  })()]
  yield ['xl/worksheets/sheet1.xml', (function* () {
    const draw = draws(5)
    const shared = (column, row, number) => `<c r="${column}${row}" t="s"><v>${number}</v></c>`
    const word = (column, row, list) => shared(column, row, numberOf.get(list[draw(list.length)]))
    yield `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:L${rows + 3}"/><sheetData><row r="1">${shared('A', 1, numberOf.get('社区工作人员花名册'))}</row><row r="2">${shared('A', 2, numberOf.get('截至日期：2023年12月31日'))}</row><row r="3">${HEADER.map((name, at) => shared('ABCDEFGHIJKL'[at], 3, numberOf.get(name))).join('')}</row>`
    for (let at = 0; at < rows; at++) {
      const row = at + 4
      const sex = at % 2 === 1 ? '男' : '女'
      yield `<row r="${row}" spans="1:12"><c r="A${row}"><v>${at + 1}</v></c>${shared('B', row, firstCommunity + Math.floor(at / each))}${shared('C', row, firstName + draw(names))}${shared('D', row, numberOf.get(sex))}<c r="E${row}" s="1"><v>${birthdays[at]}</v></c>${shared('F', row, firstId + at)}${word('G', row, EDUCATION)}${word('H', row, POLITICS)}${word('I', row, EMPLOYMENT)}${word('J', row, POSITION)}<c r="K${row}" s="1"><v>${birthdays[at] + 7000 + draw(2000)}</v></c><c r="L${row}"><v>${2400 + draw(3000)}</v></c></row>`
    }
    yield `</sheetData><mergeCells count="1"><mergeCell ref="A1:L1"/></mergeCells></worksheet>`
  })()]
}

/** A zip file whose parts never stand in memory whole. */
async function write(path, entries) {
  const file = openSync(path, 'w')
  let at = 0
  const put = bytes => { writeSync(file, bytes, 0, bytes.length, at); at += bytes.length }
  const directory = []
  for (const [name, chunks] of entries) {
    const start = at
    const nameBytes = Buffer.from(name)
    at += 30 + nameBytes.length
    const first = at
    let crc = 0
    let size = 0
    const deflate = createDeflateRaw()
    deflate.on('data', put)
    const done = new Promise((resolve, reject) => { deflate.on('end', resolve); deflate.on('error', reject) })
    let waiting = ''
    const flush = async () => {
      const bytes = Buffer.from(waiting)
      waiting = ''
      crc = crc32(bytes, crc)
      size += bytes.length
      if (!deflate.write(bytes)) await new Promise(resolve => deflate.once('drain', resolve))
    }
    for (const chunk of chunks) {
      waiting += chunk
      if (waiting.length > 1 << 18) await flush()
    }
    await flush()
    deflate.end()
    await done
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt16LE(0x21, 8)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(at - first, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    writeSync(file, Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, nameBytes]), 0, 30 + nameBytes.length, start)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(start, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, nameBytes]))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  put(Buffer.concat([list, end]))
  closeSync(file)
}

/** Paths of that many different workbooks of 140 people and 20 premises each. */
export async function small(count) {
  const { module } = await runnerImport(fileURLToPath(new URL('./small-workbooks.ts', import.meta.url)), { configFile: false, logLevel: 'error' })
  return Array.from({ length: count }, (_, at) => {
    const path = join(folder(), `small-${at}.xlsx`)
    if (!existsSync(path)) writeFileSync(path, module.smallWorkbook(at))
    return path
  })
}

/** Path of a roster that misses so many targets. */
export async function withFindings(count) {
  const { module } = await runnerImport(fileURLToPath(new URL('./small-workbooks.ts', import.meta.url)), { configFile: false, logLevel: 'error' })
  const path = join(folder(), `findings-${count}.xlsx`)
  writeFileSync(path, module.faultyWorkbook(count))
  return path
}
