import { decisionsFrom, isNothing } from '../src/core/decisions'
import { workbookKey } from '../src/core/workbook-key'
import { read, report as judged } from '../src/check'
import type { CheckOptions } from '../src/check'
import type { Language, Message } from '../src/core/message'
import type { Mapping } from '../src/core/mapping'
import type { Reading } from '../src/core/reading'
import type { Report } from '../src/core/report'
import type { ReadNotice, Snapshot } from '../src/core/snapshot'
import { HostError } from '../src/core/workbook'
import type { ReadProgress } from '../src/core/workbook'
import type { Policy } from '../src/core/plan'
import { chosenChanges } from '../src/core/proposal'
import type { Proposal, ProposalKind } from '../src/core/proposal'
import type { Change } from '../src/core/change'
import { sampleOf } from '../src/hosts/office/file-sample'
import { fillTyped } from '../src/fill-typed'
import { readWorkbookBytes } from '../src/hosts/xlsx'
import { defaultPolicy, loadPolicies, loadPolicy } from '../src/policies'
import type { MappingFile } from '../src/policies/mapping-schema'
import { figureIds } from '../src/judge'
import { say } from '../src/messages'
import { maskJson } from '../src/core/mask-json'
import { CheckerError } from './checker-error'
import type { DocumentSource } from '../src/core/document-source'
import type { BookKind } from './document-book'
import { templateBook } from './template-book'
import type { TemplateKind } from './template-book'
import { editOf } from './cell-edit'
import type { CellEdit } from './cell-edit'
import { effectOf, isTried } from './effects'
import { findingsSheet } from '../src/render/findings-sheet'
import { fixes } from '../src/fix'
import type { FixChoice } from '../src/fix'
import { fillView, proposalView } from './proposal-lines'
import { outline, shownCell, shownRow } from './sheet-rows'
import { shownReport } from './shown-report'
import { unitRows } from './unit-lines'
import { WorkbookFile } from './workbook-file'
import type { WrittenFile } from './workbook-file'
import type { FillRequest, Verb, Verbs } from './checker'
import { NO_CHOICES } from './shown'
import type { Choices, Effect, Opened, ShownReport, ShownRow, UnitRows } from './shown'

type Done<V extends Verb> = ReturnType<Verbs[V]> | Promise<ReturnType<Verbs[V]>>

/** What stands behind the pane: the workbook as it was read, and the last report. Runs in the worker, and as it is in a test. */
export class Desk implements Readonly<{ [V in Verb]: (...args: Parameters<Verbs[V]>) => Done<V> }> {
  private snapshot: Snapshot | null = null
  private report: Report | null = null
  private reading: { readonly by: string; readonly reading: Reading } | null = null
  private policies: readonly Policy[] | null = null
  /** Where the workbook is a file of this page; `null` inside Excel, where the host writes. */
  private file: WorkbookFile | null = null
  /** The latest proposal of each kind, as it was shown. */
  private readonly proposals = new Map<ProposalKind, Proposal>()
  private choices: Choices = NO_CHOICES
  private isStopped = false

  constructor(private readonly onProgress: (progress: ReadProgress) => void = () => undefined) {}

  /** Fetches what may be asked for later, so that it is here when the network is not: the standards, what reads a person's own files, and what makes documents. */
  async ready(): Promise<null> {
    const files = [import('../src/policies/schema'), import('../src/policies/mapping-schema')]
    const books = [import('../src/document'), import('./document-book')]
    await Promise.all([this.standards(), ...files, ...books])
    return null
  }

  /** The standards that ship with the program: all that a check needs. */
  async standards(): Promise<readonly Policy[]> {
    return (this.policies ??= await loadPolicies())
  }

  async openFile(name: string, bytes: ArrayBuffer): Promise<Opened> {
    const file = new Uint8Array(bytes)
    const opened = this.openSnapshot(await readWorkbookBytes(file, name, { looks: true, onProgress: this.onProgress }))
    this.file = new WorkbookFile(name, file)
    return opened
  }

  async openBytes(bytes: ArrayBuffer): Promise<ReturnType<Verbs['openBytes']>> {
    const snapshot = await readWorkbookBytes(new Uint8Array(bytes), '', { onProgress: this.onProgress })
    return { opened: this.openSnapshot(snapshot), sample: sampleOf(snapshot) }
  }

