import { accepted, ageOn, crew, month } from './crew'
import type { Acceptance, Member } from './crew'
import { series, Town } from '../people'
import type { Row, Sheet } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2] } as const

function roster(people: readonly Member[]): Sheet {
  return { name: '花名册', rows: [['社区工作人员花名册'], ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质'], ...people.map((one, at): Row => [at + 1, `${one.community}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord])] }
}

function beside(
  id: string,
  tag: string,
  seed: number,
  name: string,
  role: string,
  rows: (people: readonly Member[]) => readonly Row[],
): Acceptance {
  const people = crew({ seed, staff: STAFF })
  const sheet: Sheet = { name, rows: rows(people) }
  return accepted({
    id,
    tags: [tag],
    sheets: { 花名册: 'staff', [name]: role },
    people,
    book: { sheets: seed % 2 === 0 ? [sheet, roster(people)] : [roster(people), sheet] },
  })
}

function alone(id: string, tag: string, name: string, rows: readonly Row[]): Acceptance {
  return accepted({ id, tags: [tag], sheets: { [name]: 'decoy' }, book: { sheets: [{ name, rows }] } })
}

const strangers = (seed: number, count: number, age: number): ReturnType<Town['person']>[] => {
  const town = new Town(series(seed))
  return Array.from({ length: count }, (_, at) => town.person(age + (at % 9), 2023))
}

/** Other lists of names beside a roster or alone: none is a second roster. */
export const otherLists: readonly Acceptance[] = [
  beside('o01', 'contacts', 701, '通讯录', 'decoy', people => [['社区工作人员通讯录'], ['序号', '社区', '姓名', '职务', '办公电话', '手机'], ...people.map((one, at): Row => [at + 1, `${one.community}社区`, one.person.name, '工作人员', '000-0000', '000-0000'])]),
  beside('o02', 'social-insurance', 702, '社保', 'salary', people => [['12月社保缴费明细'], ['序号', '姓名', '身份证号', '社区', '缴费基数', '养老保险（单位）', '医疗保险（单位）', '个人缴纳', '合计'], ...people.map((one, at): Row => [at + 1, one.person.name, one.person.id, one.community, 3800, 608, 266, 399, 1273])]),
  beside('o03', 'health-check', 703, '体检', 'decoy', people => [['社区工作人员体检名单'], ['序号', '姓名', '性别', '年龄', '社区', '体检时间', '备注'], ...people.map((one, at): Row => [at + 1, one.person.name, one.person.sex, ageOn(one), one.community, '上午', null])]),
  beside('o04', 'applicants', 704, '报名', 'decoy', () => [['2024年社区工作者公开招聘报名汇总表'], ['序号', '报考社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '毕业院校', '笔试成绩', '面试成绩'], ...strangers(7040, 18, 23).map((one, at): Row => [at + 1, ['柳桥社区', '南园社区'][at % 2] ?? null, one.name, one.sex, month(one.birth), '本科', '共青团员', '某某大学', 60 + at, null])]),
  beside('o05', 'training-sign-in', 705, '签到', 'decoy', people => [['社区工作人员培训签到表'], ['序号', '单位', '姓名', '签名', '备注'], ...people.slice(0, 12).map((one, at): Row => [at + 1, `${one.community}社区`, one.person.name, null, null])]),
  beside('o06', 'resident-representatives', 706, '居民代表', 'decoy', () => [['社区居民代表名册'], ['序号', '社区', '姓名', '性别', '出生年月', '文化程度', '政治面貌', '住址', '推选小组'], ...strangers(7060, 20, 40).map((one, at): Row => [at + 1, ['柳桥社区', '南园社区', '双塘社区'][at % 3] ?? null, one.name, one.sex, month(one.birth), '高中', '群众', '某某路1号', `第${String(at + 1)}小组`])]),
  beside('o07', 'households', 707, '户籍', 'decoy', () => [['柳桥社区常住人口登记'], ['户号', '姓名', '与户主关系', '性别', '出生日期', '身份证号', '文化程度', '政治面貌', '婚姻状况'], ...strangers(7070, 25, 30).map((one, at): Row => [1001 + Math.floor(at / 3), one.name, ['户主', '配偶', '子'][at % 3] ?? null, one.sex, month(one.birth), one.id, '初中', '群众', '已婚'])]),
  beside('o08', 'cross-table', 708, '统计', 'decoy', people => [['社区工作人员结构统计表'], ['社区', '总人数', '性别', null, '年龄', null, null, '学历', null, null, '政治面貌', null], [null, null, '男', '女', '35岁以下', '36-45', '46以上', '本科', '大专', '高中以下', '党员', '群众'], ...['柳桥', '南园', '双塘'].map((name): Row => [`${name}社区`, people.filter(one => one.community === name).length, 3, 4, 2, 3, 2, 2, 3, 2, 4, 3]), ['合计', people.length, 9, 11, 6, 9, 5, 6, 9, 5, 12, 8]]),
  beside('o09', 'duty-table', 709, '值班', 'decoy', people => [['12月值班安排表'], ['日期', '星期', '带班领导', '值班人员', '联系电话'], ...people.slice(0, 10).map((one, at): Row => [`12月${String(at + 1)}日`, '一二三四五六日'.charAt(at % 7), people[0]?.person.name ?? null, one.person.name, '000-0000'])]),
  alone('o10', 'applicants-alone', '报名表', [['社区工作者招聘报名表汇总'], ['序号', '姓名', '性别', '出生年月', '学历', '政治面貌', '报考岗位', '是否通过资格审查'], ...strangers(7100, 16, 24).map((one, at): Row => [at + 1, one.name, one.sex, month(one.birth), '大专', '群众', '社区专职工作者', '是'])]),
  alone('o11', 'pupils-with-communities', '学生', [['社区假期学校学员名单'], ['序号', '社区', '姓名', '性别', '出生年月', '年级', '监护人', '监护人电话'], ...strangers(7110, 22, 8).map((one, at): Row => [at + 1, ['柳桥社区', '南园社区'][at % 2] ?? null, one.name, one.sex, month(one.birth), `${'二三四五'.charAt(at % 4)}年级`, '某某', '000-0000'])]),
  alone('o12', 'staffing-summary-alone', '汇总', [['社区人员配备情况汇总表'], ['序号', '社区', '应配正式', '实有正式', '应配聘用', '实有聘用', '缺编'], [1, '柳桥社区', 4, 3, 3, 3, 1], [2, '南园社区', 4, 4, 3, 2, 1], ['合计', null, 8, 7, 6, 5, 2]]),
  alone('o13', 'elderly', '老人', [['80岁以上老年人高龄津贴发放花名册'], ['序号', '社区', '姓名', '性别', '出生年月', '身份证号', '津贴标准', '开户银行'], ...strangers(7130, 15, 80).map((one, at): Row => [at + 1, '柳桥社区', one.name, one.sex, month(one.birth), one.id, 80, '农商行'])]),
]
