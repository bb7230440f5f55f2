import { placeOf } from './budgets/own/place'
import { settledText } from './vocabulary/settled-words'
import { ownTables } from './budgets/own/table'
import type { OwnTable } from './budgets/own/own-table'
import { knownInputs, ownAreaColumn } from './budgets/own/inputs'
import type { KnownInput, KnownInputs } from './budgets/own/known-inputs'
import { checkedStandard } from './budgets/checked-standard'
import { canonicalSources } from './budgets/canonical/canonical-sources'
import { constructionFund, fundDraft } from './budgets/construction-fund'
import type { BudgetContext, BudgetId } from './budgets/context'
import { FIRST_ROW } from './budgets/context'
import type { DraftContent, SheetDraft } from './budgets/draft'
import { fillOwnTables } from './budgets/filling/own-fill'
import { canonicalRows, communityOrder, isCanonical, ourSheets, parameterReference, reportingUnit } from './budgets/filling/layout-of-fill'
import type { OurSheets } from './budgets/filling/layout-of-fill'
import { areaNow } from './budgets/own/area-now'
import { budgetYear } from './budgets/own/budget-year'
import { fillNotes } from './budgets/filling/fill-notes'
import { missingInputs } from './budgets/filling/missing'
import { layOut, newSheetChanges, oldSheetChanges } from './budgets/filling/our-sheets'
import { contentAt } from './budgets/filling/existing'
import type { FillConflict, FillPlan, KeptCell } from './core/fill-plan'
import { allChanges, cellItems, chosenChanges, itemOf } from './core/proposal'
import type { ProposalItem } from './core/proposal'
import { recordChanges, recordedCells } from './budgets/filling/records'
import { scaled, written } from './formula/expression'
import { Workspace } from './formula/workspace'
import { BUDGET_SHEETS } from './budgets'
import { markOf } from './budgets/marks'
import { FORECAST_YEARS, parameterNames, parameterPlace, PARAMETERS, parametersSheet, SCENARIOS } from './budgets/parameters'
import type { ParameterId } from './budgets/parameter-id'
import type { ParameterValue, ParameterValues, Scenario } from './budgets/parameters'
import { assumedParameters, policyParameters } from './budgets/policy-parameters'
import { readingSources } from './budgets/sources/reading-sources'
import type { CellChange, Change, NameChange } from './core/change'
import type { BudgetMeaning } from './core/budget-meaning'
import { cellKey, cellName, parseBox, sheetReference } from './core/place'
import type { Report } from './core/report'
import type { Snapshot } from './core/snapshot'
import { message } from './messages'

export type { FillPlan } from './core/fill-plan'
export { allChanges, cellItems, chosenChanges }
export type { Scenario } from './budgets/parameters'

/** A cell that a person fills while a plan is on the screen. */
export interface TypedCell {
  readonly sheet: string
  readonly cell: string
  readonly value: number | string
}

export interface FillOptions {
  /** How the principals are paid; left out: as the workbook says, else `none`. */
  readonly scenario?: Scenario
  /** What words of the person's own budget sheets mean, as the person said. */
  readonly words?: Readonly<Record<string, BudgetMeaning>> | undefined
  /** Cells that the person typed while filling, on sheets that this fill adds. */
  readonly typed?: readonly TypedCell[]
  /** Inputs that the person gives here instead of in the workbook, by parameter, in the parameter's own unit. */
  readonly parameters?: Readonly<Partial<Record<ParameterId, number>>>
}

/**
 * Plans the budget sheets of a workbook: sheets of this program over the person's own roster and premises, and the blank cells of the
 * person's own budget tables. Pure: nothing is written, and the same workbook gives the same plan. After applying it a second plan is empty.
 */
