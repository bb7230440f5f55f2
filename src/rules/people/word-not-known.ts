import type { Finding } from '../../core/finding'
import { placeName } from '../../core/place'
import type { Place } from '../../core/place'
import type { ColumnKey, ValueNote } from '../../core/reading'
import { message } from '../../messages'
import type { MessageKey } from '../../messages'
import type { JudgedCheck, JudgedInput } from '../judged-check'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

const FIELDS: Readonly<Partial<Record<ColumnKey, MessageKey>>> = {
  education: 'field.education', educationFullTime: 'field.education', educationInService: 'field.education', politics: 'field.politics', employment: 'field.employment',
  status: 'field.status', birth: 'field.birth', age: 'field.birth', tenure: 'field.tenure', usableArea: 'field.area', builtArea: 'field.area', area: 'field.area',
  roomOffice: 'field.rooms', roomPolice: 'field.rooms', roomMeeting: 'field.rooms', roomCulture: 'field.rooms', rooms: 'field.rooms',
}

/** A word or code that the vocabulary does not have: one finding a column and word, wherever it stands. */
export const wordNotKnown: JudgedCheck = {
  id: 'word-not-known',
  run(input) {
    const { facts } = input, groups = new Map<string, PeopleGroup>(), notes = new Map<string, ValueNote>()
    for (const person of facts.reading.people) {
      for (const note of person.notes) {
        if (!isUnknownWord(note) || facts.reading.tables[person.table]?.counted !== true) continue
        const key = `${note.column}/${note.word ?? ''}`
        notes.set(key, note)
        addTo(groups, key, person)
      }
    }
    const findings = [...groups].flatMap(([key, group]) => {
      const note = notes.get(key)
      return note === undefined ? [] : [finding(note, group.count, placeOfGroup(facts, group, [[note.column]]))]
    })
    return [...findings, ...premisesWords(input)]
  },
}

function premisesWords(input: JudgedInput): Finding[] {
  const { reading } = input, places = new Map<string, { readonly note: ValueNote; readonly places: Place[] }>()
  for (const row of reading.premises) {
    for (const note of row.notes) {
      if (!isUnknownWord(note)) continue
      const table = reading.tables[row.table], key = `${note.column}/${note.word ?? ''}`
      const place = { sheet: table?.sheet ?? '', row: row.row, column: table?.columns.find(column => column.key === note.column)?.column ?? table?.header.left ?? 1 }
      const found = places.get(key)
      if (found === undefined) places.set(key, { note, places: [place] })
      else found.places.push(place)
    }
  }
  return [...places.values()].map(({ note, places: all }) => {
    const [first, ...others] = all.map(placeName)
    const cut = (first ?? '').lastIndexOf('!')
    return finding(note, all.length, { sheet: all[0]?.sheet ?? null, cell: first === undefined ? null : first.slice(cut + 1), related: others })
  })
}

function isUnknownWord(note: ValueNote): boolean {
  return note.word !== undefined && note.word !== '' && (note.key === 'value.unknown-word' || note.key === 'value.code')
}

function finding(note: ValueNote, count: number, place: Pick<Finding, 'sheet' | 'cell' | 'related'>): Finding {
  return {
    check: 'word-not-known', severity: 'warning', ...place, subject: `${note.column}/${note.word ?? ''}`,
    message: message('finding.word-not-known', { word: note.word ?? '', field: message(FIELDS[note.column] ?? 'field.other'), count }), evidence: null, fix: null,
  }
}
