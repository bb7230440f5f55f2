/** The version in package.json, put in by the build. */
declare const __VERSION__: string
/** Sample, part and text of every part of the samples, put in by the build of the one file: see `sample-files-inline.ts`. */
declare module 'sample-parts' {
  const parts: readonly (readonly [sample: string, part: string, text: string])[]
  export default parts
}