  settleBytes(name: string, notices: readonly ReadNotice[]): Opened {
    const snapshot = this.opened()
    return this.take({ ...snapshot, name, notices: [...snapshot.notices, ...notices] })
  }

  openSnapshot(snapshot: Snapshot): Opened {
    this.file = null
    return this.take(snapshot)
  }

  private take(snapshot: Snapshot): Opened {
    this.snapshot = snapshot
    this.report = null
    this.reading = null
    this.choices = NO_CHOICES
    this.proposals.clear()
    return {
      name: snapshot.name,
      sheets: snapshot.sheets.map(outline),
      notices: snapshot.notices,
      key: workbookKey(snapshot),
      kept: decisionsFrom(snapshot.decisions),
    }
  }

  async check(choices: Choices): Promise<{ report: ShownReport; policies: readonly Policy[] }> {
    this.choices = choices
    const policies = await this.standards(), options = await this.optionsOf(choices)
    this.report = judged(this.opened(), this.understood(this.opened(), options.mapping, choices.asOf, options.policy), options)
    return { report: shownReport(this.report), policies }
  }

  async effects(without: readonly Choices[]): Promise<ReturnType<Verbs['effects']>> {
    const snapshot = this.opened(), now = this.checked(), effects: (Effect | null)[] = []
    for (const [place, choices] of without.entries()) {
      if (!isTried(place, now)) {
        effects.push(null)
        continue
      }
      const options = await this.optionsOf(choices)
      effects.push(effectOf(judged(snapshot, read(snapshot, options), options), now))
    }
    return effects
  }

  private async optionsOf(choices: Choices): Promise<CheckOptions & { readonly mapping: Mapping }> {
    const { policy, asOf, mapping, accepted = [], numbers = [] } = choices
    // A standard that was chosen once and ships no more: the default one is better than none.
    const chosen = typeof policy === 'string' ? (await loadPolicy(policy)) ?? defaultPolicy : policy ?? defaultPolicy
    return { policy: chosen, mapping, accepted, numbers, ...(asOf === null ? {} : { asOf }) }
  }

  /** The report of another state of the workbook, by the same choices. */
  private judged(snapshot: Snapshot): Report {
    const { mapping, asOf, accepted = [] } = this.choices, { policy } = this.checked()
    const options = { policy, mapping, accepted, ...(asOf === null ? {} : { asOf }) }
    return judged(snapshot, read(snapshot, options), options)
  }

  unitRows(community: number): UnitRows {
    return unitRows(community, this.opened(), this.checked())
  }

  rows(sheet: number, from: number, to: number): { from: number; rows: readonly ShownRow[] } {
    const { sheets, dateSystem } = this.opened()
    const found = sheets[sheet]
    const rows: ShownRow[] = []
    if (found !== undefined) for (let row = from; row <= Math.min(to, found.rows.length); row++) rows.push(shownRow(found, row, dateSystem))
    return { from, rows }
  }

  cell(sheet: number, row: number, column: number): ReturnType<Verbs['cell']> {
    const { sheets, dateSystem } = this.opened(), found = sheets[sheet]
    return found === undefined ? { content: null, shown: '' } : shownCell(found, row, column, dateSystem)
  }

