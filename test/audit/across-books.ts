import type { Sheets, Written } from './books'

/** Writes values over the cells of a sheet. */
export function put(sheets: Sheets, sheet: string, cells: Readonly<Record<string, Written>>): Sheets {
  const rows = (sheets[sheet] ?? []).map(row => [...row])
  for (const [cell, written] of Object.entries(cells)) {
    const row = Number(cell.slice(1)) - 1
    while (rows.length <= row) rows.push([])
    ;(rows[row] ?? [])[cell.charCodeAt(0) - 65] = written
  }
  return { ...sheets, [sheet]: rows }
}

/** Leaves a row out. */
export function without(sheets: Sheets, sheet: string, row: number): Sheets {
  return { ...sheets, [sheet]: (sheets[sheet] ?? []).filter((_, at) => at !== row - 1) }
}

const NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八', '冯九', '陈十', '褚一', '卫二', '蒋三', '沈四', '韩五', '杨六', '朱七', '秦八', '尤九', '许十', '何一', '吕二', '施三', '张四']
const COMMUNITIES = ['河南社区', '河东社区', '荷叶社区', '南苑社区', '叶舍社区']
/** Formal and contracted people of each community. */
export const HEADS: readonly (readonly [number, number])[] = [[4, 2], [3, 2], [3, 1], [2, 2], [3, 2]]

export function people(): { name: string; community: string; kind: string }[] {
  const found: { name: string; community: string; kind: string }[] = []
  for (const [c, [formal, contracted]] of HEADS.entries()) {
    for (let i = 0; i < formal + contracted; i++) found.push({ name: `${NAMES[found.length] ?? ''}`, community: COMMUNITIES[c] ?? '', kind: i < formal ? '正式' : '聘用' })
  }
  return found
}

/** A roster, a summary by community, a pay sheet and a budget that all agree, and a note in words. */
export function wholeBook(): Sheets {
  const staff = people(), formal = staff.filter(({ kind }) => kind === '正式').length, contracted = staff.length - formal
  const pay = staff.map(({ kind }, i) => (kind === '正式' ? 52000 + i * 100 : 26000 + i * 100))
  const amount = (community: string): number =>
    staff.reduce((sum, person, i) => sum + (person.community === community ? (pay[i] ?? 0) : 0), 0)
  const ofKind = (kind: string): number => staff.reduce((sum, person, i) => sum + (person.kind === kind ? (pay[i] ?? 0) : 0), 0)
  const wan = (yuan: number): number => Number((yuan / 10_000).toFixed(2))
  return {
    花名册: [['社区工作人员花名册'], ['序号', '社区', '姓名', '性别', '人员类别', '学历', '政治面貌', '出生年月'], ...staff.map(({ name, community, kind }, i): Written[] => [i + 1, community, name, i % 2 === 0 ? '男' : '女', kind, '大专', '中共党员', `19${70 + (i % 20)}-0${1 + (i % 9)}-15`])],
    工资表: [['2023年工资表'], ['序号', '社区', '姓名', '应发工资（元）', '单位缴纳社保（元）', '合计（元）'], ...staff.map(({ name, community }, i): Written[] => [i + 1, community, name, pay[i] ?? 0, 12000, (pay[i] ?? 0) + 12000]), ['合计', null, null, pay.reduce((a, b) => a + b, 0), 12000 * staff.length, pay.reduce((a, b) => a + b, 0) + 12000 * staff.length]],
    汇总表: [['各社区人员经费汇总表'], ['社区', '正式人数', '聘用人数', '人数合计', '应发工资（万元）'], ...COMMUNITIES.map((community, c): Written[] => [community, HEADS[c]?.[0] ?? 0, HEADS[c]?.[1] ?? 0, (HEADS[c]?.[0] ?? 0) + (HEADS[c]?.[1] ?? 0), wan(amount(community))]), ['合计', formal, contracted, staff.length, wan(pay.reduce((a, b) => a + b, 0))]],
    人员经费预算: [['人员经费预算表'], ['单位：万元'], ['人员类别', '现有人数', '年经费'], ['正式人员', formal, wan(ofKind('正式'))], ['聘用人员', contracted, wan(ofKind('聘用'))], ['合计', staff.length, Number((wan(ofKind('正式')) + wan(ofKind('聘用'))).toFixed(2))]],
    说明: [['编制说明'], [`全镇共有5个社区，目前${formal}名正式人员、${contracted}名聘用人员。办公费需3.5万元，会议费需1.2万元，两项共4.7万元。`]],
  }
}
