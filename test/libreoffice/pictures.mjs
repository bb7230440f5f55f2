// The README's pictures of the template and of a filled workbook as LibreOffice prints them, taken by hand after `npm run build`:
// node test/libreoffice/pictures.mjs
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../../', import.meta.url)), target = join(root, 'docs/pictures')
const folder = mkdtempSync(join(tmpdir(), 'plancheck-pictures-'))
const cli = process.env.PLANCHECK_CLI ?? join(root, 'dist/cli.js')

/** The sheets' font is not on every computer: a Chinese one that is here stands in for it, digits included. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern"><test name="family"><string>微软雅黑</string></test><edit name="family" mode="assign" binding="strong"><string>Noto Sans CJK SC</string></edit></match></fontconfig>`

function run(program, list, environment = {}) {
  const done = spawnSync(program, list, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...environment }, timeout: 180_000 })
  // A fill that misses inputs ends with 1, and is what the picture shows.
  if (done.status !== 0 && done.status !== 1) throw new Error(`${program} ${list.join(' ')}: ${done.stderr}`)
}

/** The pages of a workbook that begin with these titles, as PNG files. */
function pages(name, titles) {
  writeFileSync(join(folder, 'fonts.conf'), FONTS)
  run('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'pdf', `${name}.xlsx`], { FONTCONFIG_FILE: join(folder, 'fonts.conf') })
  run('pdftotext', ['-layout', `${name}.pdf`, `${name}.txt`])
  const texts = readFileSync(join(folder, `${name}.txt`), 'utf8').split('\f')
  return titles.map(title => {
    const number = texts.findIndex(text => text.trimStart().startsWith(title)) + 1
    if (number === 0) throw new Error(`no page ${title}`)
    run('pdftoppm', ['-r', '110', '-png', '-f', String(number), '-l', String(number), '-singlefile', `${name}.pdf`, `${name}-${String(number)}`])
    return join(folder, `${name}-${String(number)}.png`)
  })
}

/** Pages side by side on a desk, as one picture. */
async function picture(name, files, columns) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const page = await browser.newPage({ viewport: { width: 1640, height: 900 } })
  const images = files.map(file => `<img src="data:image/png;base64,${readFileSync(file).toString('base64')}">`).join('')
  await page.setContent(`<style>body{margin:0;background:#e8ecf1}main{display:grid;grid-template-columns:repeat(${String(columns)},1fr);gap:20px;padding:20px}img{width:100%;display:block;box-shadow:0 1px 6px #0003}</style><main>${images}</main>`)
  await page.waitForTimeout(300)
  const path = join(target, `${name}.png`)
  await page.locator('main').screenshot({ path })
  await browser.close()
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`)
}

mkdirSync(target, { recursive: true })
try {
  run(process.execPath, [cli, 'template', '--sample', '-o', 'template.xlsx'])
  run(process.execPath, [cli, 'fill', join(root, 'samples/计划现状示例.xlsx'), '-o', 'filled.xlsx'])
  await picture('template', pages('template', ['参数标准', '社区工作人员花名册', '社区人员经费预算表', '社区办公用房建设计划表']), 2)
  await picture('filled', pages('filled', ['社区人员配备检查表', '社区人员经费预算表', '社区人员经费资金来源测算表', '社区建设预算汇总表']), 2)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
