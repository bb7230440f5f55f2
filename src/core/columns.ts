/** The rooms that a plan asks for, in the order in which they are told. */
export const ROOM_IDS = ['office', 'police', 'meeting', 'culture'] as const
export type RoomId = (typeof ROOM_IDS)[number]

/** The highest education, and the two ways to it. */
export const EDUCATION_KEYS = ['education', 'educationFullTime', 'educationInService'] as const
/** Areas of premises, those that stand for the whole first. */
export const AREA_KEYS = ['usableArea', 'builtArea', 'area', 'officeArea', 'activityArea'] as const
/** The column of each room. */
export const ROOM_KEY = { office: 'roomOffice', police: 'roomPolice', meeting: 'roomMeeting', culture: 'roomCulture' } as const satisfies Readonly<Record<RoomId, string>>
/** The columns of the four rooms, and the one that lists them. */
export const ROOM_KEYS = ['roomOffice', 'roomPolice', 'roomMeeting', 'roomCulture', 'rooms'] as const

/**
 * Every key that a column can have, once. The compiler asks for the words (`vocabulary/header-words`) and the name (`messages/columns`) of each;
 * a key that stands in the contract is never renamed.
 */
export const COLUMN_KEYS = [
  'seq', 'community', 'township', 'remark',
  'name', 'sex', 'birth', 'age', 'id', ...EDUCATION_KEYS, 'politics', 'employment', 'status', 'position', 'hired', 'joined', 'partyJoined', 'certificate',
  'phone', 'nation', 'school', 'home', 'pay', 'insurance',
  ...AREA_KEYS, ...ROOM_KEYS, 'tenure', 'lease', 'demolition', 'address', 'planYear',
  'households', 'population', 'approved', 'actual', 'vacant', 'compounds', 'managed', 'model', 'principal',
  'item', 'amount', 'count', 'unitPrice', 'source', 'unit', 'payer', 'year',
] as const
export type ColumnKey = (typeof COLUMN_KEYS)[number]

const AREAS: ReadonlySet<ColumnKey | null> = new Set<ColumnKey>(AREA_KEYS)
const EDUCATIONS: ReadonlySet<ColumnKey | null> = new Set<ColumnKey>(EDUCATION_KEYS)
const ROOMS: ReadonlySet<ColumnKey | null> = new Set<ColumnKey>(ROOM_KEYS)

/** One of the areas of premises; no column's `null` is. */
export function isAreaKey(key: ColumnKey | null): key is (typeof AREA_KEYS)[number] {
  return AREAS.has(key)
}

/** The highest education or one of the two ways to it. */
export function isEducationKey(key: ColumnKey | null): boolean {
  return EDUCATIONS.has(key)
}

/** One of the four rooms, or the column that lists them. */
export function isRoomKey(key: ColumnKey | null): boolean {
  return ROOMS.has(key)
}
