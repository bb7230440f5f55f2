import parts from 'sample-parts'
import { packageBytes } from '../src/hosts/xlsx'
import type { SampleFile } from './sample-files'
import { unpackedSheet } from './sample-text'

/**
 * The samples within the one file, as the texts of their parts: the page is compressed as a whole, and what is compressed already would
 * weigh three times as much. Parts of one name stand together, since they are nearly alike.
 */
export const sampleFiles: readonly SampleFile[] = [...new Set(parts.map(([sample]) => sample))].map(name => {
  const own = parts.filter(([sample]) => sample === name)
  return { name, load: () => packageBytes(own.map(([, part, text]): [string, string] => [part, unpackedSheet(text)])) }
})
