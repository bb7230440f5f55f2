/** Text in the old Chinese encoding, by turning Node's own decoder round. Every character must exist in it. */
export function gbk(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0))
    else {
      const pair = pairs().get(character)
      if (pair === undefined) throw new Error(`${character} is not in GBK`)
      bytes.push(...pair)
    }
  }
  return Uint8Array.from(bytes)
}

let known: ReadonlyMap<string, readonly [number, number]> | undefined

function pairs(): ReadonlyMap<string, readonly [number, number]> {
  if (known !== undefined) return known
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, readonly [number, number]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low))
      if ([...character].length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, [high, low])
    }
  }
  return known = found
}
