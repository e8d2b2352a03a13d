/**
 * The process that looks into people's files, one file each: picture and PDF codecs as WebAssembly, so that a hostile
 * file meets a sandbox; in a process of its own, so that time and memory can be taken from it without harm to anybody.
 */
import process from 'node:process'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { fliph, PhotonImage, resize, rotate, SamplingFilter } from '@silvia-odwyer/photon-node'
import { sides, type PreviewAnswer, type PreviewAsk, type PreviewMade } from './preview-job.ts'

/** Only the server that started this process has its channel. */
function isAsk(message: unknown): message is PreviewAsk {
  return typeof message === 'object' && message !== null && 'do' in message
}

process.on('message', (message) => {
  if (isAsk(message)) void answer(message)
})
process.on('disconnect', () => process.exit(0))

async function answer(ask: PreviewAsk): Promise<void> {
  process.send?.(await madeOf(ask).catch((): PreviewAnswer => ({ unreadable: true })))
}

async function madeOf(ask: PreviewAsk): Promise<PreviewMade> {
  switch (ask.do) {
    case 'picture': {
      const whole = onWhite(PhotonImage.new_from_byteslice(ask.bytes))
      return { pages: 1, ...inSizes(upright(whole, ask.orientation)) }
    }
    case 'page':
      return pageOf(ask.bytes, ask.page)
  }
}

function inSizes(whole: PhotonImage): Pick<PreviewMade, 'thumb' | 'page'> {
  const page = smaller(whole, sides.page, SamplingFilter.Triangle)
  return {
    page: page.get_bytes_jpeg(82),
    thumb: smaller(page, sides.thumb, SamplingFilter.Triangle).get_bytes_jpeg(78),
  }
}

function smaller(image: PhotonImage, side: number, filter: SamplingFilter): PhotonImage {
  const [width, height] = [image.get_width(), image.get_height()]
  const scale = side / Math.max(width, height)
  if (scale >= 1) return image
  const at = (length: number) => Math.max(1, Math.round(length * scale))
  return resize(image, at(width), at(height), filter)
}

/** JPEG knows no transparency: what can be seen through shows white paper. */
function onWhite(image: PhotonImage): PhotonImage {
  const pixels = image.get_raw_pixels()
  let through = false
  for (let at = 3; at < pixels.length; at += 4) {
    const alpha = pixels[at] ?? 255
    if (alpha === 255) continue
    through = true
    for (let colour = at - 3; colour < at; colour += 1)
      pixels[colour] = Math.round(((pixels[colour] ?? 0) * alpha) / 255 + 255 - alpha)
    pixels[at] = 255
  }
  return through ? new PhotonImage(pixels, image.get_width(), image.get_height()) : image
}

/** Exif 2.32 §4.6.4: 2, 4, 5 and 7 are mirrored first, then all are turned. */
function upright(image: PhotonImage, orientation: number): PhotonImage {
  const turn = [0, 0, 0, 180, 180, 270, 90, 90, 270][orientation] ?? 0
  if ([2, 4, 5, 7].includes(orientation)) fliph(image)
  return turn === 0 ? image : rotate(image, turn)
}

async function pageOf(bytes: Uint8Array, wanted: number): Promise<PreviewMade> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const pages = document.getPageCount()
  const page = document.getPage(Math.min(wanted, pages - 1))
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = sides.page / Math.max(originalWidth, originalHeight, 1)
  const drawn = await page.render({ scale, render: 'bitmap', renderFormFields: true })
  const image = new PhotonImage(redFirst(drawn.data), drawn.width, drawn.height)
  return { pages, ...inSizes(image) }
}

/** PDFium gives blue first. */
function redFirst(pixels: Uint8Array): Uint8Array {
  for (let at = 0; at + 2 < pixels.length; at += 4) {
    const blue = pixels[at] ?? 0
    pixels[at] = pixels[at + 2] ?? 0
    pixels[at + 2] = blue
  }
  return pixels
}
