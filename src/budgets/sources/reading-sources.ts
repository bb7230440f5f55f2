import type { CellValue } from '../../core/cell'
import { parseDay } from '../../core/day'
import type { Person, PremisesRow } from '../../core/reading'
import type { Report, UnitReport } from '../../core/report'
import type { Snapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { add, scaled, written as writtenTerm } from '../../formula/expression'
import type { Workspace } from '../../formula/workspace'
import { staffType } from '../../vocabulary/budget-words'
import { CountFormulas } from './count-formula'
import type { Candidate, Wanted } from './count-formula'
import { meanAgeFormulas } from './birth-formula'
import { MOST_ROWS, payColumns } from './pay-columns'
import type { PayColumn } from './pay-columns'
import { paySheet } from './pay-sheet'
import type { PaySheet } from './pay-sheet'
import { isCounted, rosterTables } from './roster'
import type { RosterTable } from './roster'
import { premisesFigure } from './premises-figures'
import { textLiteral } from './source'
import type { CommunitySource, SourceFigure, Sourced, Sources, StaffFigure, StaffKindWord, StaffQuery } from './source'

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
    communities: order.map(({ community, label }): CommunitySource => {
      const unit = report.communities[community]
      return {
        label,
        ...(unit === undefined ? {} : { counted: unit.headcount.counted }),
        figure: (figure, cell) => (unit === undefined ? null : facts.figure(figure, unit, label, cell)),
      }
    }),
  }
}

/** People whose pay is looked up by name, for one formula. */
const MOST_PAID = 5000

/** Everyone who counts is of one of the two kinds: their words tell the kind, whoever is asked for. */
const COUNTED = { employment: isCounted } as const

