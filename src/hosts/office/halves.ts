import { isPayloadError } from './errors'

/**
 * Asks about many things, `most` at a time, and in halves where Excel finds a request or its answer too large: the one way in which anything
 * that may be long is asked for (5 MB a message on the web).
 * @param ask queues for these things and syncs; what it made of an answer before the sync failed must not count
 * @throws the host's error when it is another one, or when one thing alone is too large
 */
export async function inHalves<T>(things: readonly T[], most: number, ask: (some: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < things.length; from += most) await some(things.slice(from, from + most))

  async function some(part: readonly T[]): Promise<void> {
    try {
      await ask(part)
    } catch (error) {
      if (!isPayloadError(error) || part.length < 2) throw error
      const middle = Math.ceil(part.length / 2)
      await some(part.slice(0, middle))
      await some(part.slice(middle))
    }
  }
}

/**
 * Goes through a collection in pages, smaller ones where Excel finds an answer too large.
 * @param ask loads a page, syncs, and answers with its items
 * @param got items that are there already (the first page of another request)
 */
export async function inPages<T>(
  most: number,
  ask: (top: number, skip: number) => Promise<readonly T[]>,
  got: readonly T[] = [],
): Promise<T[]> {
  const all = [...got]
  for (let top = most; ; ) {
    try {
      const page = await ask(top, all.length)
      all.push(...page)
      if (page.length < top) return all
    } catch (error) {
      if (!isPayloadError(error) || top < 2) throw error
      top = Math.ceil(top / 2)
    }
  }
}
