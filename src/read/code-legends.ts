import type { CellValue } from '../core/cell'
import { isBlank } from '../core/cell'
import { isEducationKey, isRoomKey } from '../core/columns'
import type { ColumnKey } from '../core/reading'
import { isCommunityLabel } from '../vocabulary/communities'
import { readEducation } from '../vocabulary/education'
import { readEmployment } from '../vocabulary/employment'
import { normalise, textOf } from '../vocabulary/normalise'
import { readPolitics } from '../vocabulary/politics'
import { readRoom } from '../vocabulary/rooms'
import { presenceOfWord } from '../vocabulary/status'
import { readTenure } from '../vocabulary/tenure'
import type { FoundTable } from './found-table'
import { filledCells, rowOf } from './grid'
import { headerCell } from './header-cells'

/** What codes of a column may stand for. */
export type CodedKey = 'community' | 'employment' | 'education' | 'politics' | 'rooms' | 'tenure'

/** Meanings by code, for each kind of column; `null`: two meanings were given. */
export type Legends = ReadonlyMap<CodedKey, ReadonlyMap<string, string | null>>

const MEANS: Readonly<Record<Exclude<CodedKey, 'community'>, (meaning: string) => boolean>> = {
  employment: meaning => { const { employment, note } = readEmployment(meaning, ''); return employment !== 'unknown' && note !== 'value.employment-conflict' },
  education: meaning => { const { college, level } = readEducation(meaning); return level !== 'blank' && (college === 'yes' || college === 'no') },
  politics: meaning => { const { partyOrLeague, note } = readPolitics(meaning, ''); return note === null && (partyOrLeague === 'yes' || partyOrLeague === 'no') },
  rooms: meaning => /有|无|没|用|设|建/.test(meaning) && readRoom(meaning, 'have').state !== 'unknown',
  tenure: meaning => { const { tenure } = readTenure(meaning); return tenure !== 'unclear' && tenure !== 'blank' },
}
const KEYS = Object.keys(MEANS) as Exclude<CodedKey, 'community'>[]

