/** A sample workbook: its file's name without the ending, and its bytes. */
export interface SampleFile {
  readonly name: string
  readonly load: () => Promise<ArrayBuffer>
}

const files = import.meta.glob<string>('../samples/*.xlsx', { query: '?inline', import: 'default' })

/** The samples, each fetched when it is wanted. */
export const sampleFiles: readonly SampleFile[] = Object.entries(files)
  .map(([path, load]) => ({ name: path.slice(path.lastIndexOf('/') + 1).replace(/\.xlsx$/, ''), load: async () => bytesOf(await load()) }))

/** The bundler hands a file over as its bytes behind a `data:…;base64,` address. */
function bytesOf(address: string): ArrayBuffer {
  const text = atob(address.slice(address.indexOf(',') + 1))
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes.buffer
}
