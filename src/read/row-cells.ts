import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { rowLabel } from '../vocabulary/labels'
import { normalise } from '../vocabulary/normalise'
import { isColumnMark } from './header-marks'

const LABEL_ENDS = new Set('计数龄值页总额和)）:：例样均共合镇区县市乡办部')
const LABEL_STARTS = new Set('例示样注备说合总小共填审制签其本(（*【[')

/** 小计, 合  计, 例：张三, （示例）, 注：…: names have no such characters at their ends. */
export function mayBeLabel(text: string): boolean {
  const last = text.charAt(text.length - 1), first = text.charAt(0)
  return text.length > 5 || LABEL_ENDS.has(last) || LABEL_STARTS.has(first) || isSpace(last) || isSpace(first)
}

function isSpace(character: string): boolean {
  const code = character.charCodeAt(0)
  return code < 0x21 || code === 0x3000 || code === 0xa0
}

/** A first character that is printed settles nearly every cell without a copy. */
export function isBlankText(text: string): boolean {
  return isSpace(text) && text.trim() === ''
}

/** 填报人：, 共7人, 2023年12月: says something of the list and nothing of a person. */
export function isLineCell(value: CellValue, counts: boolean): boolean {
  if (isCountCell(value)) return counts
  if (typeof value !== 'string') return false
  const plain = normalise(value)
  return /[:：]/.test(plain) || /(?:19|20)\d{2}年|^\(?(?:盖章|公章|签字)/.test(plain) || rowLabel(plain) === 'signature'
}

/** 7, 共7人, 正式4人, 其中：聘用3名. */
const COUNT =
  /^(?:其中)?[:：]?(?:共|计|合计|现有|实有|在岗|在职|正式|正式人员|在编|聘用|聘用人员|聘用制|编外|合同制|临时|党员|男|女)?[:：]?(?:共|计)?\d+(?:人|名|户|处)?$/

export function isCountCell(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && COUNT.test(normalise(value)))
}

/** 1, 一, （二）, 三、 in a cell of its own: the number of what stands beside it. */
export function isNumberAlone(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）]?[、.．]?$/.test(value.trim()))
}

const MOSTLY = 0.6, FEWEST_CODES = 3

/** 1 2 3 4 …: the numbers of the columns. */
export function isMarks(cells: readonly CellValue[], left: number, right: number): boolean {
  const texts: string[] = []
  let number = 0,
    rising = true
  for (let column = left; column <= right && column <= cells.length; column++) {
    const value = cells[column - 1]
    if (isBlank(value) || value === undefined) continue
    if (typeof value === 'number') {
      number++
      if (value !== texts.length + 1 && value !== texts.length) rising = false
    }
    texts.push(normalise(String(value)))
  }
  // 1 2 3 4 …: rising by one over nearly the whole row. One number and letters are a data row.
  if (number === texts.length) return rising && texts.length >= 3
  return isColumnMark(texts) && texts.length >= 3 && texts.filter(text => /^\d/.test(text)).length !== 1
}

/** XM | XB | CSRQ under 姓名 | 性别 | 出生日期: the names of the fields, as systems export them. */
export function isCodes(cells: readonly CellValue[], levels: readonly (readonly string[])[], left: number, right: number): boolean {
  const seen = new Set<string>()
  let headed = 0
  for (let column = left; column <= right && column <= cells.length; column++) {
    const value = cells[column - 1]
    if (value === undefined || isBlank(value)) continue
    if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_]{0,31}$/.test(value) || seen.has(value)) return false
    seen.add(value)
    if (/[\u4e00-\u9fff]/.test(levels[column - left]?.join('') ?? '')) headed++
  }
  return seen.size >= FEWEST_CODES && headed === seen.size && seen.size >= (right - left + 1) * MOSTLY
}

const INSTRUCTION = /^(?:例?如|请|按|与|须|选填|必填|可选|自动|格式|参照|见|统一|仅限)|填写|填报|填全|下拉|选择|\d位|、.*等$|\/.+\//
const FEWEST_INSTRUCTIONS = 3

/** 填写全称 | 与身份证一致 | 下拉选择 | 如：1985.03: how to fill the columns in, right under the header. */
export function isInstructions(cells: readonly CellValue[], left: number, right: number): boolean {
  const filled = cells.slice(left - 1, right).filter(value => !isBlank(value))
  const told = filled.filter(value => typeof value === 'string' && INSTRUCTION.test(normalise(value)))
  return told.length >= FEWEST_INSTRUCTIONS && told.length * 2 >= filled.length
}
