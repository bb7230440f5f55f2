/** White space of every width, a line break among it. */
const SPACE = '[\\s\\u3000\\u00a0]'
/** Nothing but a number, perhaps with a mark of vagueness and a short unit: 128, 96㎡, 约60平方米, 2处. */
const BARE_NUMBER = /^(?:约|近|共)?[\d０-９][\d０-９.．,]*(?:[万千百]?(?:平方米|平米|平方|平|㎡|m²|m2|M2|M²|方))?(?:左右|余|多)?$/
const BROKEN = new RegExp(`[\\d０-９.．]${SPACE}+[.．]?[\\d０-９]`)

/**
 * The numbers that stand apart in one text, on two lines, with a space or a comma between: `128⏎96` is 128 and 96 and never 12,896.
 * `null` where the text holds no such numbers, or words beside them that may say what each one is.
 */
export function numbersApart(text: string): readonly string[] | null {
  if (text.length > LONGEST) return null
  const pieces = text.split(new RegExp(`${SPACE}+|，|,(?!\\d{3}(?!\\d))`)).filter(piece => piece !== '')
  if (pieces.length < 2 || !pieces.every(piece => BARE_NUMBER.test(piece))) return null
  return pieces
}

const LONGEST = 200

/** White space inside digits: whatever the text is, it is not the one number that it looks like without the space. */
export function breaksDigits(text: string): boolean {
  return text.length <= LONGEST && BROKEN.test(text)
}
