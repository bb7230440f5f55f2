import { cellName, columnRuns } from '../../core/place'
import { message, messageNamed } from '../../messages'
import type { MessageKey } from '../../messages'
import { FUND_FIRST_ROW, FUND_LAST_ROW } from '../construction-fund'
import { FIRST_ROW, OPEN, TOTAL_ROW } from '../context'
import type { BudgetContext } from '../context'
import { blankInput, ownCell } from './blank-input'
import type { Workspace } from '../../formula/workspace'
import { ownAreaColumn } from '../own/inputs'
import { isBlankIn } from '../own/place'
import type { OwnLine, OwnTable } from '../own/own-table'
import { PARAMETERS, parameterPlace } from '../parameters'
import type { ParameterId } from '../parameter-id'
import type { Scenario } from '../parameters'
import type { InputCell, MissingInput } from '../../core/fill-plan'

/** Inputs by the name that scripts know, with the parameter that holds each. */
const INPUTS: readonly {
  readonly input: string
  readonly id: ParameterId
  readonly needed?: (open: (id: ParameterId) => boolean, scenario: Scenario) => boolean
}[] = [
  { input: 'formalCost', id: 'PayFormal', needed: open => open('UnitFormal') },
  { input: 'contractedCost', id: 'PayContract', needed: open => open('UnitContract') },
  { input: 'subsidy', id: 'Subsidy', needed: (_open, scenario) => scenario !== 'principals-instead' },
  { input: 'principals', id: 'Principals', needed: (_open, scenario) => scenario !== 'none' },
  { input: 'taskMoney', id: 'TaskMoney' },
  { input: 'paidService', id: 'PaidService' },
  { input: 'buildingCost', id: 'BuildCost' },
  { input: 'usableCoefficient', id: 'UseCoef' },
  { input: 'fundRate', id: 'FundRate' },
  { input: 'programmeYears', id: 'ProgrammeYears' },
]

/** What nobody gave: parameters, yearly areas, running costs, premises. Each with the cell where it goes. */
export function missingInputs(
  context: BudgetContext,
  workspace: Workspace,
  parametersSheet: string,
  scenario: Scenario,
  own: readonly OwnTable[],
  year: number,
): MissingInput[] {
  const missing: MissingInput[] = []
  const add = (input: string, sheet: string, cell: string, key: MessageKey, asks: readonly InputCell[]) =>
    missing.push({ input, sheet, cell, message: messageNamed(key, { sheet, cell }), asks })
  const parameter = (id: ParameterId): InputCell => {
    const { title = id, unit = '' } = PARAMETERS.find(each => each.id === id) ?? {}
    return { sheet: parametersSheet, cell: parameterPlace(id), title, unit }
  }
  const open = (id: ParameterId) =>
    typeof workspace.calculate(`=${context.parameter(id)}&""`, parametersSheet, 1, 1) !== 'string' ||
    typeof workspace.calculate(`=N(${context.parameter(id)})`, parametersSheet, 1, 1) !== 'number' ||
    workspace.calculate(`=COUNT(${context.parameter(id)})`, parametersSheet, 1, 1) !== 1
  for (const { input, id, needed } of INPUTS)
    if (open(id) && (needed === undefined || needed(open, scenario))) {
      // A blank cell of the person's own goes before the parameter sheet, which takes it from there.
      const asks = blankInput(own, input, year) ?? [parameter(id), ...ALONG.flatMap(([of, other]) => (of === id ? [parameter(other)] : []))]
      const [first] = asks
      add(input, first?.sheet ?? parametersSheet, first?.cell ?? parameterPlace(id), `fill.missing.${input}` as MessageKey, asks)
    }

  const fund = context.sheets['construction-fund'],
    rows = Array.from({ length: FUND_LAST_ROW - FUND_FIRST_ROW + 1 }, (_all, index) => FUND_FIRST_ROW + index)
  if (rows.some(row => typeof workspace.value(fund, row, 2) !== 'number')) {
    const theirs = ownAreas(own)
    add(
      'approvedArea',
      theirs?.sheet ?? fund,
      theirs?.cell ?? `B${String(FUND_FIRST_ROW)}:B${String(FUND_LAST_ROW)}`,
      'fill.missing.approvedArea',
      theirs?.asks ?? rows.map(row => ({ sheet: fund, cell: `B${String(row)}`, title: String(workspace.value(fund, row, 1) ?? ''), unit: '㎡' })),
    )
  }
  const running = context.sheets['running-costs'],
    last = FIRST_ROW + context.sources.communities.length - 1
  if (context.sources.communities.length > 0 && typeof workspace.value(running, TOTAL_ROW, 8) !== 'number')
    add('runningCosts', running, `B${String(FIRST_ROW)}:G${String(last)}`, 'fill.missing.runningCosts', [parameter('PublicQuota')])

  const check = context.sheets['premises-check'],
    unknown: number[] = []
  for (let row = FIRST_ROW; row <= last; row++) if (workspace.value(check, row, 8) === OPEN) unknown.push(row)
  if (unknown.length > 0)
    missing.push({
      input: 'usableArea',
      sheet: check,
      cell: columnRuns(unknown, 2),
      message: message('fill.missing.usableArea', { sheet: check, cell: cellName(unknown[0] ?? FIRST_ROW, 2), count: unknown.length }),
      asks: [],
    })
  return missing
}

/** The yearly areas of a person's own fund table: there they are asked for. */
function ownAreas(own: readonly OwnTable[]): { readonly sheet: string; readonly cell: string; readonly asks: readonly InputCell[] } | null {
  for (const table of own) {
    const column = ownAreaColumn(table)
    const years = table.lines.filter(line => line.year !== null)
    const [first] = years, last = years.at(-1)
    if (column === undefined || first === undefined || last === undefined) continue
    const sheet = table.sheet.name, unit = (column.meaning.unit?.word ?? 'm2').replace('m2', '㎡')
    const blank = years.filter(line => isBlankIn(table, line, column))
    const at = (line: OwnLine) => ownCell(table, line, column)
    return { sheet, cell: `${at(first)}:${at(last)}`, asks: blank.map(line => ({ sheet, cell: at(line), title: line.label, unit })) }
  }
  return null
}

/** Heads belong to the cost that they are given for. */
const ALONG: readonly (readonly [ParameterId, ParameterId])[] = [['PayFormal', 'HeadFormal'], ['PayContract', 'HeadContract']]
