import { ROOM_IDS, ROOM_KEYS } from '../../core/columns'
import { message } from '../../messages'
import type { Message } from '../../core/message'
import { open } from '../figure'
import type { Figure } from '../figure'
import { isThere } from '../premises-facts'
import { noPremises } from '../premises-open'

/** 四室: how many of office, police room, meeting room and culture room are there. */
export const rooms: Figure = {
  id: 'rooms', from: 'premises', columns: [[...ROOM_KEYS]], whole: 'each',
  take: unit => {
    const { premises } = unit, missing = noPremises(unit)
    if (premises === null || missing !== null) return open(missing ?? message('open.no-premises'))
    const there = ROOM_IDS.filter(room => isThere(premises.rooms[room])), unknown = ROOM_IDS.filter(room => premises.rooms[room] === 'unknown')
    const shared = ROOM_IDS.filter(room => premises.rooms[room] === 'shared'), absent = ROOM_IDS.filter(room => premises.rooms[room] === 'absent')
    const certain = premises.roomMissing && unknown.length > 0 && absent.length === 0
    if (unknown.length === ROOM_IDS.length && !certain) return open(message('open.rooms-unknown', { rooms: unknown.map(roomName) }))
    const remarks: Message[] = []
    const proof = message('proof.rooms-not-all')
    if (certain && there.length > 0) remarks.push(proof)
    if (absent.length > 0) remarks.push(message('remark.rooms-absent', { rooms: absent.map(roomName) }))
    if (shared.length > 0) remarks.push(message('remark.rooms-shared', { rooms: shared.map(roomName) }))
    if (unknown.length > 0) remarks.push(message('open.rooms-unknown', { rooms: unknown.map(roomName) }))
    // The sheet says that not all are there, and not which.
    const low = there.length, high = there.length + unknown.length - (certain ? 1 : 0)
    return { value: unknown.length === ROOM_IDS.length ? null : low, low, high, remarks, open: message('open.rooms-unknown', { rooms: unknown.map(roomName) }), ...(low < high ? { range: { low, high } } : {}), ...(certain ? { proof } : {}) }
  },
}

const NAMES = { office: 'room.office', police: 'room.police', meeting: 'room.meeting', culture: 'room.culture' } as const

function roomName(room: (typeof ROOM_IDS)[number]): Message {
  return message(NAMES[room])
}
