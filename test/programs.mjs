// Makes sure that the programs which the tests drive are here: Chromium, LibreOffice Calc, a Chinese font.
// As root on Debian it installs what is missing; elsewhere it says the one line to type and stops.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const has = name => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
const missing = [
  !has('chromium') && !has('google-chrome') && !process.env.CHROMIUM && 'chromium',
  !has('soffice') && !has('libreoffice') && 'libreoffice-calc',
  !existsSync('/usr/share/fonts/opentype/noto') && !existsSync('/usr/share/fonts/noto-cjk') && process.platform === 'linux' && 'fonts-noto-cjk',
  !has('pdftoppm') && 'poppler-utils',
  !has('python3') && 'python3',
].filter(Boolean)

if (missing.length > 0) {
  const line = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const canInstall = existsSync('/etc/debian_version') && typeof process.getuid === 'function' && process.getuid() === 0
  if (!canInstall) {
    console.error(`The tests drive ${missing.join(', ')}, not found here. Install them and run the tests again:\n\n  sudo sh -c '${line}'\n`)
    process.exit(1)
  }
  console.error(`installing ${missing.join(', ')}`)
  const done = spawnSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (done.status !== 0) {
    console.error(`The installation failed. Type this yourself and see why:\n\n  ${line}\n`)
    process.exit(1)
  }
}
