import { packageBytes } from '../src/hosts/xlsx'
import { unpackedSheet } from './sample-text'

/**
 * The bytes of a sample within the one file: it stands there as the names and texts of its parts, each behind a zero. The page is compressed
 * as a whole, and what is compressed already would weigh three times as much.
 */
export function sampleBytes(parts: string): Promise<ArrayBuffer> {
  const pieces = parts.split('\0'), named: [string, string][] = []
  for (let at = 0; at + 1 < pieces.length; at += 2) named.push([pieces[at] ?? '', unpackedSheet(pieces[at + 1] ?? '')])
  return packageBytes(named)
}
