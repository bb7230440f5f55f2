import type { CellChange } from '../../core/change'
import type { Message } from '../../core/message'
import type { ProposalItem } from '../../core/proposal'
import { message } from '../../messages'
import { isStaffTable } from '../own/inputs'
import type { KnownInput, KnownInputs } from '../own/known-inputs'
import type { OwnTable } from '../own/own-table'
import { PARAMETERS } from '../parameters'
import type { ParameterId } from '../parameter-id'

type Inputs = ReadonlyMap<ParameterId, KnownInput>

/** What a fill has to say of what it took from the workbook, and of what it could not reckon. */
export function fillNotes(inputs: Inputs, { disagreeing }: Pick<KnownInputs, 'disagreeing'>, own: readonly OwnTable[], changes: readonly ProposalItem<CellChange>[]): Message[] {
  return [...statedTotals(inputs, own), ...disagreements(disagreeing), ...takenInputs(inputs), ...notCalculated(changes)]
}

/** A typed total of the two kinds of staff that is not their sum. */
function statedTotals(inputs: Inputs, own: readonly OwnTable[]): Message[] {
  const stated = inputs.get('StatedTotal'), formal = inputs.get('PayFormal'), contracted = inputs.get('PayContract')
  if (stated === undefined || formal === undefined || contracted === undefined || !own.some(isStaffTable)) return []
  const parts = Number((formal.value + contracted.value).toPrecision(12)), difference = Number((stated.value - parts).toPrecision(6))
  return Math.abs(difference) < 0.005 ? [] : [message('fill.note.stated-total', { stated: stated.value, parts, difference, sheet: stated.sheet, cell: stated.cell })]
}

/** Inputs that the workbook gives twice with different values: none is taken, both are told. */
function disagreements(disagreeing: KnownInputs['disagreeing']): Message[] {
  return [...disagreeing].flatMap(([id, [first, second]]) =>
    first === undefined || second === undefined
      ? []
      : [message('fill.note.inputs-disagree', { title: titleOf(id), sheet: first.sheet, cell: first.cell, value: first.value, sheet2: second.sheet, cell2: second.cell, value2: second.value })],
  )
}

function takenInputs(inputs: Inputs): Message[] {
  return [...inputs].filter(([id]) => id !== 'StatedTotal').map(([id, input]) => message('fill.note.from-workbook', { title: titleOf(id), sheet: input.sheet, cell: input.cell }))
}

function titleOf(id: ParameterId): string {
  return PARAMETERS.find(each => each.id === id)?.title ?? id
}

function notCalculated(changes: readonly ProposalItem<CellChange>[]): Message[] {
  return changes.flatMap(({ change }) => (typeof change.after === 'object' && change.after !== null && 'formula' in change.after && change.after.value === null ? [message('fill.note.not-calculated', { sheet: change.sheet, cell: change.cell })] : []))
}
