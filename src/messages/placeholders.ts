import type { MessageParam } from '../core/message'

/** The names in a text's placeholders: `{count}`, `{count:count~near}`, `{count#person#people}`. Braces around quotes or blanks are JSON to copy. */
export type PlaceholderNames<Text extends string> = Text extends `${string}{${infer Inner}}${infer Rest}` ? NamesIn<Inner> | PlaceholderNames<Rest> : never

type NamesIn<Inner extends string> = Inner extends `${infer Name}#${string}`
  ? Name
  : Inner extends `${infer Shown}~${infer Near}`
    ? ShownName<Shown> | (Near extends `${number}` ? never : Near)
    : ShownName<Inner>

type ShownName<Shown extends string> = Shown extends `${string}${'"' | ' '}${string}` ? never : Shown extends `${infer Name}:${string}` ? Name : Shown

/** What a sentence must be given. */
export type PlaceholderParams<Text extends string> = { readonly [Name in PlaceholderNames<Text>]: MessageParam }
