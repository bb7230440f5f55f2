/** The bytes of a sample as the bundler hands it over: behind a `data:…;base64,` address. */
export function sampleBytes(address: string): Promise<ArrayBuffer> {
  const text = atob(address.slice(address.indexOf(',') + 1))
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return Promise.resolve(bytes.buffer)
}
