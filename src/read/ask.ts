import { cellName } from '../core/place'
import type { NearName, Question } from '../core/reading'
import type { Message } from '../core/message'
import type { TableKind } from '../core/reading'
import { message, messageNamed } from '../messages'
import type { MessageKey } from '../messages'
import type { CommunityReading } from '../core/reading'
import type { FoundTable } from './found-table'
import { columnId, listCommunityId, listEmploymentId, secondListId, tableId } from './mapping'
import type { ColumnDoubt } from './settle-table'
import type { OpenWord } from './words'
import { wordId } from './words'

type Choice = Question['choices'][number]

const choice = (id: string, key: MessageKey): Choice => ({ id, message: messageNamed(key) })

const KIND_CHOICE: Readonly<Record<TableKind | 'ignore', MessageKey>> = {
  staff: 'question.choice.staff', premises: 'question.choice.premises', community: 'question.choice.community', 'staffing-summary': 'question.choice.staffing-summary', pay: 'question.choice.pay',
  budget: 'question.choice.budget', fund: 'question.choice.fund', 'funding-sources': 'question.choice.funding-sources', other: 'question.choice.other', ignore: 'question.choice.ignore',
}

/** What is this list? */
export function askTable(
  found: FoundTable,
  choices: readonly TableKind[],
  assumed: TableKind,
  reason: Message | null,
  title: string | null,
): Question {
  return {
    id: tableId(found),
    kind: 'table',
    message: message('question.table', {
      sheet: found.sheet.name,
      title: title ?? found.sheet.name,
      reason: reason ?? message('table.unclear'),
    }),
    places: [{ sheet: found.sheet.name, row: found.header.top, column: found.header.left }],
    choices: choices.map(kind => choice(kind, KIND_CHOICE[kind])),
    assumed,
  }
}

/** The same people again, or an old version: count them or not? */
export function askSecondList(found: FoundTable, key: 'question.same-people' | 'question.same-premises' | 'question.old-version', share: number, others: readonly string[]): Question {
  return {
    id: secondListId(found), kind: 'table', message: message(key, { sheet: found.sheet.name, share, others }),
    places: [{ sheet: found.sheet.name, row: found.header.top, column: found.header.left }],
    choices: [choice('ignore', 'question.choice.not-counted'), choice('count', 'question.choice.counted')], assumed: 'ignore',
  }
}

/** What does this column mean? */
export function askColumn(found: FoundTable, doubt: ColumnDoubt): Question {
  return {
    id: columnId(found, doubt.column), kind: 'column',
    message: message(doubt.doubt === 'contradicted' ? 'question.column-contradicted' : 'question.column', { header: doubt.header, sheet: found.sheet.name, cell: cellName(found.header.top, doubt.column) }),
    places: [{ sheet: found.sheet.name, row: found.header.bottom, column: doubt.column }],
    choices: [...doubt.candidates.map(key => ({ id: key, message: message('question.choice.column', { key }) })), choice('none', 'question.choice.no-column')], assumed: 'none',
  }
}

/** Formal or contracted, for a list that does not say. */
export function askEmployment(found: FoundTable, people: number): Question {
  return {
    id: listEmploymentId(found), kind: 'column', message: message('question.employment', { sheet: found.sheet.name, people }),
    places: [{ sheet: found.sheet.name, row: found.header.top, column: found.header.left }],
    choices: [choice('formal', 'question.choice.formal'), choice('contracted', 'question.choice.contracted'), choice('undecided', 'question.choice.undecided')], assumed: null,
  }
}

const MOST_COMMUNITIES = 60

/** Whose people or places are these? */
export function askCommunity(found: FoundTable, rows: readonly number[], communities: readonly CommunityReading[]): Question {
  return {
    id: listCommunityId(found), kind: 'value', message: message('question.community', { sheet: found.sheet.name, rows: rows.length }),
    places: rows.slice(0, 20).map(row => ({ sheet: found.sheet.name, row, column: found.header.left })),
    choices: communities.slice(0, MOST_COMMUNITIES).map(({ name, label }) => ({ id: name, message: message('question.choice.name', { label }) })), assumed: null,
  }
}

export const nearNameId = (written: string): string => `near-name:${written}`

/** Is a name that the workbook's own list does not have a listed one, misspelt? */
export function askNearName(near: NearName): Question {
  return {
    id: nearNameId(near.written), kind: 'value', message: message('question.near-name', { written: near.written, near: near.label }), places: near.places.slice(0, 20),
    choices: [{ id: near.name, message: message('question.choice.name', { label: near.label }) }, choice('own', 'question.choice.own-community')], assumed: near.name,
  }
}

const WORD_QUESTION: Readonly<Record<OpenWord['kind'], MessageKey>> = { employment: 'question.word.employment', status: 'question.word.status', education: 'question.word.education', politics: 'question.word.politics', tenure: 'question.word.tenure' }
const WORD_CHOICES: Readonly<Record<OpenWord['kind'], readonly Choice[]>> = {
  employment: [choice('formal', 'question.choice.formal'), choice('contracted', 'question.choice.contracted'), choice('undecided', 'question.choice.undecided'), choice('not-staff', 'question.choice.not-staff')],
  status: [choice('present', 'question.choice.present'), choice('leave', 'question.choice.leave'), choice('seconded-out', 'question.choice.seconded-out'), choice('left', 'question.choice.left'), choice('vacant', 'question.choice.vacant')],
  education: [choice('yes', 'question.choice.college'), choice('no', 'question.choice.below-college')],
  politics: [choice('yes', 'question.choice.party-league'), choice('no', 'question.choice.not-party-league')],
  tenure: [choice('own', 'question.choice.own'), choice('rented', 'question.choice.rented'), choice('borrowed', 'question.choice.borrowed'), choice('in-building', 'question.choice.in-building'), choice('none', 'question.choice.no-premises')],
}
const ASSUMED: Readonly<Record<OpenWord['kind'], string | null>> = { employment: null, status: 'present', education: null, politics: null, tenure: null }

/** What does this word mean? Asked once a workbook. */
export function askWord(open: OpenWord): Question {
  return {
    id: wordId(open.kind, open.word), kind: open.reason === 'code' ? 'code' : 'word',
    message: messageNamed(WORD_QUESTION[open.kind], { word: open.word, count: open.count }),
    places: open.places, choices: WORD_CHOICES[open.kind],
    assumed: open.reason === 'undecided' || open.reason === 'conflict' ? (open.kind === 'employment' ? 'undecided' : null) : ASSUMED[open.kind],
  }
}
