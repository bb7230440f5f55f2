// Serves dist on this computer alone and prints the address: `node test/serve.mjs [--open] [--port N] [--root FOLDER] [--cert FILE --key FILE]`.
// Opens a browser where there is one; never fails where there is none. Nothing but files of dist is served, and only to this computer.
import { spawn } from 'node:child_process'
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const SQUEEZED = new Set(['.html', '.js', '.css', '.json', '.xml', '.svg', '.txt'])

/** What a meta element cannot say: the workbench is shown in no frame, the pane in Excel's alone. The rest of the policy stands in the pages. */
const framing = path => (path === '/workbench.html' || path === '/plancheck.html' ? "frame-ancestors 'none'" : `frame-ancestors 'self' ${FRAMES}`)
const FRAMES = 'https://*.officeapps.live.com https://*.office.com https://*.office365.com https://*.sharepoint.com https://onedrive.live.com https://*.cloud.microsoft https://teams.microsoft.com'

/** Answers one request from a folder: GET and HEAD, files inside it, nothing else. */
function handler(root) {
  return (request, response) => {
    const refuse = (status, words) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end(words)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'only GET')
    let path
    try {
      path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    } catch {
      return refuse(400, 'not an address')
    }
    if (path === '/') path = '/workbench.html'
    const file = join(root, normalize(path))
    if (!existsSync(file) || !statSync(file).isFile()) return refuse(404, 'not found')
    // Links may not lead out of the folder.
    if (!realpathSync(file).startsWith(root + sep)) return refuse(403, 'outside')
    const type = extname(file)
    const headers = {
      'Content-Type': TYPES[type] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()', ...(type === '.html' ? { 'Content-Security-Policy': framing(path) } : {}),
      // Files under assets carry a hash in their names; pages must be asked for again, or an old version stays.
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    const squeeze = SQUEEZED.has(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    response.writeHead(200, squeeze ? { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : headers)
    if (request.method === 'HEAD') return response.end()
    const stream = createReadStream(file)
    stream.on('error', () => response.destroy())
    if (squeeze) stream.pipe(createGzip({ level: 6 })).pipe(response)
    else stream.pipe(response)
  }
}

/**
 * Starts serving; `port` 0 takes any free one, and a port in use is passed over for a free one.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export function serve({ root = fileURLToPath(new URL('../dist', import.meta.url)), port = 0, cert, key } = {}) {
  const answer = handler(realpathSync(resolve(root)))
  const server = cert && key ? createSecureServer({ cert: readFileSync(cert), key: readFileSync(key) }, answer) : createServer(answer)
  return new Promise((done, fail) => {
    server.once('error', error => {
      if (error.code === 'EADDRINUSE' && port !== 0) serve({ root, port: 0, cert, key }).then(done, fail)
      else fail(error)
    })
    server.listen(port, '127.0.0.1', () => done({
      address: `${cert ? 'https' : 'http'}://127.0.0.1:${server.address().port}/`,
      close: () => new Promise(closed => { server.closeAllConnections(); server.close(closed) }),
    }))
  })
}

/** Opens the address in the person's browser, where there is a screen and a way to. */
function openBrowser(address) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const [command, ...rest] = process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : process.platform === 'darwin' ? ['open'] : ['xdg-open']
  spawn(command, [...rest, address], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
  const root = option('--root') ?? fileURLToPath(new URL('../dist', import.meta.url))
  if (!existsSync(join(root, 'workbench.html'))) {
    console.error('dist 中没有页面，请先运行 npm run build。 There are no pages in dist: run npm run build first.')
    process.exit(1)
  }
  const { address, close } = await serve({ root, port: Number(option('--port') ?? 3100), cert: option('--cert'), key: option('--key') })
  console.log(`工作台 workbench  ${address}workbench.html\n任务窗格 task pane  ${address}index.html\n数据只在本机处理；按 Ctrl+C 停止。 Data stays on this computer; Ctrl+C stops.`)
  if (process.argv.includes('--open')) openBrowser(`${address}workbench.html`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { void close().then(() => process.exit(0)) })
}