/** A—正式人员, 1.本科, “√”表示有, △为合用; a bare word of one character only in brackets: （正）为正式. */
const PAIR =
  /(?:[“"'(（【]?([A-Za-z]|\d{1,2}|[√✓×✕△▲○●◎☆★■□◇◆*#/])[”"'）)】]?(?:号)?|[“"'(（【]([\u4e00-\u9fff])[”"'）)】])(?:标记|符号)?[的者]?((?:[均都])?(?:为|是)|表示|代表|指|即|[—–－\-=:：、.．]+)?[“"']?([\u4e00-\u9fff][\u4e00-\u9fff/／]*(?:[(（][^()（）]*[)）])?)/g
/** What a sign beside a name may say of the person, each with the header under which it stands behind the name. */
const MARKED: readonly (readonly [header: string, says: (meaning: string) => boolean])[] = [
  ['人员性质', meaning => MEANS.employment(meaning)],
  ['政治面貌', meaning => MEANS.politics(meaning)],
  ['人员状态', meaning => (presenceOfWord(meaning)?.presence ?? 'present') !== 'present'],
]
const NOTE_ROWS = 15, MOST_PAIRS = 200

/** The code in a cell as legends give it: 01 and 1 are one code, ① is 1. */
export function codeOf(value: CellValue): string {
  const plain = normalise(textOf(value))
  return /^0\d$/.test(plain) ? plain.slice(1) : plain.replace(/[✓✔]/, '√').replace(/✕/, '×')
}

/** Collects what lines of the sheet and tables of codes say. One object a workbook. */
export class LegendBook {
  private readonly all = new Map<CodedKey, Map<string, string | null>>()
  /** Meanings of signs beside names, under the header that they answer: ★ is 中共党员 under 政治面貌. */
  readonly marks = new Map<string, Map<string, string>>()

  /** Lines above and below a table. */
  lines(found: FoundTable): void {
    for (const cell of found.heading) if (typeof cell.value === 'string') this.line(cell.value)
    // 学历（①研究生②本科③大专④高中）.
    for (const level of found.levels) this.line(level.at(-1) ?? '')
    const { sheet } = found
    for (let row = Math.max(found.first, found.last - NOTE_ROWS); row <= Math.min(sheet.rows.length, found.last + NOTE_ROWS); row++) {
      const cells = filledCells(found.band, row)
      if (cells.length > 2) continue
      for (const { value } of cells) if (typeof value === 'string' && value.length > 3) this.line(value)
    }
  }

  /** 代码 | 名称: a table that is nothing but codes and what they stand for. */
  table(found: FoundTable): void {
    const words = found.levels.map(level => level.at(-1) ?? '')
    const code = words.findIndex(word => /(?:代码|编码|编号|代号|序号|值)$/.test(word))
    const named = (kinds: RegExp): number => words.findIndex((word, at) => at !== code && kinds.test(word))
    const name = named(/(?:名称|含义|说明|内容|解释|意义)$/) >= 0 ? named(/(?:名称|含义|说明|内容|解释|意义)$/) : named(/(?:社区|居委会|类别|性质|学历|面貌)$/)
    if (code < 0 || name < 0 || words.filter(word => word !== '').length > MOST_COLUMNS) return
    const isOfPlaces = headerCell(words[name] ?? '').keys.includes('community')
    for (let row = found.first; row <= Math.min(found.last, found.first + MOST_PAIRS); row++) {
      const cells = rowOf(found.sheet, row), at = found.header.left - 1
      const key = cells[at + code] ?? null, meaning = cells[at + name] ?? null
      if (isBlank(key) || typeof meaning !== 'string' || codeOf(key).length > LONGEST_CODE) continue
      if (isOfPlaces) this.add('community', codeOf(key), meaning)
      else this.pair(codeOf(key), meaning)
    }
  }

  get legends(): Legends {
    return this.all
  }

  private line(text: string): void {
    // Circled numbers are codes; white space parts one pair from the next.
    const plain = text.replace(/[\s\u3000]+/g, '；')
    const pairs = [...plain.normalize('NFKC').matchAll(PAIR)].slice(0, MOST_PAIRS)
    for (const [, code = '', , , meaning = ''] of pairs) if (!/[A-Za-z\d]/.test(code) && code !== '') this.mark(code, normalise(meaning).replace(/\([^()]*\)$/, ''))
    // One pair alone is a numbered sentence as often as a code.
    if (pairs.length < 2) return
    for (const [, code, bracketed, , meaning] of pairs) this.pair(codeOf(code ?? bracketed ?? ''), meaning ?? '')
  }

  private mark(sign: string, meaning: string): void {
    for (const [header, says] of MARKED) {
      if (!says(meaning)) continue
      const known = this.marks.get(header)
      if (known === undefined) this.marks.set(header, new Map([[sign, meaning]]))
      else known.set(sign, meaning)
    }
  }

  private pair(code: string, meaning: string): void {
    const plain = normalise(meaning)
    for (const key of KEYS) if (MEANS[key](plain)) this.add(key, code, plain)
  }

  private add(key: CodedKey, code: string, meaning: string): void {
    if (key === 'community' && !isCommunityLabel(normalise(meaning)) && !/^[\u4e00-\u9fff]{2,8}$/.test(normalise(meaning))) return
    const known = this.all.get(key) ?? new Map<string, string | null>()
    const before = known.get(code)
    known.set(code, before === undefined || before === meaning ? meaning : null)
    this.all.set(key, known)
  }
}
const MOST_COLUMNS = 4, LONGEST_CODE = 12

/** The kind of codes that may stand under a header; `null` for none. */
export function codedKey(keys: readonly ColumnKey[], header: string): CodedKey | null {
  const [key] = keys
  if (key === 'community' || ((key === undefined || key === 'seq') && PLACE_CODE.test(header))) return 'community'
  if (key === 'employment' || key === 'politics' || key === 'tenure') return key
  if (isEducationKey(key ?? null)) return 'education'
  return isRoomKey(key ?? null) ? 'rooms' : null
}

/** 社区代码: a column of numbers in place of names. */
export const PLACE_CODE = /^((?:所属|所在|任职)?(?:社区|居委会|单位))(代码|编码|编号|代号)$/
