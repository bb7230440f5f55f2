import { maskText } from '../../core/mask'
import type { CellValue } from '../../core/cell'
import { dayNumber } from '../../core/day'
import type { PremisesRow } from '../../core/reading'
import type { Report, UnitReport } from '../../core/report'
import type { Snapshot } from '../../core/snapshot'
import { message } from '../../messages'
import type { Workspace } from '../../formula/workspace'
import { CountFormulas } from './count-formula'
import type { Wanted } from './count-formula'
import { meanAgeFormulas } from './birth-formula'
import { OpenKinds } from './open-kinds'
import { paySheet } from './pay-sheet'
import { RosterPay } from './roster-pay'
import { StaffKinds } from './staff-kinds'
import { near, tryOut } from './trial'
import { isCounted, rosterTables } from './roster'
import type { RosterTable } from './roster'
import { premisesFigure } from './premises-figures'
import { textLiteral } from './source'
import type { CommunitySource, SourceFigure, Sourced, Sources, StaffFigure, StaffQuery, PayPartQuery } from './source'

/** A row of the staffing check: a community of the reading, or one that was there at the last fill and is gone. */
export interface CommunityOrder {
  /** Index into the report's communities; -1 when it is gone. */
  readonly community: number
  readonly label: string
}

/**
 * The facts of a person's own workbook: formulas over the roster and the premises list as they are laid out there. Every formula is tried
 * against what the report counted before it is taken; where none agrees, the counted value itself stands, with the reason.
 */
export function readingSources(
  snapshot: Snapshot,
  report: Report,
  workspace: Workspace,
  order: readonly CommunityOrder[],
  asOfName: string,
): Sources {
  const facts = new RosterFacts(snapshot, report, workspace, asOfName)
  return {
    guarded: false,
    overallAge: facts.overallAge(order.length),
    wholePay: kind => facts.wholePay(kind),
    staff: query => facts.staff(query),
    payPart: query => facts.payPart(query),
    openKind: (community, types) => facts.open.word(community, types),
    isPaidByMonth: () => facts.isPaidByMonth(),
    communities: order.map(({ community, label }): CommunitySource => {
      const unit = report.communities[community]
      return {
        label: maskText(label),
        ...(unit === undefined ? {} : { counted: unit.headcount.counted }),
        figure: (figure, cell) => (unit === undefined ? null : facts.figure(figure, unit, label, cell)),
      }
    }),
  }
}

/** Everyone who counts is of one of the two kinds: their words tell the kind, whoever is asked for. */
const COUNTED = { employment: isCounted } as const

class RosterFacts {
  private readonly lists: readonly RosterTable[]
  private readonly counts: CountFormulas
  /** Made once: what is worked out for one of them is found again by it. */
  private readonly wanted: Readonly<Record<'formal' | 'contracted' | 'college' | 'party' | 'all', Wanted>>
  private readonly premises = new Map<number, PremisesRow[]>()
  private readonly pay: RosterPay
  private readonly kinds: StaffKinds
  readonly open: OpenKinds
  private readonly day: number
  private readonly asOfSerial: CellValue

  constructor(
    private readonly snapshot: Snapshot,
    private readonly report: Report,
    private readonly workspace: Workspace,
    private readonly asOf: string,
  ) {
    this.lists = rosterTables(snapshot, report.reading)
    this.counts = new CountFormulas(this.lists)
    this.pay = new RosterPay(this.lists, this.counts, paySheet(snapshot, report.reading), report, workspace)
    this.open = new OpenKinds(this.lists, report)
    this.kinds = new StaffKinds(this.lists, this.counts, this.pay, report, workspace)
    const fullTime = report.policy.readings?.education === 'full-time-only'
    this.wanted = {
      formal: { wanted: person => person.employment === 'formal' && isCounted(person), keys: ['employment'] },
      contracted: { wanted: person => person.employment === 'contracted' && isCounted(person), keys: ['employment'] },
      college: {
        wanted: person => (fullTime ? person.collegeFullTime : person.college) === 'yes' && isCounted(person),
        keys: ['education', 'employment'],
        wider: COUNTED,
        always: { education: ['研究生', '本科', '大专'] },
      },
      party: {
        wanted: person => person.partyOrLeague === 'yes' && isCounted(person),
        keys: ['politics', 'employment'],
        wider: COUNTED,
        always: { politics: ['中共党员', '中共预备党员', '共青团员'] },
      },
      all: { wanted: isCounted, keys: ['employment'] },
    }
    for (const row of report.reading.premises) {
      if (report.reading.tables[row.table]?.counted !== true) continue
      const rows = this.premises.get(row.community)
      if (rows === undefined) this.premises.set(row.community, [row])
      else rows.push(row)
    }
    this.day = dayNumber(report.asOf)
    this.asOfSerial =
      workspace.calculate(
        `=DATE(${String(Math.floor(this.day / 10_000))},${String(Math.floor(this.day / 100) % 100)},${String(this.day % 100)})`,
        '',
        1,
        1,
      ) ?? 0
  }

