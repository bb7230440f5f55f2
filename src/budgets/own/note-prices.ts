import { understand } from '../../vocabulary/budget-words'

/** Yuan a year of one person, by kind. */
export type NotePrices = ReadonlyMap<'formal' | 'contracted', number>

const BY_WORD = /([^\d,、。;:]{2,20}?)每人每(月|年)(\d{1,7}(?:\.\d{1,4})?)(万?元)/g
const BY_UNIT = /([^\d,、。;:]{2,20}?)(\d{1,7}(?:\.\d{1,4})?)(万?元)\/人[·./]?(月|年)/g
const FEW_MONTHS = 12

/** 正式人员按每人每月5000元、聘用人员按每人每月3000元测算; nothing where one of the prices is of something else, or is said twice. */
export function notePrices(notes: readonly string[]): NotePrices {
  const found = new Map<'formal' | 'contracted', number>(), text = notes.join('。'), months = Number(/(1[2-4])个月/.exec(text)?.[1] ?? FEW_MONTHS)
  const prices = [
    ...[...text.matchAll(BY_WORD)].map(([, who = '', when, value, unit]) => ({ who, when, value, unit })),
    ...[...text.matchAll(BY_UNIT)].map(([, who = '', value, unit, when]) => ({ who, when, value, unit })),
  ]
  for (const { who, when, value, unit } of prices) {
    const { said } = understand(who.replace(/^(?:其中|和|及|注)|(?:按照?|为|标准|经费)+$/g, '')), staff = said.flatMap(word => word.staff ?? []), [kind] = staff
    const isPlain = staff.length === 1 && said.every(word => word.part === undefined && word.some === undefined && word.subject !== 'item')
    if (!isPlain || kind === undefined || kind === 'aside' || found.has(kind)) return new Map()
    found.set(kind, Number(value) * (unit === '万元' ? 10_000 : 1) * (when === '月' ? months : 1))
  }
  return found
}