class RosterFacts {
  private readonly lists: readonly RosterTable[]
  private readonly counts: CountFormulas
  /** Made once: what is worked out for one of them is found again by it. */
  private readonly wanted: Readonly<Record<'formal' | 'contracted' | 'college' | 'party' | 'all', Wanted>>
  private readonly premises = new Map<number, PremisesRow[]>()
  private readonly paySheet: PaySheet | null
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
    this.paySheet = paySheet(snapshot, report.reading)
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
    this.day = parseDay(report.asOf) ?? 0
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
        return this.pay(figure === 'formalPay' ? 'formal' : 'contracted', unit, label, cell, false)
      case 'formalPaid':
      case 'contractedPaid':
        return this.pay(figure === 'formalPaid' ? 'formal' : 'contracted', unit, label, cell, true)
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
    const found = this.try(this.counts.candidates(name, this.wanted[name], unit.community, label), label, value => value === expected)
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
    const sum = this.try(
      this.counts.candidates('age', wanted, unit.community, label),
      label,
      value => typeof value === 'number' && near(value / known, averageAge),
    )
    if (sum !== null) {
      // The divisor must live as well: how many of them have an age in the list.
      const heads = this.try(
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

  /** Pay by the roster, in yuan a year: only columns that say whether they are a month's or a year's. */
  private pay(kind: 'formal' | 'contracted', unit: UnitReport, label: string, cell: string, paid: boolean): Sourced {
    const wanted = this.wanted[kind],
      sheet = this.fromPaySheet(wanted, unit.community)
    if (sheet !== null) return { formula: (paid ? sheet.count : sheet.sum).text }
    if (paid) {
      const found = this.try(
        this.counts.candidates(
          `${kind}Paid`,
          { ...wanted, withNumberIn: list => this.payOf(list)?.[0]?.column ?? null },
          unit.community,
          label,
        ),
        label,
        value => typeof value === 'number' && value > 0,
      )
      return found === null ? null : { formula: found(cell) }
    }
    const sum = this.payOfPeople(kind, wanted, unit.community, label)
    return sum === null ? null : { formula: sum(cell) }
  }

  wholePay(kind: 'formal' | 'contracted'): { readonly sum: string; readonly count: string } | null {
    const wanted = this.wanted[kind],
      sheet = this.fromPaySheet(wanted, -1)
    if (sheet !== null) return { sum: sheet.sum.text, count: sheet.count.text }
    const parts = this.payParts().map((factor, index) => {
      const part = this.counts.whole(`${kind}pay${String(index)}`, { ...wanted, sum: list => this.payOf(list)?.[index]?.column ?? null })
      return part === null ? null : scaled(writtenTerm(part), factor)
    })
    const count = this.counts.whole(`${kind}Paid`, { ...wanted, withNumberIn: list => this.payOf(list)?.[0]?.column ?? null })
    return count === null || parts.length === 0 || parts.some(part => part === null)
      ? null
      : { sum: add(...parts.filter(part => part !== null)).text, count }
  }

  /** What a pay sheet says of some people, found by name, where the lists themselves tell no pay. */
  private fromPaySheet({ wanted }: Wanted, community: number): ReturnType<PaySheet['of']> {
    if (this.paySheet === null || this.lists.some(list => this.payOf(list) !== null)) return null
    const names: string[] = []
    for (const list of this.lists) {
      const people = community < 0 ? list.people : [...list.positionsOf(community)].flatMap(position => list.people[position] ?? [])
      for (const person of people) if (wanted(person) && names.push(person.name) > MOST_PAID) return null
    }
    return names.length === 0 ? null : this.paySheet.of(names)
  }

  /** Kinds of staff that a table tells apart: by the roster's own words. */
  staff({ of, kind, told, community }: StaffQuery): StaffFigure {
    const typeOf = this.typesOf(),
      classOf = (person: Person): StaffKindWord['class'] =>
        person.employment === 'formal' ? 'formal' : person.employment === 'contracted' ? 'contracted' : 'aside'
    const isThere = (person: Person): boolean =>
      person.presence !== 'vacant' && person.presence !== 'left' && person.employment !== 'unknown'
    const types = new Set(told.map(each => each.type))
    const written = new Set<string>()
    let expected = 0,
      sum = 0
    for (const list of this.lists) {
      for (const person of list.people) {
        if (!isThere(person) || classOf(person) !== kind.class) continue
        const { type, word } = typeOf(list, person)
        written.add(type)
        // Someone of the class whom no line of the table takes: none of the lines can be trusted.
        if (kind.class !== 'aside' && !types.has(type)) return { lacks: word }
        if (type === kind.type && (community < 0 || person.community === community)) {
          expected++
          for (const pay of this.payOf(list) ?? []) {
            const value = list.rawAt(person.row, pay.column)
            if (typeof value !== 'number') continue
            sum += value * pay.factor
          }
        }
      }
    }
    if (this.lists.length === 0) return { lacks: kind.word }
    // A roster that uses one word for the whole class cannot tell who of them is meant by another.
    const silent = told.find(each => !written.has(each.type))
    if (written.size < 2 && silent !== undefined) return { lacks: silent.word }
    if (expected === 0) return { formula: '0' }
    const key = `${kind.class} ${kind.type}`
    const wanted: Wanted = this.kinds.get(key) ?? {
      wanted: person =>
        isThere(person) &&
        classOf(person) === kind.class &&
        this.lists.some(
          (list, index) => (this.lists.length === 1 || index === this.listOf(person)) && typeOf(list, person).type === kind.type,
        ),
      keys: ['employment'],
    }
    this.kinds.set(key, wanted)
    const label = community < 0 ? '' : (this.report.communities.find(unit => unit.community === community)?.label ?? '')
    if (of === 'persons') {
      const found =
        community < 0
          ? this.wholeOf(key, wanted)
          : (this.try(this.counts.candidates(key, wanted, community, label), label, value => value === expected)?.(textLiteral(label)) ??
            null)
      return found === null || (community < 0 && this.workspace.calculate(`=${found}`, '', 1, 1) !== expected)
        ? { lacks: kind.word }
        : { formula: found }
    }
    const found =
      community < 0 ? this.wholePayOf(key, wanted) : (this.payOfPeople(key, wanted, community, label)?.(textLiteral(label)) ?? null)
    const value = found === null ? null : this.workspace.calculate(`=${found}`, '', 1, 1)
    return found === null || typeof value !== 'number' || !near(value, sum) ? { lacks: kind.word } : { formula: found }
  }

  private readonly kinds = new Map<string, Wanted>()

  private wholeOf(key: string, wanted: Wanted): string | null {
    return this.counts.whole(key, wanted)
  }

  private wholePayOf(key: string, wanted: Wanted): string | null {
    const parts = this.payParts().map((factor, index) => {
      const part = this.counts.whole(`${key}pay${String(index)}`, { ...wanted, sum: list => this.payOf(list)?.[index]?.column ?? null })
      return part === null ? null : scaled(writtenTerm(part), factor)
    })
    return parts.length === 0 || parts.some(part => part === null) ? null : add(...parts.filter(part => part !== null)).text
  }

  private listOf(person: Person): number {
    return this.lists.findIndex(list => list.table.index === person.table)
  }

  private typesOf(): (list: RosterTable, person: Person) => { readonly type: string; readonly word: string } {
    return (list, person) => {
      const column = list.columnOf('employment'),
        value = column === null ? null : list.rawAt(person.row, column),
        word = typeof value === 'string' ? value : ''
      return { type: staffType(word), word }
    }
  }

  /** Every part of the pay of some people of a community, in yuan a year; `null` where a part cannot be had by a formula. */
  private payOfPeople(key: string, wanted: Wanted, community: number, label: string): ((cell: string) => string) | null {
    const factors = this.payParts()
    const parts = factors.map((factor, index) => {
      const found = this.try(
        this.counts.candidates(
          `${key}pay${String(index)}`,
          { ...wanted, sum: list => this.payOf(list)?.[index]?.column ?? null },
          community,
          label,
        ),
        label,
        value => typeof value === 'number',
      )
      return found === null ? null : (cell: string) => scaled(writtenTerm(found(cell)), factor)
    })
    if (parts.length === 0 || parts.some(part => part === null)) return null
    return cell => add(...parts.flatMap(part => (part === null ? [] : [part(cell)]))).text
  }

  /** Yuan a year in one of each part; empty where the lists do not tell, or tell it in different ways. */
  private payParts(): readonly number[] {
    const [first, ...rest] = this.lists.map(list => this.payOf(list))
    if (first === undefined || first === null) return []
    const same = rest.every(each => each?.length === first.length && each.every((part, index) => part.factor === first[index]?.factor))
    return same ? first.map(part => part.factor) : []
  }

  private payOf(list: RosterTable): readonly PayColumn[] | null {
    let found = this.pays.get(list)
    if (found === undefined) {
      found = payColumns({
        table: list.table,
        rows: list.people.slice(0, MOST_ROWS).map(person => person.row),
        rawAt: (row, column) => list.rawAt(row, column),
      })
      this.pays.set(list, found)
    }
    return found
  }

  private readonly pays = new Map<RosterTable, readonly PayColumn[] | null>()

  private try(candidates: Iterable<Candidate>, label: string, agrees: (value: CellValue) => boolean): Candidate | null {
    for (const candidate of candidates) {
      const value = this.workspace.calculate(`=${candidate(textLiteral(label))}`, '', 1, 1)
      if (value !== undefined && agrees(value)) return candidate
    }
    return null
  }
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
}

/** What is blank and could turn a verdict, as a text. */
function openText(unit: UnitReport): Sourced {
  const { collegeBlank, ageBlank, partyLeagueBlank, undecided, unknown } = unit.headcount
  const parts = ([['学历待补', collegeBlank], ['出生待补', ageBlank], ['政治面貌待补', partyLeagueBlank], ['人员类别待定', undecided + unknown]] as const).filter(([, count]) => count > 0)
  return parts.length === 0 ? null : { value: parts.map(([word, count]) => `${word}${String(count)}人`).join(' '), why: message('fill.value.open') }
}

