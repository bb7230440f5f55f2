import { areaNamed } from '../../src/core/area'
import { NOTHING_CHECKED } from '../../src/core/checked'
import type { Finding } from '../../src/core/finding'
import type { Message } from '../../src/core/message'
import type { Target } from '../../src/core/plan'
import type { ColumnKey, CommunityReading, PremisesRow, TableReading } from '../../src/core/reading'
import type { Verdict } from '../../src/core/verdict'
import type { Headcount, Judgement, UnitReport } from '../../src/core/report'
import { message } from '../../src/messages'
import { defaultPolicy } from '../../src/policies'
import type { Opened, PersonLine, ShownReport, UnitRows } from '../../taskpane/shown'

/** A small result as the worker would send it: three communities, invented people. */

const plain = (key: string, params: Message['params'] = {}): Message => ({ key, params })

export function target(id: string): Target {
  const found = defaultPolicy.targets.find(each => each.id === id)
  if (found === undefined) throw new Error(`no target ${id}`)
  return found
}

export function judgement(id: string, verdict: Verdict, actual: number | null, expected: number | null): Judgement {
  const of = target(id)
  return {
    target: of, verdict, actual, expected,
    difference: actual === null || expected === null ? null : actual - expected,
    range: null, parts: null, citation: of.history.at(-1)?.citation ?? null,
    arithmetic: plain(`arithmetic.${id}`), open: verdict === 'unknown' ? plain(`open.${id}`) : null, remarks: [],
    cells: [areaNamed('花名册', 'H5:H11')],
    lacking: verdict === 'missed' ? [{ sheet: '花名册', row: 6, column: 8 }] : [],
  }
}

const NOBODY: Headcount = {
  formal: 0,
  contracted: 0,
  undecided: 0,
  unknown: 0,
  counted: 0,
  vacant: 0,
  left: 0,
  college: 0,
  collegeBlank: 0,
  partyLeague: 0,
  partyLeagueBlank: 0,
  averageAge: null,
  ageBlank: 0,
}

export function unit(community: number, label: string, judgements: readonly Judgement[], gapNow: number | null = null): UnitReport {
  return {
    community, label, name: label.replace(/社区$/, ''), ages: [], headcount: { ...NOBODY, formal: 4, contracted: 3, counted: 7 }, judgements,
    premises: gapNow === null ? null : {
      usableArea: 200 - gapNow, builtArea: null, ownArea: 200 - gapNow, plannedArea: 200 - gapNow, rooms: 2, roomStates: { office: 'present', police: 'shared', meeting: 'absent', culture: 'unknown' },
      tenure: 'rented', demolition: false, gapNow, gapPlanned: gapNow, gapWhenBuilt: gapNow, sites: 1,
    },
  }
}

export function finding(number: number, rule: string, severity: Finding['severity'], cell: string | null = `C${number + 5}`): Finding {
  const subject = rule === 'target-missed' ? '南苑/college-share' : `${rule}/${number}`
  return { rule, severity, at: cell === null ? null : areaNamed('花名册', cell), related: [], subject, message: plain(`sample.${rule}`, { number }), evidence: null, fix: null }
}

const columns = (...keys: readonly (readonly [ColumnKey | null, string])[]): TableReading['columns'] =>
  keys.map(([key, header], i) => ({ column: i + 1, key, header, by: key === null ? 'none' as const : 'header' as const, unit: null }))

export const roster: TableReading = {
  index: 0, kind: 'staff', sheet: '花名册', hidden: false, counted: true, title: '社区工作人员花名册',
  header: { top: 3, left: 1, bottom: 3, right: 6 }, body: { top: 4, left: 1, bottom: 30, right: 6 },
  columns: columns(['seq', '序号'], ['community', '社区'], ['name', '姓名'], ['education', '文化程度'], [null, '备用'], ['politics', '政治面貌']),
  rowsRead: 21, skipped: [{ row: 12, why: 'subtotal' }, { row: 13, why: 'blank' }, { row: 14, why: 'blank' }], unit: null, reason: null,
}

