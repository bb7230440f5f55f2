import { areasOf } from '../../core/area'
import type { Area } from '../../core/area'
import type { Place } from '../../core/place'
import type { ColumnKey, ValueNote } from '../../core/reading'
import { cellOfRow } from '../../core/table-columns'
import { message, messageNamed } from '../../messages'
import type { MessageKey } from '../../messages'
import { rule } from '../rule'
import type { Found, RuleInput } from '../rule'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

const FIELDS: Readonly<Partial<Record<ColumnKey, MessageKey>>> = {
  education: 'field.education', educationFullTime: 'field.education', educationInService: 'field.education', politics: 'field.politics', employment: 'field.employment',
  status: 'field.status', birth: 'field.birth', age: 'field.birth', tenure: 'field.tenure', usableArea: 'field.area', builtArea: 'field.area', area: 'field.area',
  roomOffice: 'field.rooms', roomPolice: 'field.rooms', roomMeeting: 'field.rooms', roomCulture: 'field.rooms', rooms: 'field.rooms',
}

/** A word or code that the vocabulary does not have: one finding a column and word, wherever it stands. */
export const wordNotKnown = rule({
  id: 'word-not-known', needs: [], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['河东社区', '乙某', '正式', '秀才']],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['河东社区', '乙某', '正式', '函授本科']],
  },
  people(input, report) {
    const { facts } = input, groups = new Map<string, PeopleGroup>(), notes = new Map<string, ValueNote>()
    return {
      keys: ['value.unknown-word', 'value.code'],
      note(note, person) {
        if (!isUnknownWord(note)) return
        const key = `${note.column}/${note.word ?? ''}/${String(note.at ?? 0)}`
        notes.set(key, note)
        addTo(groups, key, person)
      },
      end() {
        for (const [key, group] of groups) {
          const note = notes.get(key)
          if (note !== undefined) report(found(note, group.count, placeOfGroup(facts, group, [[note.column]], note.at)))
        }
        for (const word of premisesWords(input)) report(word)
      },
    }
  },
})

function premisesWords(input: RuleInput): Found[] {
  const { reading } = input, places = new Map<string, { readonly note: ValueNote; readonly places: Place[] }>()
  for (const row of reading.premises) {
    for (const note of row.notes) {
      if (!isUnknownWord(note)) continue
      const table = reading.tables[row.table], key = `${note.column}/${note.word ?? ''}`
      if (table === undefined) continue
      const place = cellOfRow(table, row.row, note.column)
      const found = places.get(key)
      if (found === undefined) places.set(key, { note, places: [place] })
      else found.places.push(place)
    }
  }
  return [...places.values()].map(({ note, places: all }) => {
    const [first, ...others] = areasOf(all)
    return found(note, all.length, { at: first ?? null, related: others })
  })
}

function isUnknownWord(note: ValueNote): boolean {
  return note.word !== undefined && note.word !== '' && (note.key === 'value.unknown-word' || note.key === 'value.code')
}

function found(note: ValueNote, count: number, place: { readonly at: Area | null; readonly related: readonly Area[] }): Found {
  const field = messageNamed(FIELDS[note.column] ?? 'field.other')
  return { ...place, subject: `${note.column}/${note.word ?? ''}`, message: message('finding.word-not-known', { word: note.word ?? '', field, count }) }
}