  async fill({ scenario, typed }: FillRequest): Promise<ReturnType<Verbs['fill']>> {
    const words = this.choices.mapping.words?.budget, options = { words, ...(scenario === null ? {} : { scenario }) }
    this.isStopped = false
    const steps = fillTyped(this.opened(), this.checked(), typed, snapshot => this.judged(snapshot), options)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        this.proposals.set('fill', step.value)
        return fillView(step.value, scenario ?? 'none')
      }
      // Between two steps the word that gives it up can come in.
      await new Promise(resolve => { setTimeout(resolve) })
      if (this.isStopped) throw new HostError('cancelled')
    }
  }

  fix(choice: FixChoice): ReturnType<Verbs['fix']> {
    const proposal = fixes(this.checked().findings, choice)
    this.proposals.set('fix', proposal)
    return proposalView(proposal)
  }

  results(language: Language): ReturnType<Verbs['results']> {
    const proposal = findingsSheet(this.checked(), this.opened(), language)
    this.proposals.set('results', proposal)
    return proposalView(proposal)
  }

  /** Gives up the plan that is being worked out. */
  stop(): void {
    this.isStopped = true
  }

  changes(kind: ProposalKind, leftOut: readonly number[]): readonly Change[] {
    const proposal = this.proposals.get(kind)
    if (proposal === undefined) throw new CheckerError('fill-again')
    return chosenChanges(proposal, new Set(leftOut))
  }

  async apply(kind: ProposalKind, leftOut: readonly number[]): Promise<ReturnType<Verbs['apply']>> {
    return this.wrote(await this.asFile().write(kind, this.changes(kind, leftOut), this.opened()))
  }

  edit(edit: CellEdit): ReturnType<Verbs['edit']> {
    const file = this.asFile(), snapshot = this.opened()
    if (file.isText) throw new HostError('not-writable')
    const change = editOf(snapshot, edit)
    return this.wrote(change === null ? { snapshot, done: null, refused: null } : file.edit([change], snapshot))
  }

  async undo(): Promise<ReturnType<Verbs['undo']>> {
    return this.wrote(await this.asFile().undo(this.opened()))
  }

  private wrote({ snapshot, done, refused }: WrittenFile): ReturnType<Verbs['apply']> {
    const { last, unsaved } = this.asFile()
    return { opened: this.take(snapshot), done, refused, undo: last, unsaved }
  }

  async documentSource(): Promise<DocumentSource> {
    return (await import('../src/document')).documentSource(this.opened(), this.checked())
  }

  async documentBook(kind: BookKind, language: Language, day: string): Promise<Uint8Array<ArrayBuffer>> {
    return (await import('./document-book')).documentBook(kind, this.opened(), this.checked(), language, day)
  }

  templateBook(kind: TemplateKind): Promise<Uint8Array<ArrayBuffer>> {
    return templateBook(kind, this.report?.policy ?? defaultPolicy)
  }

  /** A copy of the file as it is now, with the person's choices in the part that Excel and the command line read too. */
  async saveFile(): Promise<ReturnType<Verbs['saveFile']>> {
    const { policy } = this.choices, kept = typeof policy === 'object' ? { ...this.choices, policy: null } : this.choices
    const file = this.asFile(), bytes = await file.save(isNothing(kept) ? null : maskJson(JSON.stringify(kept)))
    return { name: file.name, bytes }
  }

  async readPolicy(name: string, text: string, language: Language): Promise<Policy> {
    const { parsePolicy } = await import('../src/policies/schema')
    const result = parsePolicy(text, figureIds)
    if ('policy' in result) return result.policy
    throw new CheckerError('policy-invalid', { detail: said(result.problems, language), file: name })
  }

  async readSettings(name: string, text: string, language: Language): Promise<MappingFile> {
    const { parseMapping } = await import('../src/policies/mapping-schema')
    const result = parseMapping(text)
    if ('mapping' in result) return result
    throw new CheckerError('settings-invalid', { detail: said(result.problems, language), file: name })
  }

  /** What the sheets say, as the command line understands them: once for a mapping, a day and a year of the plan, so that another standard of the year is only judged anew. */
  private understood(snapshot: Snapshot, mapping: Mapping, asOf: string | null, policy: Policy): Reading {
    const by = JSON.stringify([mapping, asOf, policy.year])
    if (this.reading?.by !== by) this.reading = { by, reading: read(snapshot, { mapping, policy, ...(asOf === null ? {} : { asOf }) }) }
    return this.reading.reading
  }

  private opened(): Snapshot {
    if (this.snapshot === null) throw new HostError('not-found', { file: '' })
    return this.snapshot
  }

  private asFile(): WorkbookFile {
    if (this.file === null) throw new HostError('not-writable')
    return this.file
  }

  private checked(): Report {
    if (this.report === null) throw new HostError('not-found', { file: '' })
    return this.report
  }
}

/** The first few problems of a file, as one sentence. */
function said(problems: readonly Message[], language: Language): string {
  return problems.slice(0, 3).map(problem => say(problem, language)).join(language === 'en' ? '; ' : '；')
}
