import type { CellValue } from '../../core/cell'

/** What stands in the canonical lists. Every list may be empty: then blank rows are drawn to be filled in. */
export interface CanonicalRows {
  readonly communities: readonly CommunityRow[]
  readonly people: readonly PersonRow[]
  readonly premises: readonly PlaceRow[]
}

export interface CommunityRow {
  readonly code: string
  readonly name: string
  readonly township: string
  readonly compounds: number | null
  readonly managed: number | null
  readonly model: '是' | '否' | null
  readonly remark: string
}

/** Dates as serials of the 1900 system, money in yuan. */
export interface PersonRow {
  readonly community: string
  readonly name: string
  readonly id: string
  readonly sex: '男' | '女'
  readonly birth: number | null
  readonly fullTime: string
  readonly inService: string
  readonly politics: string
  readonly kind: '正式' | '聘用' | '其他'
  readonly status: '在岗' | '空缺' | '离职' | '借调' | '长休'
  readonly position: string
  readonly principal: boolean
  readonly workStart: number | null
  readonly joined: number | null
}

export interface PlaceRow {
  readonly community: string
  readonly address: string
  readonly usable: number | null
  readonly built: number | null
  readonly tenure: string
  readonly demolition: string
  /** Office, police, meeting, culture: 有, 无, 合用 or blank. */
  readonly rooms: readonly [CellValue, CellValue, CellValue, CellValue]
  readonly planYear: number | null
  readonly remark: string
}

/** Rows that are drawn for filling in when a list is empty. */
export const BLANK_ROWS = { communities: 30, people: 150, premises: 34 } as const
