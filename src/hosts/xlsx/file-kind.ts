/** What a file really is, told from its first bytes and never from its name. */
export type FileKind = 'zip' | 'xls-binary' | 'encrypted' | 'html' | 'xml-2003' | 'text' | 'empty' | { readonly other: string }

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundKind(bytes)
  // BIFF 2 to 4 stand in the file without a container.
  if ((bytes[0] === 0x09 && (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4) && bytes[3] === 0)) return 'xls-binary'
  for (const [marks, other] of OTHERS) if (startsWith(bytes, marks)) return { other }
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide && bytes.subarray(0, 4096).includes(0)) return { other: '?' }
  const start = new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes.subarray(0, 2048)).replace(/^[\uFEFF\s]+/, '').toLowerCase()
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) return start.includes('office:spreadsheet') ? 'xml-2003' : start.includes('<html') ? 'html' : { other: 'XML' }
  if (/^<(!doctype html|html|head|meta|table|style|div|body|script)\b/.test(start)) return 'html'
  if (start.startsWith('{\\rtf')) return { other: 'RTF' }
  return 'text'
}

const OTHERS: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
]

function startsWith(bytes: Uint8Array, marks: readonly number[]): boolean {
  return marks.every((mark, i) => bytes[i] === mark)
}

/**
 * OLE compound files hold .xls, .doc, .ppt and password-protected .xlsx: the directory's names say which.
 * Directory entries are 128 bytes on 128-byte borders, and start with the name in UTF-16.
 */
function compoundKind(bytes: Uint8Array): FileKind {
  let found: FileKind | undefined
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    // The name's length in bytes, its closing zero included, stands at 64; most blocks are no entry and fail here.
    const length = (bytes[at + 64] as number) | ((bytes[at + 65] as number) << 8)
    if (length < 4 || length > 64 || length % 2 !== 0 || bytes[at + 1] !== 0) continue
    let name = ''
    for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode((bytes[at + i] as number) | ((bytes[at + i + 1] as number) << 8))
    if (name === 'EncryptedPackage' || name === 'EncryptionInfo') return 'encrypted'
    if (name === 'Workbook' || name === 'Book') found ??= 'xls-binary'
    else if (name === 'WordDocument') found ??= { other: 'Word (.doc)' }
    else if (name === 'PowerPoint Document') found ??= { other: 'PowerPoint (.ppt)' }
  }
  return found ?? { other: 'OLE' }
}
