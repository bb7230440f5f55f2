// Draws the product's icons: a house (the community) with a tick (the check). Run once after a change: node taskpane/icons/draw.mjs
import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80]

/** Drawn on a grid of 16, with strokes that stay whole pixels at 16 and 32. */
const svg = size => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">
  <path d="M8 0.8 L15.5 7 L14.2 8.5 L13.6 8 V14.2 A1 1 0 0 1 12.6 15.2 H3.4 A1 1 0 0 1 2.4 14.2 V8 L1.8 8.5 L0.5 7 Z" fill="#0f6c6b"/>
  <path d="M4.9 9.6 L7.2 11.9 L11.2 6.9" fill="none" stroke="#ffffff" stroke-width="${size <= 20 ? 1.9 : 1.7}" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0;line-height:0;background:transparent}</style>${svg(size)}`)
  writeFileSync(new URL(`icon-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }))
}
await browser.close()
