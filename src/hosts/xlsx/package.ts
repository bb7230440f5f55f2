import { HostError, throwIfCancelled } from '../../core/workbook'
import type { CancelSignal } from '../../core/workbook'
import type { Codec } from './codec'
import { asUtf8, decodePart } from './part-encoding'
import { readXml } from './xml'
import { ExpansionLimit, expand, expandWhole, partKey, readZip } from './zip'
import type { ZipEntry, ZipFile } from './zip'

export interface Relationship {
  readonly id: string
  /** The last word of the type's address: `worksheet`, `sharedStrings`, … the same for strict and transitional files. */
  readonly type: string
  /** The part's name without a leading slash; the address itself when external. */
  readonly target: string
  readonly external: boolean
}

/** A package of parts (ECMA-376 part 2): names are compared without regard to case, targets may be absolute or relative. */
export class Package {
  readonly zip: ZipFile
  private readonly byName = new Map<string, ZipEntry>()
  private readonly limit = new ExpansionLimit()

  constructor(bytes: Uint8Array, readonly codec: Codec) {
    this.zip = readZip(bytes)
    for (const entry of this.zip.entries) {
      this.byName.set(partKey(entry.name), entry)
    }
  }

  /**
   * Looks at every part that was not read: a workbook with one damaged picture is a damaged one, and filling it would launder the damage.
   * @throws HostError `damaged`
   */
  async checkRest(signal?: CancelSignal): Promise<void> {
    const { bytes } = this.zip
    if (WHOLE.has(bytes)) return
    for (const entry of this.zip.entries) {
      // What is compressed in a way that is not known here cannot be looked at; nothing of it is read either.
      if (this.limit.whole.has(entry) || (entry.method !== 0 && entry.method !== 8)) continue
      for await (const _chunk of expand(this.zip, entry, this.codec, this.limit)) throwIfCancelled(signal)
    }
    WHOLE.add(bytes)
  }

  entry(part: string): ZipEntry | undefined {
    return this.byName.get(partKey(part))
  }

  has(part: string): boolean {
    return this.entry(part) !== undefined
  }

  stream(entry: ZipEntry): AsyncIterable<Uint8Array> {
    return asUtf8(expand(this.zip, entry, this.codec, this.limit), entry.name)
  }

  /** The bytes of a part that must be there, as UTF-8. @throws HostError `damaged` when it is not */
  part(name: string): AsyncIterable<Uint8Array> {
    const entry = this.entry(name)
    if (entry === undefined) throw new HostError('damaged', { part: name })
    return this.stream(entry)
  }

  async bytes(part: string): Promise<Uint8Array | undefined> {
    const entry = this.entry(part)
    return entry === undefined ? undefined : expandWhole(this.zip, entry, this.codec, this.limit)
  }

  /** A small XML part as text; `undefined` when the package has no such part. */
  async text(part: string): Promise<string | undefined> {
    const bytes = await this.bytes(part)
    if (bytes === undefined) return undefined
    if (bytes.length > BIGGEST_TEXT) throw new HostError('too-large', { part })
    return decodePart(bytes, part)
  }

  /** What a part refers to, by relationship id. `part` '' is the package itself. */
  async relationships(part: string): Promise<ReadonlyMap<string, Relationship>> {
    const found = new Map<string, Relationship>()
    const name = relationshipsPart(part)
    const source = await this.text(name)
    if (source === undefined) return found
    readXml(source, name, {
      open(element, attributes) {
        if (element !== 'Relationship') return
        const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes
        if (id === undefined) return
        const external = mode === 'External'
        found.set(id, { id, type: type.slice(type.lastIndexOf('/') + 1), target: external ? target : resolveTarget(part, target), external })
      },
    })
    return found
  }
}

/** Files whose every part was found whole; they are not changed afterwards. */
const WHOLE = new WeakSet<Uint8Array>()

/** Text parts over this do not fit in one string with room to work; only sheets and shared strings are that large, and they are streamed. */
const BIGGEST_TEXT = 200 * 1024 * 1024

/** `xl/workbook.xml` -> `xl/_rels/workbook.xml.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** A target as it stands in the relationships of `part`, as a part name. */
export function resolveTarget(part: string, target: string): string {
  let path = target
  try {
    path = decodeURI(target)
  } catch {
    // A lone percent sign in a part name is not an escape.
  }
  path = path.replaceAll('\\', '/')
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
