import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

/** Pieces of which real cells are made: repeated, they are what an expression that looks back goes over again and again. */
const PIECES = [
  '总计', '合计', '小计', '其中', '其 中', '社区', '社区居委会', '万元', '平方米', 'm2', '1.', '12', '(', ')', '（一）', '[', '-', '—', '、', '，', '；', ',', ' ', '\u3000', '0', '9', '1985.', '1985年', '3月', '年', '月', '日', '租', '租赁', '拟', '已', '待拆迁',
  '一', '十', '百', '办公室', '会议室', '警务室', '文化室', '室', '间', '是', '否', '有', '无', '：', '/', '\\', '\u200b', '党员', '团员', '中共', '大专', '本科', '在读', '毕业', '正式', '聘用', '人员', '男', '女', '人', '共', '及', '和', '与', '兼', '原', '现', '以上', '左右', '约', '余',
  '序号', '姓名', '出生', 'a', 'A', 'x', 'X', '%', '+', '=', '"', "'", '.', '。', '·', '\n', '\t', '①', '第1页', '续表', '截至', '填报单位：', '单位：', '制表人', '镇', '街道', '张三', '甲', '号', '3号', '楼', '321299198503150110', '√', '×', '是/否', '1/2', '<', '>', '*', '☆',
]
const LENGTH = 400

/** The words of a file's own expressions, many times over: where one is made of two others, there are ever more ways to read them. */
function* ownWords(source: string): Generator<string> {
  for (const word of new Set(source.match(/[\u4e00-\u9fff]{1,6}/g) ?? [])) {
    yield word.repeat(40)
    yield `${word.repeat(40)}1!`
    yield `(${word.repeat(60)}`
  }
}

/** One text a piece, pure, with a beginning or an end that fits or does not, and mixed with its neighbour. */
function* attacks(): Generator<string> {
  for (const [i, piece] of PIECES.entries()) {
    const other = PIECES[(i * 7 + 3) % PIECES.length] ?? '', times = Math.ceil(LENGTH / piece.length)
    yield piece.repeat(times)
    yield `${piece.repeat(times)}!`
    yield `(${piece.repeat(times)}`
    yield `${piece}${other}`.repeat(Math.ceil(LENGTH / (piece.length + other.length)))
    yield `1985.03${piece.repeat(40)}\u0001`
  }
}

type Reader = (...given: unknown[]) => unknown
const folders = ['vocabulary', 'read'], root = join(__dirname, '../../src')
const readers = folders.flatMap(folder => readdirSync(join(root, folder)).filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`))
const isReader = (entry: [string, unknown]): entry is [string, Reader] => typeof entry[1] === 'function' && !/^class /.test(String(entry[1]))

test.each(readers)('%s reads any text in time that does not explode', async name => {
  const texts = [...ownWords(readFileSync(join(root, name), 'utf8')), ...attacks()]
  for (const [called, read] of Object.entries(await import(join(root, name)) as Record<string, unknown>).filter(isReader)) {
    let last = ''
    const all = (): void => {
      for (const beside of read.length > 1 ? [[''], [1900]] : [[]]) {
        for (const text of texts) {
          last = text
          try {
            read(text, ...beside)
          } catch {
            // It takes no text: whatever it makes of one, it must make it soon.
          }
        }
      }
    }
    // Ended from outside, also in the middle of an expression: a test that hangs tells nobody why.
    try {
      runInNewContext('all()', { all }, { timeout: 60_000 })
    } catch (error) {
      throw new Error(`${called} does not come to an end on ${JSON.stringify(last.slice(0, 20))} of ${last.length} characters`, { cause: error })
    }
  }
})
