import fc from 'fast-check'
import { check } from '../../src/check'
import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import { cellKey } from '../../src/core/place'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { defaultPolicy } from '../../src/policies'

/** What is true of one community: two places, each parted in office and activity rooms, and the rooms that are there. */
interface Truth {
  readonly name: string
  readonly office: number
  readonly activity: number
  readonly second: number
  readonly rooms: readonly boolean[]
}
interface Sheet { readonly rows: CellValue[][]; readonly merges?: Box[]; readonly formulas?: [number, number, string][] }
interface Choice { readonly total: 'first' | 'last' | 'none'; readonly stored: boolean; readonly unit: '㎡' | '平方米' | '万㎡'; readonly word: '使用面积' | '实际使用面积'; readonly fill: 'down' | 'merged' | 'each'; readonly sumWord: '合计' | '小计' | '总面积' }

const NAMES = ['河南', '河东', '荷叶', '南苑', '叶舍', '桃园', '东街', '高陈']
const ROOMS = ['社区办公室', '警务室', '民主议事室', '文化活动室']
const area = fc.integer({ min: 20, max: 260 })
const truths = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 6 })
  .chain(names =>
    fc.tuple(
      ...names.map(name =>
        fc.record<Truth>({
          name: fc.constant(name),
          office: area,
          activity: area,
          second: area,
          rooms: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
        }),
      ),
    ),
  )
const choices = fc.record<Choice>({ total: fc.constantFrom('first', 'last', 'none'), stored: fc.boolean(), unit: fc.constantFrom('㎡', '平方米', '万㎡'), word: fc.constantFrom('使用面积', '实际使用面积'), fill: fc.constantFrom('down', 'merged', 'each'), sumWord: fc.constantFrom('合计', '小计', '总面积') })

const written = (value: number, { unit }: Choice): number => (unit === '万㎡' ? value / 10_000 : value)
const title = (width: number): CellValue[] => ['社区办公活动用房情况统计表', ...Array<null>(width - 1).fill(null)]