export function fill(snapshot: Snapshot, report: Report, options: FillOptions = {}): FillPlan {
  const steps = fillSteps(snapshot, report, options)
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

/** The same, with a rest between its parts, so that a caller can give it up. */
export function* fillSteps(snapshot: Snapshot, report: Report, options: FillOptions = {}): Generator<undefined, FillPlan> {
  const filler = new Filler(snapshot, report, options)
  yield
  return yield* filler.plan()
}

class Filler {
  private readonly ours: OurSheets
  private readonly workspace: Workspace
  private readonly recorded: ReadonlyMap<string, ReadonlySet<number>>
  private readonly own: readonly OwnTable[]
  private readonly inputs: ReadonlyMap<ParameterId, KnownInput>
  private readonly disagreeing: KnownInputs['disagreeing']
  private readonly context: BudgetContext
  /** Of the person's own tables. */
  private readonly year: number
  /** Without people, premises or communities there is nothing to draw sheets over: only the person's own tables are filled, by themselves. */
  private readonly hasSheets: boolean
  private readonly rowOfCommunity = new Map<number, number>()

  constructor(private readonly snapshot: Snapshot, private readonly report: Report, private readonly options: FillOptions) {
    this.hasSheets = report.communities.length > 0 || isCanonical(snapshot)
    this.ours = ourSheets(snapshot)
    this.workspace = new Workspace(snapshot)
    const recorded = recordedCells(snapshot.names)
    this.recorded = recorded
    const marked = new Set([...this.ours.existing.values()].map(sheet => sheet.name))
    this.own = ownTables(snapshot, report.reading, marked, settledText(options.words))
    this.year = budgetYear(report, this.own, marked)
    const known = knownInputs(
      this.own,
      this.year,
      (sheet, row, column) => recorded.get(sheet)?.has(cellKey(row, column)) === true,
    )
    this.inputs = known.taken
    this.disagreeing = known.disagreeing
    this.context = this.makeContext()
  }

  private makeContext(): BudgetContext {
    const { snapshot, report, ours } = this, parameter = parameterReference(snapshot, ours)
    const check = ours.existing.get('staffing-check')
    const sheets = Object.fromEntries(BUDGET_SHEETS.map(({ id }) => [id, ours.names[id]])) as Record<BudgetId, string>
    if (isCanonical(snapshot))
      return { sources: canonicalSources(canonicalRows(snapshot, check)), sheets, parameter, reportingUnit: reportingUnit(snapshot) }
    const order = communityOrder(report, check)
    for (const [index, { community }] of order.entries()) if (community >= 0) this.rowOfCommunity.set(community, FIRST_ROW + index)
    return { sources: readingSources(snapshot, report, this.workspace, order, parameter('AsOf')), standard: checkedStandard(report, order.map(each => each.community)), sheets, parameter, reportingUnit: reportingUnit(snapshot) }
  }

  *plan(): Generator<undefined, FillPlan> {
    const { ours, workspace, snapshot } = this
    const drafts = this.hasSheets ? this.drafts() : []
    const created = drafts.filter(({ id }) => !ours.existing.has(id))
    for (const { draft } of created) workspace.addSheet(draft.name)
    const names = this.hasSheets ? this.parameterNameChanges() : []
    for (const name of names) if (name.after !== null) workspace.define(name.name, name.after)
    this.putTyped(created.map(({ draft }) => draft))
    yield
    for (const { id, draft } of drafts) layOut(draft, ours.existing.get(id) ?? null, workspace)
    yield
    const chosen = this.chosenParameters()
    for (const { change } of chosen) {
      const box = parseBox(change.cell)
      if (box !== null) workspace.write(change.sheet, box.top, box.left, change.after)
    }
    const own = fillOwnTables(
      this.own,
      {
        budget: this.context,
        hasSheets: this.hasSheets,
        rowOf: community => this.rowOfCommunity.get(community) ?? null,
        year: this.year,
        firstYear: this.firstYear(),
        staff: query => this.context.sources.staff(query),
        isPaidByMonth: () => this.context.sources.isPaidByMonth(),
        payPart: query => this.context.sources.payPart(query),
        openKind: (community, types) => this.context.sources.openKind(community, types),
        disagreeing: this.disagreeing,
        stated: kind => this.statedMean(kind),
        areaNow: community => areaNow(this.report.reading, this.own, community),
      },
      workspace,
      this.recorded,
    )
    const changes: ProposalItem<CellChange>[] = [], kept: KeptCell[] = [], conflicts: FillConflict[] = []
    for (const { id, draft } of drafts) {
      yield
      const existing = ours.existing.get(id)
      if (existing === undefined) changes.push(...newSheetChanges(draft, workspace).map(item => ({ ...item, together: NEW_SHEETS })))
      else {
        const old = oldSheetChanges(draft, existing, workspace)
        const set = new Set(chosen.map(({ change }) => `${change.sheet}!${change.cell}`))
        changes.push(...old.changes.filter(({ change }) => !set.has(`${change.sheet}!${change.cell}`)))
        kept.push(...old.kept)
        conflicts.push(...old.conflicts)
      }
    }
    changes.push(...chosen, ...own.changes)
    const marks = created.map(({ id, draft }): Change => markOf(id, draft.name))
    return {
      kind: 'fill',
      created: created.map(({ draft }) => draft.name),
      items: [
        // Names before the formulas that use them: a host that calculates at once never shows #NAME?.
        ...[...created.map(({ draft }): Change => draft.addSheet()), ...names].map(change => keeping(change, NEW_SHEETS)),
        ...changes,
        ...marks.map(change => keeping(change, NEW_SHEETS)),
        ...recordChanges(snapshot.names, own.written).map(change => keeping(change)),
      ],
      missing: !this.hasSheets
        ? [{ input: 'roster', sheet: '', cell: '', message: message('fill.missing.roster'), asks: [] }]
        : missingInputs(this.context, workspace, ours.names.parameters, this.scenario(), this.own, this.year),
      kept: [...own.kept, ...kept],
      conflicts: [...own.conflicts, ...conflicts],
      left: own.left,
      notes: fillNotes(this.inputs, { disagreeing: this.disagreeing }, this.own, changes),
    }
  }

  /** What the person typed for a sheet that is only being drawn goes into the drawing. */
  private putTyped(drafts: readonly SheetDraft[]): void {
    for (const { sheet, cell, value } of this.options.typed ?? []) {
      const box = parseBox(cell)
      if (box !== null) drafts.find(draft => draft.name === sheet)?.put(box.top, box.left, value)
    }
  }

  private drafts(): { readonly id: BudgetId | 'parameters'; readonly draft: SheetDraft }[] {
    const { context, ours } = this
    const areas = this.ownAreas()
    return [
      { id: 'parameters', draft: parametersSheet(ours.names.parameters, this.parameterValues(), context) },
      ...BUDGET_SHEETS.map(sheet => ({
        id: sheet.id,
        draft: sheet.id === constructionFund.id && areas.length > 0 ? fundDraft(context, areas) : sheet.draft(context),
      })),
    ]
  }

  /** Standards of the policy, inputs that stand in the workbook, what was given here, and assumptions, the later ones weaker. */
  private parameterValues(): ParameterValues {
    const standards = policyParameters(this.report.policy, { rates: false, asOf: this.report.asOf, dateSystem: this.snapshot.dateSystem })
    const found: Partial<Record<ParameterId, ParameterValue>> = {}
    for (const [id, input] of this.inputs) found[id] = { value: { formula: `=${input.formula}` }, source: `取自“${input.sheet}”${input.cell}` }
    const given: Partial<Record<ParameterId, ParameterValue>> = {}
    for (const { id } of PARAMETERS) {
      const value = this.options.parameters?.[id]
      if (value !== undefined) given[id] = { value, remark: '本次填报时填写' }
    }
    // A total that is given here goes before a standard that stands somewhere.
    if (given.PayFormal !== undefined) delete found.UnitFormal
    if (given.PayContract !== undefined) delete found.UnitContract
    return { ...assumedParameters(this.context), ...standards, ...found, ...given, Scenario: { value: SCENARIOS[this.scenario()] } }
  }

  private scenario(): Scenario {
    if (this.options.scenario !== undefined) return this.options.scenario
    const sheet = this.ours.existing.get('parameters'), box = parseBox(parameterPlace('Scenario'))
    const written = sheet === undefined || box === null ? null : sheet.rows[box.top - 1]?.[box.left - 1]
    return (Object.keys(SCENARIOS) as Scenario[]).find(each => SCENARIOS[each] === written) ?? 'none'
  }

  /** Parameters that are there and are set otherwise by this call: the person's own word, so it goes over what is there. */
  private chosenParameters(): ProposalItem<CellChange>[] {
    const sheet = this.ours.existing.get('parameters')
    if (sheet === undefined) return []
    const wanted: [ParameterId, string | number][] = Object.entries(this.options.parameters ?? {}).filter((entry): entry is [ParameterId, number] => typeof entry[1] === 'number')
    if (this.options.scenario !== undefined) wanted.push(['Scenario', SCENARIOS[this.options.scenario]])
    return wanted.flatMap(([id, value]) => {
      const cell = parameterPlace(id), box = parseBox(cell)
      if (box === null) return []
      const before = contentAt(sheet, box.top, box.left)
      if (before === value) return []
      return [itemOf({ kind: 'cell' as const, sheet: sheet.name, cell, before, after: value }, message('fill.why.parameter', { sheet: sheet.name, cell }))]
    })
  }

  /** Yearly areas as references to the person's own fund table, year by year. */
  private ownAreas(): { readonly content: DraftContent; readonly remark: string }[] {
    for (const own of this.own) {
      const column = ownAreaColumn(own)
      if (column === undefined) continue
      const scale = column.meaning.unit?.of === 'area' ? column.meaning.unit.scale : 1
      const first = this.firstYear()
      return Array.from({ length: FORECAST_YEARS }, (_all, index) => {
        const line = own.lines.find(each => each.year === first + index)
        if (line === undefined) return { content: null, remark: '' }
        const cell = `${sheetReference(own.sheet.name)}!${cellName(placeOf(own, line, column).row, placeOf(own, line, column).column)}`
        return { content: { formula: `=IF(ISNUMBER(${cell}),${scaled(written(cell), scale).text},"待填")` }, remark: `取自“${own.sheet.name}”` }
      })
    }
    return []
  }

  private firstYear(): number {
    return this.options.parameters?.FirstYear ?? this.inputs.get('FirstYear')?.value ?? Number(this.report.asOf.slice(0, 4)) + 1
  }

  private parameterNameChanges(): NameChange[] {
    if (this.ours.existing.has('parameters')) return []
    const taken = new Set(this.snapshot.names.filter(name => name.sheet === undefined).map(name => name.name.toLowerCase()))
    return parameterNames(sheetReference(this.ours.names.parameters)).filter(({ name }) => !taken.has(name.toLowerCase())).map(({ name, refersTo }): NameChange => ({ kind: 'name', name, before: null, after: refersTo }))
  }

  /** 万元 a head and year by the person's own standard, else by the stated cost over the stated heads. */
  private statedMean(kind: 'formal' | 'contracted'): number | null {
    const [unit, pay, head] = kind === 'formal' ? (['UnitFormal', 'PayFormal', 'HeadFormal'] as const) : (['UnitContract', 'PayContract', 'HeadContract'] as const)
    const standard = this.inputs.get(unit)?.value, cost = this.inputs.get(pay)?.value, heads = this.inputs.get(head)?.value
    return standard ?? (cost === undefined || heads === undefined || heads === 0 ? null : cost / heads)
  }
}

/** New sheets point to each other. */
const NEW_SHEETS = 'new-sheets'

/** A sheet, a name or a mark that the cells need: nothing in it to look at. */
function keeping(change: Change, together?: string): ProposalItem {
  return itemOf(change, message('fill.why.keeping'), { quiet: true, ...(together === undefined ? {} : { together }) })
}
