/**
 * An element of a list that cannot be missing: the index was counted from this very list. A miss is a mistake of this program and says so,
 * where `?? 0` would go on with a wrong number.
 * @throws RangeError
 */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`nothing at ${String(index)} of ${String(list.length)}`)
  return found
}

/**
 * What stands under a key that cannot be missing: the map was made of these very keys.
 * @throws RangeError
 */
export function under<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key)
  if (found === undefined) throw new RangeError(`nothing under ${String(key)}`)
  return found
}