/** Layouts: what a community's whole area is in each, and the sheet that says so. */
const LAYOUTS: Readonly<Record<string, { whole(truth: Truth): number; sheet(truths: readonly Truth[], choice: Choice): Sheet }>> = {
  'one column': { whole: truth => truth.office, sheet: (all, choice) => ({ rows: [title(3), ['序号', '社区', `${choice.word}（${choice.unit}）`], ...all.map((one, at): CellValue[] => [at + 1, `${one.name}社区`, written(one.office, choice)])] }) },
  'parts as columns': {
    whole: truth => truth.office + truth.activity,
    sheet: (all, choice) => {
      const total = choice.total === 'none' ? [] : ['合计'], first = choice.total === 'first'
      const rows = all.map((one, at): CellValue[] => {
        const parts = [written(one.office, choice), written(one.activity, choice)],
          sum = total.map(() => (choice.stored ? written(one.office + one.activity, choice) : null))
        return [at + 1, `${one.name}社区`, ...(first ? [...sum, ...parts] : [...parts, ...sum])]
      })
      const width = 4 + total.length, at = first ? 3 : 5
      return {
        rows: [
          title(width),
          ['序号', '社区', `${choice.word}（${choice.unit}）`, ...Array<null>(1 + total.length).fill(null)],
          [null, null, ...(first ? [...total, '办公用房', '活动用房'] : ['办公用房', '活动用房', ...total])],
          ...rows,
        ],
        merges: [
          { top: 2, left: 3, bottom: 2, right: width },
          { top: 2, left: 1, bottom: 3, right: 1 },
          { top: 2, left: 2, bottom: 3, right: 2 },
        ],
        formulas:
          choice.total === 'none' || choice.stored
            ? []
            : all.map((_one, row): [number, number, string] => [
                row + 4,
                at,
                first ? `=D${String(row + 4)}+E${String(row + 4)}` : `=SUM(C${String(row + 4)}:D${String(row + 4)})`,
              ]),
      }
    },
  },
  'groups with numbers of rooms': {
    whole: truth => truth.office + truth.activity,
    sheet: (all, choice) => ({
      rows: [title(6), ['社区', '办公用房', null, '活动用房', null, ...(choice.total === 'none' ? [] : [`${choice.word}合计（${choice.unit}）`])], [null, '间数', `使用面积（${choice.unit}）`, '间数', `使用面积（${choice.unit}）`], ...all.map((one): CellValue[] => [`${one.name}社区`, 3, written(one.office, choice), 1, written(one.activity, choice), ...(choice.total === 'none' ? [] : [written(one.office + one.activity, choice)])])],
      merges: [{ top: 2, left: 1, bottom: 3, right: 1 }, { top: 2, left: 2, bottom: 2, right: 3 }, { top: 2, left: 4, bottom: 2, right: 5 }, ...(choice.total === 'none' ? [] : [{ top: 2, left: 6, bottom: 3, right: 6 }])],
    }),
  },
  'parts as rows': {
    whole: truth => truth.office + truth.activity,
    sheet: (all, choice) => {
      const rows: CellValue[][] = [title(3), ['社区', '用途', `${choice.word}（${choice.unit}）`]], merges: Box[] = []
      for (const one of all) {
        const parts: CellValue[][] = [['办公用房', written(one.office, choice)], ['活动用房', written(one.activity, choice)]], sum: CellValue[] = [choice.sumWord, written(one.office + one.activity, choice)]
        const group = choice.total === 'first' ? [sum, ...parts] : choice.total === 'last' ? [...parts, sum] : parts
        if (choice.fill === 'merged') merges.push({ top: rows.length + 1, left: 1, bottom: rows.length + group.length, right: 1 })
        group.forEach((cells, at) => rows.push([at === 0 || choice.fill === 'each' ? `${one.name}社区` : null, ...cells]))
      }
      return { rows, merges }
    },
  },
  'several places': {
    whole: truth => truth.office + truth.second,
    sheet: (all, choice) => ({ rows: [title(4), ['社区', '地址', `${choice.word}（${choice.unit}）`, '产权'], ...all.flatMap((one, at): CellValue[][] => [[`${one.name}社区`, `东街${String(at + 1)}号`, written(one.office, choice), '自有'], [choice.fill === 'down' ? null : `${one.name}社区`, `西街${String(at + 1)}号`, written(one.second, choice), '租赁']])] }),
  },
  'by how it is held': {
    whole: truth => truth.office + truth.second,
    sheet: (all, choice) => ({ rows: [title(4), ['社区', `${choice.word}（${choice.unit}）`, null, ...(choice.total === 'none' ? [] : [null])], [null, '自有', '租赁', ...(choice.total === 'none' ? [] : ['合计'])], ...all.map((one): CellValue[] => [`${one.name}社区`, written(one.office, choice), written(one.second, choice), ...(choice.total === 'none' ? [] : [written(one.office + one.second, choice)])])], merges: [{ top: 2, left: 2, bottom: 2, right: choice.total === 'none' ? 3 : 4 }, { top: 2, left: 1, bottom: 3, right: 1 }] }),
  },
  'two numbers in a cell, two addresses beside': {
    whole: truth => truth.office + truth.second,
    sheet: (all, choice) => ({ rows: [title(3), ['社区', '地址', `${choice.word}（${choice.unit}）`], ...all.map((one, at): CellValue[] => [`${one.name}社区`, `东街${String(at + 1)}号\n西街${String(at + 1)}号`, `${String(written(one.office, choice))}\n${String(written(one.second, choice))}`])] }),
  },
  'two numbers in a cell and nothing beside': {
    whole: truth => truth.office + truth.second,
    sheet: (all, choice) => ({ rows: [title(2), ['社区', `${choice.word}（${choice.unit}）`], ...all.map((one): CellValue[] => [`${one.name}社区`, `${String(written(one.office, choice))} ${String(written(one.second, choice))}`])] }),
  },
  'built and usable in a cell': {
    whole: truth => truth.office,
    sheet: (all, choice) => ({ rows: [title(2), ['社区', `建筑面积/${choice.word}（${choice.unit}）`], ...all.map((one): CellValue[] => [`${one.name}社区`, `${String(written(one.office + 30, choice))}/${String(written(one.office, choice))}`])] }),
  },
  'a programme beside the list': { whole: truth => truth.office, sheet: (all, choice) => ({ rows: [title(3), ['社区', `${choice.word}（${choice.unit}）`, '产权'], ...all.map((one): CellValue[] => [`${one.name}社区`, written(one.office, choice), '自有'])] }) },
}

