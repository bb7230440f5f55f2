/** The plan's own situation first: it is what a newcomer should see. */
const FIRST = '计划现状示例'

const files = import.meta.glob<string>('../samples/*.xlsx', { query: '?inline', import: 'default' })

/** The sample workbooks, carried in the program itself: opening one needs no connection. */
export const samples: readonly { readonly name: string; readonly load: () => Promise<ArrayBuffer> }[] = Object.entries(files)
  .map(([path, load]) => ({ name: path.slice(path.lastIndexOf('/') + 1).replace(/\.xlsx$/, ''), load: async () => bytesOf(await load()) }))
  .sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST))

/** The bytes behind a `data:…;base64,` address. */
function bytesOf(address: string): ArrayBuffer {
  const text = atob(address.slice(address.indexOf(',') + 1))
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes.buffer
}
