import type { Block } from './blocks'
import { halves } from './blocks'
import { isPayloadError } from './errors'

/**
 * Syncs a trip that was asked for. Too much for one message: `again` makes it in two halves instead.
 * @returns whether the whole trip came, so that its answers can be read now; `false`: the halves have been read
 * @throws the host's error when it is another one, or when the trip is one cell already
 */
export async function syncedWhole(
  context: { sync(): Promise<unknown> },
  trip: readonly Block[],
  again: (half: readonly Block[]) => Promise<void>,
): Promise<boolean> {
  try {
    await context.sync()
    return true
  } catch (error) {
    const smaller = isPayloadError(error) ? halves(trip) : null
    if (smaller === null) throw error
    await again(smaller[0])
    await again(smaller[1])
    return false
  }
}
