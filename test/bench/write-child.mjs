// One measured write: node --expose-gc write-child.mjs HOST FILE beside|inside. Prints { ms, extraMegabytes }.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , host, file, where] = process.argv
const { openWorkbook } = await import(pathToFileURL(host).href)
const book = openWorkbook(new Uint8Array(readFileSync(file)), basename(file))
// Beside: the sheet was shown before it is filled, so it was read. Inside: the measure is what the splice alone needs.
const snapshot = where === 'beside' ? await book.read() : null
const sheet = where === 'beside' ? '人员经费预算' : '花名册'
if (snapshot !== null && !snapshot.sheets.some(each => each.name === sheet)) throw new Error(`no sheet ${sheet}`)

const changes = []
for (let at = 0; at < 1200; at++) {
  const cell = where === 'beside' ? `${'PQRST'[at % 5]}${6 + Math.floor(at / 5)}` : `P${10 + at * 800}`
  changes.push({ kind: 'cell', sheet, cell, before: null, after: at % 2 === 0 ? at / 8 : { formula: `=${at}+1`, value: at + 1 } })
}
globalThis.gc()
const memoryBefore = process.memoryUsage.rss()
const start = performance.now()
const result = await book.apply(changes)
const ms = performance.now() - start
const extraMegabytes = Math.max(0, process.memoryUsage.rss() - memoryBefore) / 1024 / 1024
if (result.outcome !== 'applied' || result.changes !== changes.length) throw new Error(`not applied: ${JSON.stringify(result).slice(0, 500)}`)
console.log(JSON.stringify({ ms, extraMegabytes }))
