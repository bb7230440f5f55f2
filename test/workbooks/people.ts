/** Invented people for tests and samples. Nobody here exists: names come from a seeded draw, ids from an area code that was never given out. */

export interface Invented {
  readonly name: string
  readonly sex: '男' | '女'
  readonly birth: { readonly year: number; readonly month: number; readonly day: number }
  /** 18 characters with a right check character. */
  readonly id: string
}

/** Numbers 0 ≤ x < 1, the same series for the same seed (mulberry32). */
export function series(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(list: readonly T[], draw: () => number): T {
  const item = list[Math.floor(draw() * list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Whole number from `low` to `high`, both included. */
export function between(low: number, high: number, draw: () => number): number {
  return low + Math.floor(draw() * (high - low + 1))
}

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴孔汤']
const MALE = [...'建国志强伟民军平海涛明亮俊杰文斌永康春生宏达成林正华立新少勇东升浩宇家荣']
const FEMALE = [...'丽娟秀英玉兰芳敏静慧雪梅桂珍红霞小燕晓琳春花美玲婷婷雅琴月娥佳怡思雨莉萍']

/** Draws people without giving a name or an id twice. */
export class Town {
  private readonly names = new Set<string>()
  private readonly ids = new Set<string>()

  constructor(readonly draw: () => number) {}

  /** A person of the given age in full years on 31 December of `year`. */
  person(age: number, year: number, sex: '男' | '女' = this.draw() < 0.45 ? '男' : '女'): Invented {
    const birth = { year: year - age, month: between(1, 12, this.draw), day: between(1, 28, this.draw) }
    const given = sex === '男' ? MALE : FEMALE
    let name: string
    do name = pick(SURNAMES, this.draw) + pick(given, this.draw) + (this.draw() < 0.7 ? pick(given, this.draw) : '')
    while (this.names.has(name))
    this.names.add(name)
    let id: string
    do id = inventedId(birth, sex, between(1, 499, this.draw))
    while (this.ids.has(id))
    this.ids.add(id)
    return { name, sex, birth, id }
  }
}

/** A full id under the unassigned area code 990101. `order` is below 500. */
export function inventedId(birth: Invented['birth'], sex: '男' | '女', order: number): string {
  const digits = `990101${String(birth.year)}${two(birth.month)}${two(birth.day)}${String(order * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}

/** GB 11643: the character that follows 17 digits. */
export function checkCharacter(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return '10X98765432'.charAt(sum % 11)
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}
