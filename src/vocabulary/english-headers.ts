import type { ColumnKey } from '../core/reading'

/**
 * English header words by what their column holds, alone or beside the Chinese word (姓名 Name). Compared without white space, case, dots and hyphens.
 * To teach a new one, add it to its line.
 */
const WORDS: Partial<Record<ColumnKey, readonly string[]>> = {
  seq: ['no', 'number', 'serial no', 'serial number', 'sn', 's/n', 'item no', 'seq', 'sequence', 'index', '#'],
  community: ['community', 'community name', 'name of community', 'residential community', 'neighbourhood community', 'neighborhood community', 'urban community', 'neighbourhood', 'neighborhood', 'neighbourhood committee', 'neighborhood committee', 'residents committee', 'work unit', 'unit', 'organisation', 'organization', 'community office'],
  township: ['town', 'township', 'subdistrict', 'sub district', 'street', 'street office', 'subdistrict office', 'town/subdistrict'],
  name: ['name', 'full name', 'staff name', 'name of staff', 'employee name', 'person', 'employee', 'staff member', 'chinese name'],
  sex: ['sex', 'gender', 'm/f'],
  birth: ['date of birth', 'birth date', 'birthdate', 'birthday', 'dob', 'birth', 'born', 'month of birth', 'year and month of birth', 'year/month of birth', 'birth (year/month)', 'birth month'],
  age: ['age', 'age (years)', 'years of age'],
  id: ['id', 'id no', 'id number', 'id card', 'id card no', 'id card number', 'identity card', 'identity no', 'identity number', 'identity card no', 'identity card number', 'national id', 'citizen id'],
  education: ['education', 'education level', 'level of education', 'educational level', 'highest education', 'highest degree', 'educational background', 'education background', 'qualification', 'academic qualification', 'degree', 'diploma', 'academic degree', 'highest qualification', 'schooling', 'educational attainment'],
  educationFullTime: ['full time education', 'full time degree'],
  educationInService: ['in service education', 'part time education', 'on the job education'],
  politics: ['political status', 'politics status', 'political affiliation', 'political identity', 'party', 'party membership', 'party affiliation', 'politics', 'political background', 'party status', 'political outlook', 'political'],
  employment: ['employment type', 'type of employment', 'type of staff', 'staff type', 'staff category', 'category', 'employment', 'employment category', 'employment status type', 'kind', 'kind of staff', 'personnel type', 'personnel category', 'contract type', 'type', 'type of post', 'employment form', 'nature of employment', 'employment nature', 'staffing', 'establishment', 'staff status type', 'employee type'],
  status: ['status', 'on duty', 'working status', 'staff status', 'work status', 'current status', 'in post', 'on post'],
  position: ['position', 'post', 'job', 'job title', 'title', 'duty', 'duties', 'role', 'responsibility', 'responsibilities'],
  hired: ['start date', 'date of entry', 'entry date', 'hire date', 'date hired', 'employed since', 'date of employment', 'work start', 'start of work', 'date joined', 'joined', 'joining date', 'date of joining'],
  partyJoined: ['party joining date', 'date of joining the party', 'joined party', 'joined the party', 'party joined', 'date joined party', 'party since'],
  phone: ['phone', 'phone no', 'phone number', 'tel', 'telephone', 'mobile', 'mobile phone', 'mobile no', 'contact', 'contact no', 'contact number', 'cell phone'],
  nation: ['ethnicity', 'ethnic group', 'nationality', 'nation', 'ethnic'],
  remark: ['remark', 'remarks', 'note', 'notes', 'comment', 'comments'],
  certificate: ['certificate', 'social worker certificate', 'certification', 'licence', 'license', 'sw certificate'],
  address: ['address', 'location', 'site'],
  usableArea: ['usable area', 'usable floor area', 'net area', 'net floor area', 'use area', 'useable area', 'usable space', 'floor area (usable)', 'area (usable)', 'total usable area'],
  builtArea: ['built area', 'gross area', 'gross floor area', 'gfa', 'building area', 'construction area', 'built up area', 'floor area (built)', 'gross building area', 'floor area (gross)'],
  area: ['area', 'floor area', 'total area', 'office area and activity area', 'premises area', 'total floor area', 'space'],
  officeArea: ['office area', 'office space', 'area of offices'],
  activityArea: ['activity area', 'activity space', 'area for activities', 'activities area'],
  tenure: ['tenure', 'ownership', 'property', 'property right', 'property rights', 'source of premises', 'owned/rented', 'own/rent', 'own or rent', 'title of property', 'ownership type'],
  lease: ['lease', 'lease term', 'lease until', 'lease end', 'rent'],
  demolition: ['demolition', 'to be demolished', 'demolition planned'],
  rooms: ['rooms', 'functional rooms', 'function rooms', 'four rooms', 'facilities'],
  roomOffice: ['office', 'community office room', 'office room'],
  roomPolice: ['police room', 'police office', 'police station', 'police'],
  roomMeeting: ['meeting room', 'council room', 'deliberation room', 'discussion room', 'consultation room', 'democratic council room', 'conference room'],
  roomCulture: ['activity room', 'cultural room', 'culture room', 'cultural activity room', 'culture and activity room', 'recreation room', 'cultural activities room', 'activities room'],
  households: ['households', 'number of households', 'no of households'],
  population: ['population', 'residents', 'number of residents', 'inhabitants', 'permanent residents'],
  approved: ['approved', 'approved posts', 'established posts', 'planned posts'],
  actual: ['actual', 'actual staff', 'filled posts', 'in place'],
  vacant: ['vacant', 'vacancies', 'vacant posts'],
  item: ['item', 'budget item', 'description'],
  amount: ['amount', 'budget', 'budget amount', 'amount (yuan)'],
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z#/]+/g, '')
const KEYS_OF = new Map<string, readonly ColumnKey[]>()
for (const key of Object.keys(WORDS) as ColumnKey[]) for (const word of WORDS[key] ?? []) {
  const before = KEYS_OF.get(plain(word)) ?? []
  if (!before.includes(key)) KEYS_OF.set(plain(word), [...before, key])
}

const NONE: readonly ColumnKey[] = Object.freeze([])

/** Keys of an English header word; none for anything else. */
export function englishKeys(text: string): readonly ColumnKey[] {
  const word = plain(text)
  return KEYS_OF.get(word) ?? KEYS_OF.get(word.replace(/(?:sqm|squaremetres?|squaremeters?|m|yuan|rmb)$/, '')) ?? NONE
}

/** The halves of a header in both languages: 姓名 Name, Name/姓名, 姓名（Name）; `null` for one in one language. */
export function bilingual(text: string): { readonly chinese: string; readonly english: string } | null {
  const match = /^([A-Za-z#][A-Za-z\s.,'&/()-]*?)[\s/|()-]*([\u4e00-\u9fff][^A-Za-z]*)$/.exec(text) ?? null
  if (match !== null) return { chinese: match[2] ?? '', english: match[1] ?? '' }
  const behind = /^([^A-Za-z]*[\u4e00-\u9fff][^A-Za-z]*?)[\s/|(-]*([A-Za-z][A-Za-z\s.,'&/()-]*)$/.exec(text)
  return behind === null ? null : { chinese: behind[1] ?? '', english: behind[2] ?? '' }
}
