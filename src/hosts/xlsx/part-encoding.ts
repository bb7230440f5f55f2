import { HostError } from '../../core/workbook'

/** The declaration stands in the first bytes; a longer one is none. */
const HEAD = 200
const DECLARED = /^(<\?xml[^>]*?\sencoding\s*=\s*)(["'])([A-Za-z][\w.:-]*)\2/

/**
 * An XML part as text, from whichever encoding it is in. Its declaration says UTF-8 then: what is written back is written in UTF-8, and
 * a part that says another thing than it is opens nowhere else.
 * @throws HostError `damaged` for an encoding that is not known, or bytes that are none of it
 */
export function decodePart(bytes: Uint8Array, part: string): string {
  return declaredAnew(decoderFor(bytes, part).decode(bytes))
}

/** The scanners read UTF-8 alone: a part in another encoding is turned as it streams. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>, part: string): AsyncIterable<Uint8Array> {
  let decoder: TextDecoder | undefined, isFirst = true, held = ''
  const encoder = new TextEncoder()
  for await (const chunk of chunks) {
    if (isFirst) {
      isFirst = false
      decoder = decoderFor(chunk, part)
      if (decoder.encoding === 'utf-8') {
        const head = new TextDecoder().decode(chunk.subarray(0, HEAD))
        // The usual case: bytes go through as they are.
        if (declaredAnew(head) === head.replace(/^\ufeff/, '')) decoder = undefined
      }
    }
    if (decoder === undefined) {
      yield chunk
      continue
    }
    const text = decoder.decode(chunk, { stream: true })
    if (held === '*') yield encoder.encode(text)
    else {
      held += text
      if (held.length < HEAD) continue
      yield encoder.encode(declaredAnew(held))
      held = '*'
    }
  }
  if (decoder === undefined) return
  yield encoder.encode(held === '*' ? decoder.decode() : declaredAnew(held + decoder.decode()))
}

function declaredAnew(text: string): string {
  return text.replace(DECLARED, (all, before: string, quote: string, encoding: string) => (/^utf-?8$/i.test(encoding) ? all : `${before}${quote}UTF-8${quote}`))
}

/** By the byte order mark, by the shape of the first bytes, by the declaration, else UTF-8. */
function decoderFor(bytes: Uint8Array, part: string): TextDecoder {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be')
  if (first !== 0x3c) return new TextDecoder()
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)))?.[3]
  // A part whose bytes are plain cannot be the wide encoding that it names.
  if (declared === undefined || /^(?:utf-?8|utf-?16(?:le|be)?|ucs-?2)$/i.test(declared)) return new TextDecoder()
  try {
    return new TextDecoder(declared)
  } catch (error) {
    throw new HostError('damaged', { part }, { cause: error })
  }
}
