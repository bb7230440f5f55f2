import { daysFromCivil } from '../../core/day'

/** `2023-12-31`, `2023-12-31T08:30:00Z`, `08:30:00`: cells of type `d`, which strict files may hold. Zones are left aside. */
export function serialOfIso(text: string, dateSystem: 1900 | 1904): number | undefined {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim())
  if (match === null || (match[1] === undefined && match[4] === undefined)) return undefined
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match
  const days = year === undefined ? 0 : daysFromCivil(Number(year), Number(month), Number(day)) + (dateSystem === 1904 ? 24_107 : 25_569)
  return days + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}
