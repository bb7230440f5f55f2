import { sheetReference } from '../../core/place'

/** Names of the sheets that people type into. */
export const INPUT_SHEETS = { guide: '填表说明', parameters: '参数标准', communities: '社区信息', roster: '人员花名册', premises: '办公用房' } as const

/** Header rows and first data rows are the same on the three lists. */
export const LIST_HEADER_ROW = 4
export const LIST_FIRST_ROW = 5
/** Formulas look this far down: room for rows that are added below. */
export const LAST_ROW = { communities: 504, roster: 3004, premises: 1004 } as const

export const COMMUNITY_COLUMNS = ['社区编码', '社区名称', '所属镇街', '户数', '常住人口', '小区数', '有物业小区数', '示范社区', '别名', '备注'] as const

export const ROSTER_COLUMNS = [
  '序号', '社区名称', '姓名', '身份证号', '性别', '出生日期', '年龄', '全日制学历', '在职学历', '最高学历', '政治面貌', '人员类别', '人员状态', '职务', '是否主要负责人',
  '参加工作时间', '进社区时间', '年工资', '单位社保', '年人员经费', '联系电话', '备注', '计入', '大专以上', '党团员', '证号校验', '出生校验',
] as const

export const PREMISES_COLUMNS = ['序号', '社区名称', '坐落', '使用面积', '建筑面积', '产权性质', '租期至', '列入拆迁', '社区办公室', '警务室', '民主议事室', '文化活动室', '预计解决年度', '备注'] as const

export const LISTS = {
  yesNo: ['是', '否'],
  sex: ['男', '女'],
  education: ['研究生', '本科', '大专', '中专', '高中', '初中', '小学'],
  politics: ['中共党员', '中共预备党员', '共青团员', '民主党派', '无党派人士', '群众'],
  kind: ['正式', '聘用', '其他'],
  status: ['在岗', '空缺', '离职', '借调', '长休'],
  tenure: ['自有', '划拨', '租赁', '借用', '在建', '无'],
  room: ['有', '无', '合用'],
} as const

/** `人员花名册!$B$5:$B$3004`. */
export function rosterRange(column: string): string {
  return `${sheetReference(INPUT_SHEETS.roster)}!$${column}$${String(LIST_FIRST_ROW)}:$${column}$${String(LAST_ROW.roster)}`
}

export function premisesRange(column: string): string {
  return `${sheetReference(INPUT_SHEETS.premises)}!$${column}$${String(LIST_FIRST_ROW)}:$${column}$${String(LAST_ROW.premises)}`
}
