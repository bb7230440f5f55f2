import type { JournalEntry, Safe } from './journal'
import type { Run } from './run'

/** The setting of the workbook that holds the key. No personal data: a random id and a random key. */
export const KEY_SETTING = 'plancheck.undo'

interface KeySetting {
  readonly id: string
  /** 32 bytes, base64. */
  readonly key: string
  /** Whose list it is, where the host does not tell where the workbook lies: of the pane that wrote last. Random. */
  readonly visit?: string
}

/** The part of `localStorage` that is used. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface SafeOptions {
  readonly run: Run
  readonly storage: Storage
  /** `Office.context.partitionKey`: storage of an add-in is shared between documents' origins on the web. */
  readonly partition?: string | undefined
  /** Where the workbook lies: a copy carries the same key, and its writes are its own. Asked anew each time, because saving under another name changes it. */
  readonly document?: (() => string) | undefined
  readonly crypto?: Crypto | undefined
}

/**
 * Keeps the undo journal so that neither place alone tells anything: the computer's storage holds it encrypted, the workbook
 * holds the key. A workbook that is passed on carries a random number and no old contents; a computer that is passed on carries
 * cipher text. The key is set before the first cell is written, so after a crash either both are there or neither.
 */
export function encryptedSafe({ run, storage, partition = '', document = () => '', crypto = globalThis.crypto }: SafeOptions): Safe {
  const place = async (id: string) => `${partition}plancheck.undo.${id}${await copyMark(crypto, document())}`
  const shelf = (of: KeySetting) => place(of.visit === undefined || document() !== '' ? of.id : `${of.id}.${of.visit}`)
  let setting: KeySetting | null = null, isOwn = false

  /**
   * A copy carries the key and the list of what was written before it was made; what either writes afterwards is its own. Where the host does
   * not tell where a workbook lies, nothing else would part them: each pane takes a place of its own with its first write.
   */
  async function ownSetting(): Promise<KeySetting> {
    if (setting !== null && (isOwn || document() !== '')) return setting
    const before = setting === null ? [] : [await shelf(setting)], visit = base64(crypto.getRandomValues(new Uint8Array(9)))
    const own: KeySetting = setting === null
      ? { id: base64(crypto.getRandomValues(new Uint8Array(12))), key: base64(crypto.getRandomValues(new Uint8Array(32))), visit }
      : { ...setting, visit }
    await writeKey(run, own)
    setting = own
    isOwn = true
    // A copy, or a workbook that was closed unsaved, still finds the list of before; the oldest of them go.
    const listed = `${partition}plancheck.undo.${own.id}.places`, all = [...placesIn(storage.getItem(listed)), ...before]
    for (const old of all.slice(0, -MOST_BEFORE)) storage.removeItem(old)
    stored(storage, listed, JSON.stringify(all.slice(-MOST_BEFORE)))
    return own
  }

  return {
    async load() {
      setting = await readKey(run)
      if (setting === null) return []
      const kept = storage.getItem(await shelf(setting))
      if (kept === null) return []
      const text = await decrypt(crypto, setting.key, kept)
      return text === null ? [] : (JSON.parse(text) as JournalEntry[])
    },
    async save(entries) {
      if (!hasSubtle(crypto)) return false
      if (setting === null && entries.length === 0) return true
      const own = await ownSetting()
      if (entries.length === 0) {
        storage.removeItem(await shelf(own))
        return true
      }
      // Newest first: where there is no room for all, the oldest are forgotten.
      for (let count = entries.length; count > 0; count--) {
        const text = await encrypt(crypto, own.key, JSON.stringify(entries.slice(0, count)))
        if (stored(storage, await shelf(own), text)) return true
      }
      storage.removeItem(await shelf(own))
      return false
    },
  }
}

/** Lists of earlier visits to one workbook that are kept. */
const MOST_BEFORE = 3

function placesIn(text: string | null): readonly string[] {
  try {
    const places: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(places) ? places.filter(each => typeof each === 'string' && each.includes('plancheck.undo.')) : []
  } catch {
    return []
  }
}

/** A name for the place of a workbook that tells nothing of it; empty where the host does not say where it lies. */
async function copyMark(crypto: Crypto, document: string): Promise<string> {
  if (document === '' || !hasSubtle(crypto)) return ''
  return `.${base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(document))).subarray(0, 12))}`
}

/** `false` when storage is full or forbidden: the journal then lives as long as the pane, and the pane says so. */
function stored(storage: Storage, place: string, text: string): boolean {
  try {
    storage.setItem(place, text)
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

/** `crypto.subtle` exists in secure contexts only, whatever its type says. */
function hasSubtle(crypto: Partial<Crypto> | undefined): boolean {
  return crypto?.subtle !== undefined
}

async function readKey(run: Run): Promise<KeySetting | null> {
  return run(async context => {
    const setting = context.workbook.settings.getItemOrNullObject(KEY_SETTING).load('value')
    await context.sync()
    if (setting.isNullObject) return null
    const value: unknown = setting.value
    if (typeof value !== 'object' || value === null || !('id' in value) || !('key' in value)) return null
    if (typeof value.id !== 'string' || typeof value.key !== 'string') return null
    const visit: unknown = 'visit' in value ? value.visit : undefined
    return { id: value.id, key: value.key, ...(typeof visit === 'string' ? { visit } : {}) }
  })
}

async function writeKey(run: Run, value: KeySetting): Promise<void> {
  await run(async context => {
    context.workbook.settings.add(KEY_SETTING, value)
    await context.sync()
  })
}

async function encrypt(crypto: Crypto, key: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await imported(crypto, key), new TextEncoder().encode(text))
  return `${base64(iv)}.${base64(new Uint8Array(sealed))}`
}

/** `null` when the text was not sealed with this key: a copy of a workbook under an old id. */
async function decrypt(crypto: Crypto, key: string, sealed: string): Promise<string | null> {
  const [iv = '', body = ''] = sealed.split('.')
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv) }, await imported(crypto, key), bytes(body)))
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

function imported(crypto: Crypto, key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function base64(data: Uint8Array): string {
  let text = ''
  for (let from = 0; from < data.length; from += 0x8000) text += String.fromCharCode(...data.subarray(from, from + 0x8000))
  return btoa(text)
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}
