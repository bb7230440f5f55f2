/** What a record holds under a word of the user's: `constructor` and `toString` are words like any other. */
export function ownValue<Value>(record: Readonly<Record<string, Value>> | undefined, word: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, word) ? record[word] : undefined
}
