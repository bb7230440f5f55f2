/** Hands a file over to the person, under a name; the browser asks or saves as it is set up to. */
export function download(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it a moment later.
  setTimeout(() => { URL.revokeObjectURL(address) }, 60_000)
}
