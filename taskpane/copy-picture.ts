import { download } from './download'

/** Twice the size: sharp on paper and on a fine screen. */
const SCALE = 2
const SVG_TYPE = 'image/svg+xml'

/**
 * Puts a picture on the clipboard as PNG. Where the host gives no clipboard for pictures (some task panes) it is saved as PNG, and where it
 * cannot be painted at all, as the SVG that it is.
 * @returns what became of it
 */
export async function copyPicture(svg: string, title: string): Promise<'copied' | 'saved'> {
  const whole = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" color="#1b1a19" ')
  try {
    const png = painted(whole)
    if (typeof ClipboardItem !== 'undefined' && typeof navigator.clipboard?.write === 'function') {
      // The promise goes in as it is: Safari wants the clipboard asked within the click.
      const isCopied = await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]).then(() => true, () => false)
      if (isCopied) return 'copied'
    }
    download(`${fileName(title)}.png`, new Uint8Array(await (await png).arrayBuffer()), 'image/png')
  } catch {
    download(`${fileName(title)}.svg`, new TextEncoder().encode(whole), SVG_TYPE)
  }
  return 'saved'
}

/** The picture in black on white, as a PNG. */
async function painted(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:${SVG_TYPE};charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((found, failed) => {
    canvas.toBlob(blob => {
      if (blob === null) failed(new Error('no picture'))
      else found(blob)
    }, 'image/png')
  })
}

/** A title without what a file's name may not hold. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|]/g, ' ').trim()
}