function known(label: string, index: number): CommunityReading {
  return { index, name: label.replace(/社区$/, ''), label, labels: [label], places: [], households: null, population: null, model: 'blank' }
}

export const report: ShownReport = {
  file: '示例.xlsx', asOf: '2023-12-31', asOfFrom: 'policy-year', policy: defaultPolicy, findingsLeftOut: 0,
  summary: [message('summary.communities', { count: 3, met: 1 }), message('summary.gap', { gap: 140 })], openEverywhere: [],
  reading: { tables: [roster], communities: ['河东社区', '南苑社区', '东街社区'].map(known), statedDay: null, questions: [], notices: [] },
  communities: [
    unit(0, '河东社区', [judgement('formal-count', 'met', 4, 4), judgement('contracted-count', 'met', 3, 3), judgement('college-share', 'met', 6 / 7, 0.8), judgement('usable-area', 'met', 220, 200)], 0),
    unit(1, '南苑社区', [judgement('formal-count', 'missed', 3, 4), judgement('contracted-count', 'surplus', 4, 3), judgement('college-share', 'missed', 5 / 7, 0.8), judgement('usable-area', 'missed', 60, 200)], 140),
    unit(2, '东街社区', [judgement('formal-count', 'met', 4, 4), judgement('contracted-count', 'met', 3, 3), judgement('college-share', 'met', 1, 0.8), judgement('usable-area', 'unknown', null, 200)]),
  ],
  overall: unit(-1, '总体', [judgement('formal-count', 'missed', 11, 12), judgement('college-share', 'met', 18 / 21, 0.8), judgement('average-age', 'missed', 45.04, 45)]),
  communityOf: [1, 1, null, null], auditParts: new Map(),
  findings: [finding(0, 'target-missed', 'error'), finding(1, 'target-missed', 'error'), finding(2, 'education-blank', 'warning'), finding(3, 'month-only', 'info', null)],
  questions: [{
    id: 'word/employment/网格员', kind: 'word', message: plain('sample.question'), places: [{ sheet: '花名册', row: 7, column: 4 }],
    choices: [{ id: 'contracted', message: plain('sample.contracted') }, { id: 'not-staff', message: plain('sample.not-staff') }], assumed: 'not-staff',
  }],
  notices: [],
  checked: NOTHING_CHECKED,
  sensitivity: { questions: [], more: 0, verdicts: [], clarify: [], clarifyExact: true }, plan: { hires: [], overall: null },
  counts: { met: 7, missed: 4, surplus: 1, unknown: 1, error: 2, warning: 1, info: 1, accepted: 0, rowsRead: 21, rowsSkipped: 3 },
}

export const opened: Opened = {
  name: '示例.xlsx', notices: [], key: { layout: 'a', sketch: ['1', '2'] }, kept: null,
  sheets: [{
    name: '花名册', kind: 'worksheet', visibility: 'visible', rows: 30, columns: 6, merges: [{ top: 1, left: 1, bottom: 1, right: 6 }], columnWidths: new Map(), rowHeights: new Map(),
    hiddenRows: new Set(), hiddenColumns: new Set(), styles: [{ format: 'General' }], isProtected: false, frozenRows: 0, frozenColumns: 0,
  }],
}

export const person: PersonLine = {
  area: areaNamed('花名册', 'A5:F5'), row: 5, name: '丁一', employment: 'formal', presence: 'present', college: 'yes', partyOrLeague: 'no', age: 41, id: '990***********0014', notes: [], counted: true, listed: true,
}

const premises: PremisesRow = {
  table: 1, row: 4, community: 1, usable: { value: 60, low: 60, high: 60, about: true, place: { sheet: '办公用房', row: 4, column: 3 }, raw: '约60' }, built: null, unspecified: null, activity: null,
  tenure: 'rented', tenureWord: '租赁', demolition: 'no', rooms: { office: 'present', police: 'shared', meeting: 'absent', culture: 'unknown' }, notes: [],
}

export const unitRows: UnitRows = { people: [person], premises: [{ ...premises, area: areaNamed('办公用房', 'A4:H4') }], peopleLeftOut: 0 }