  figure(figure: SourceFigure, unit: UnitReport, label: string, cell: string): Sourced {
    const heads = unit.headcount
    if (
      this.lists.length === 0 &&
      figure !== 'usable' &&
      figure !== 'own' &&
      figure !== 'builtOnly' &&
      figure !== 'rooms' &&
      figure !== 'state'
    )
      return null
    switch (figure) {
      case 'formal':
        return this.counted('formal', unit, label, cell, heads.formal)
      case 'contracted':
        return this.counted('contracted', unit, label, cell, heads.contracted)
      case 'college':
        return this.counted('college', unit, label, cell, heads.college)
      case 'party':
        return this.counted('party', unit, label, cell, heads.partyLeague)
      case 'age':
        return this.age(unit, label, cell)
      case 'open':
        return openText(unit)
      case 'formalPay':
      case 'contractedPay':
        return this.payOf(figure === 'formalPay' ? 'formal' : 'contracted', unit, label, cell, false)
      case 'formalPaid':
      case 'contractedPaid':
        return this.payOf(figure === 'formalPaid' ? 'formal' : 'contracted', unit, label, cell, true)
      default:
        return premisesFigure(figure, unit, this.premises.get(unit.community) ?? [], this.snapshot, this.report, this.workspace)
    }
  }

  /** The mean over everyone, from the communities' means and heads, where nobody's age is missing. */
  overallAge(communities: number): Sourced {
    const { averageAge, ageBlank } = this.report.overall.headcount
    if (averageAge === null || communities === 0) return null
    const inside = this.report.communities.reduce(
      (sum, unit) => sum + (unit.headcount.averageAge ?? 0) * (unit.headcount.counted - unit.headcount.ageBlank),
      0,
    )
    const heads = this.report.communities.reduce((sum, unit) => sum + unit.headcount.counted, 0)
    if (ageBlank === 0 && heads > 0 && near(inside / heads, averageAge)) return { formula: 'IF(H5=0,"",SUMPRODUCT(H6:H505,L6:L505)/H5)' }
    return { value: averageAge, why: message('fill.value.age') }
  }

  private counted(
    name: 'formal' | 'contracted' | 'college' | 'party',
    unit: UnitReport,
    label: string,
    cell: string,
    expected: number,
  ): Sourced {
    const candidates = this.counts.candidates(name, this.wanted[name], unit.community, label)
    const found = tryOut(this.workspace, candidates, label, value => value === expected)
    // Nobody there: a nought with nothing to point to.
    return found === null
      ? { value: expected, why: message(expected === 0 ? 'fill.value.nobody' : 'fill.value.count') }
      : { formula: found(cell) }
  }

  private age(unit: UnitReport, label: string, cell: string): Sourced {
    const { averageAge, counted, ageBlank } = unit.headcount
    if (averageAge === null) return null
    const known = counted - ageBlank
    const wanted: Wanted = { ...this.wanted.all, sum: 'age' }
    const sum = tryOut(this.workspace, 
      this.counts.candidates('age', wanted, unit.community, label),
      label,
      value => typeof value === 'number' && near(value / known, averageAge),
    )
    if (sum !== null) {
      // The divisor must live as well: how many of them have an age in the list.
      const heads = tryOut(this.workspace, 
        this.counts.candidates('aged', { ...this.wanted.all, withNumberIn: 'age' }, unit.community, label),
        label,
        value => value === known,
      )
      if (heads !== null) return { formula: `(${sum(cell)})/(${heads(cell)})` }
    }
    const plans = this.counts.plansFor('all', this.wanted.all)
    const births = meanAgeFormulas(
      this.lists.map((list, index) => ({
        list,
        positions: list.positionsOf(unit.community),
        counts: list.flags(isCounted),
        plan: plans[index] ?? null,
      })),
      label,
    )
    for (const formula of births) {
      const value = this.workspace.calculate(`=${formula(String(this.asOfSerial), textLiteral(label))}`, '', 1, 1)
      if (typeof value === 'number' && near(value, averageAge)) return { formula: formula(this.asOf, cell) }
    }
    return { value: averageAge, why: message('fill.value.age') }
  }

  private payOf(kind: 'formal' | 'contracted', unit: UnitReport, label: string, cell: string, paid: boolean): Sourced {
    return this.pay.figure(kind, this.wanted[kind], unit, label, cell, paid)
  }

  wholePay(kind: 'formal' | 'contracted'): { readonly sum: string; readonly count: string } | null {
    return this.pay.wholeWithCount(kind, this.wanted[kind])
  }

  staff(query: StaffQuery): StaffFigure {
    return this.kinds.staff(query)
  }

  isPaidByMonth(): boolean {
    return this.pay.isMonthly()
  }

  payPart({ kind, part, community }: PayPartQuery): StaffFigure {
    return this.pay.part(kind ?? 'all', this.wanted[kind ?? 'all'], part, community)
  }
}

/** What is blank and could turn a verdict, as a text. */
function openText(unit: UnitReport): Sourced {
  const { collegeBlank, ageBlank, partyLeagueBlank, undecided, unknown } = unit.headcount
  const parts = ([['学历待补', collegeBlank], ['出生待补', ageBlank], ['政治面貌待补', partyLeagueBlank], ['人员类别待定', undecided + unknown]] as const).filter(([, count]) => count > 0)
  return parts.length === 0 ? null : { value: parts.map(([word, count]) => `${word}${String(count)}人`).join(' '), why: message('fill.value.open') }
}

