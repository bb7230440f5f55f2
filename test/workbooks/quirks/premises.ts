import type { CellValue } from '../../../src/core/cell'
import type { SheetRow } from '../../../src/core/snapshot'
import { between } from '../people'
import { one, TENURES } from './words'

export interface TruePremises {
  readonly community: string
  /** m2 in the column that the sheet has. */
  readonly area: number
  readonly about: boolean
  readonly header: 'usable' | 'built' | 'unspecified'
  readonly tenure: string
  readonly demolition: 'yes' | 'no' | null
  /** Office, police, meeting, culture. */
  readonly rooms: readonly (readonly [string, 'present' | 'shared' | 'absent' | 'unknown'])[]
  readonly written: string
}

type Draw = () => number

const AREA_HEADERS = { usable: ['使用面积（㎡）', '实际使用面积', '使用面积(平方米)', '净使用面积', '可用面积（平方米）'], built: ['建筑面积', '总建筑面积（㎡）', '房产证面积', '建筑面积(平方米)'], unspecified: ['用房面积(平方米)', '办公用房面积', '面积（㎡）', '总面积', '社区用房面积'] } as const
const AREAS: readonly ((area: number) => readonly [CellValue, number, boolean])[] = [
  area => [area, area, false], area => [area, area, false], area => [`${area}㎡`, area, false], area => [`${area} 平方米`, area, false], area => [`${area}m²`, area, false], area => [`约${area}`, area, true], area => [`${area}左右`, area, true], area => [`${area}余平方米`, area, true], area => [`${area}-${area + 20}`, area, true], area => [`${area}+40`, area + 40, false], area => [`办公${area}活动60`, area + 60, false], area => [`一楼${area}，二楼50`, area + 50, false], area => [`${area / 10_000}万㎡`, area, false], area => [`${area}㎡（含活动室）`, area, false], area => [String(area), area, false],
]
const ROOM_HEADERS = [['社区办公室', '办公室', '居委会办公室'], ['警务室', '社区警务室', '警务工作室', '警务站'], ['民主议事室', '议事室', '协商议事厅', '会议室', '居民议事厅'], ['文化活动室', '活动室', '图书阅览室', '文体活动室']] as const
const STYLES = {
  tick: [['√', 'present'], ['√', 'present'], [null, 'absent'], ['✓', 'present']],
  have: [['有', 'present'], ['无', 'absent'], ['合用', 'shared'], ['有（合用）', 'shared'], ['独立', 'present'], ['未设', 'absent'], ['有', 'present']],
  yesNo: [['是', 'present'], ['否', 'absent']],
  size: [[45, 'present'], ['30㎡', 'present'], [0, 'absent'], ['无', 'absent']],
} as const

/** A premises sheet with its truth: one row a community. */
export function premisesSheet(
  communities: readonly string[],
  draw: Draw,
  label: (name: string) => string,
): { name: string; rows: readonly SheetRow[]; truth: readonly TruePremises[]; tags: readonly string[] } {
  const header = one(['usable', 'usable', 'unspecified', 'built'] as const, draw)
  const style = one(['tick', 'have', 'yesNo', 'size'] as const, draw)
  const grouped = draw() < 0.5,
    withDemolition = draw() < 0.5,
    withTenure = draw() < 0.8
  const rows: SheetRow[] = [
    [one(['社区办公用房情况统计表', '溱潼镇社区阵地建设情况一览表', '社区服务场所情况表'], draw)],
    ['填报单位：溱潼镇'],
  ]
  if (draw() < 0.3) rows.push(['单位：平方米'])
  const rooms = ROOM_HEADERS.map(words => one<string>(words, draw))
  const start: CellValue[] = [
    '序号',
    one(['社区', '社区名称', '单位名称', '居委会'], draw),
    one<string>(AREA_HEADERS[header], draw),
    ...(withTenure ? [one(['产权性质', '房屋来源', '取得方式', '产权归属', '用房性质'], draw)] : []),
  ]
  const end: CellValue[] = [...(withDemolition ? [one(['是否拆迁', '是否列入拆迁', '拆迁情况'], draw)] : []), '备注']
  if (grouped)
    rows.push(
      [...start, one(['四室设置情况', '功能室', '“四室”情况'], draw), null, null, null, ...end],
      [...start.map(() => null), ...rooms],
    )
  else rows.push([...start, ...rooms, ...end])
  const truth: TruePremises[] = []
  communities.forEach((community, at) => {
    const [cell, area, about] = one(AREAS, draw)(between(6, 40, draw) * 10)
    const [tenureWord, tenure] = one(TENURES, draw)
    const demolition = draw() < 0.2
    const states = rooms.map(room => [room, one<readonly [CellValue, 'present' | 'shared' | 'absent']>(STYLES[style], draw)] as const)
    const row: CellValue[] = [
      at + 1,
      label(community),
      cell,
      ...(withTenure ? [tenureWord] : []),
      ...states.map(([, [value]]) => value),
      ...(withDemolition ? [demolition ? one(['是', '面临拆迁', '已列入拆迁'], draw) : one(['否', '否', '未列入'], draw)] : []),
    ]
    rows.push(row)
    truth.push({
      community,
      area,
      about,
      header,
      tenure: withTenure ? tenure : 'blank',
      demolition: withDemolition ? (demolition ? 'yes' : 'no') : null,
      rooms: states.map(([room, [, state]]) => [room, state] as const),
      written: JSON.stringify(row),
    })
  })
  if (draw() < 0.5) rows.push(['合计'])
  if (draw() < 0.4) rows.push(['注：四室指社区办公室、警务室、民主议事室、文化活动室。'])
  return {
    name: one(['办公用房', '用房情况', '阵地'], draw),
    rows,
    truth,
    tags: [`premises:${header}`, `rooms:${style}${grouped ? '-grouped' : ''}`],
  }
}
