/** The version in package.json, put in by the build. */
declare const __VERSION__: string

/** The checker as the text of one script: only in the build of the one page. */
declare module 'virtual:checker-worker' {
  const code: string
  export default code
}
