import type { CellValue } from '../core/cell'
import { normalise, textOf } from './normalise'
import { roomsInText } from './rooms'
import type { RoomsReading } from './rooms'

const ALL_THERE: RoomsReading['rooms'] = { office: 'present', police: 'present', meeting: 'present', culture: 'present' }

/** Reads one cell of a column of what is lacking (缺少功能室): 警务室 is not there and the others are, 无 lacks nothing. */
export function readLackingRooms(value: CellValue): RoomsReading {
  const word = normalise(textOf(value))
  if (word === '') return { rooms: {}, complete: null, note: null }
  if (/^(?:无|没有|不缺|齐全|均有|无缺(?:少|项)?|—+|-+|\/|0)$/.test(word)) return { rooms: ALL_THERE, complete: true, note: null }
  return roomsInText(/^(?:尚|还)?(?:缺|无|没有|欠缺|未)/.test(word) ? word : `缺${word}`)
}