function snapshot(sheets: Readonly<Record<string, Sheet>>): Snapshot {
  return {
    name: '用房.xlsx', dateSystem: 1900, names: [], notices: [],
    sheets: Object.entries(sheets).map(([name, { rows, merges = [], formulas = [] }]): SheetSnapshot => ({ name, kind: 'worksheet', visibility: 'visible', isProtected: false, tables: [], rows, merges, formulas: new Map(formulas.map(([row, column, formula]) => [cellKey(row, column), formula])) })),
  }
}

describe.each(Object.entries(LAYOUTS))('%s', (name, layout) => {
  test('the area is right, or unknown and asked about, and never wrong', () => {
    let known = 0, all = 0
    fc.assert(fc.property(truths, choices, (communities, choice) => {
      const programme: Sheet = { rows: [['社区用房建设计划'], ['社区', '面积（㎡）', '投资（万元）', '实施年度'], ...communities.map((one): CellValue[] => [`${one.name}社区`, 300, 45, 2024])] }
      const report = check(snapshot({ 用房: layout.sheet(communities, choice), ...(name.startsWith('a programme') ? { 建设计划: programme } : {}) }), { policy: defaultPolicy, asOf: '2023-12-31' })
      expect(report.communities.map(unit => unit.name).sort()).toEqual(communities.map(one => one.name).sort())
      for (const truth of communities) {
        const unit = report.communities.find(each => each.name === truth.name), wanted = layout.whole(truth)
        const found = unit?.premises?.usableArea ?? null, verdict = unit?.judgements.find(judgement => judgement.target.id === 'usable-area')?.verdict
        all++
        if (found === null) {
          expect(verdict).toBe('unknown')
          expect(report.findings.some(finding => finding.subject.startsWith(`${truth.name}/`) || finding.subject.startsWith('overall/'))).toBe(true)
          continue
        }
        known++
        expect([truth.name, Math.round(found * 1000) / 1000, verdict]).toEqual([truth.name, wanted, wanted >= 200 ? 'met' : 'missed'])
      }
    }), { numRuns: 60 })
    // Two numbers with nothing beside are the one layout in which nobody can tell.
    if (name.endsWith('nothing beside')) expect(known).toBe(0)
    else expect(known / all).toBeGreaterThan(0.98)
  })
})

test('the rooms are right in whatever way they are told', () => {
  const ways: Readonly<Record<string, (truth: Truth) => CellValue[][]>> = {
    columns: truth => [[`${truth.name}社区`, 150, ...truth.rooms.map(there => (there ? '有' : '无'))]],
    ticks: truth => [[`${truth.name}社区`, 150, ...truth.rooms.map(there => (there ? '√' : '×'))]],
    areas: truth => [[`${truth.name}社区`, 250, ...truth.rooms.map(there => (there ? 25 : 0))]],
    list: truth => [[`${truth.name}社区`, 150, [...ROOMS.filter((_room, at) => truth.rooms[at] === true), '档案室'].join('、')]],
    lines: truth => [[`${truth.name}社区`, 150, ['卫生室', ...ROOMS.filter((_room, at) => truth.rooms[at] === true)].join('\n')]],
    rows: truth => ROOMS.map((room, at): CellValue[] => [at === 0 ? `${truth.name}社区` : null, room, truth.rooms[at] === true ? '有' : '无']),
  }
  const headers: Readonly<Record<string, CellValue[]>> = { columns: ['社区', '使用面积', ...ROOMS], ticks: ['社区', '使用面积', ...ROOMS], areas: ['社区', '使用面积', ...ROOMS.map(room => `${room}（㎡）`)], list: ['社区', '使用面积', '现有功能室'], lines: ['社区', '使用面积', '现有功能室'], rows: ['社区', '功能室名称', '有无'] }
  fc.assert(fc.property(truths, fc.constantFrom(...Object.keys(ways)), (communities, way) => {
    const report = check(snapshot({ 用房: { rows: [['社区用房情况'], headers[way] ?? [], ...communities.flatMap(truth => ways[way]?.(truth) ?? [])] } }), { policy: defaultPolicy, asOf: '2023-12-31' })
    for (const truth of communities) {
      const unit = report.communities.find(each => each.name === truth.name)
      expect([way, truth.name, unit?.premises?.rooms]).toEqual([way, truth.name, truth.rooms.filter(there => there).length])
    }
  }), { numRuns: 120 })
})
