/**
 * How many pixels a picture unfolds into, by its header alone: nothing is decoded to know it.
 * Source: PNG (ISO/IEC 15948 §11.2.2), JPEG (T.81 B.2.2), GIF89a §18, WebP (RFC 9649 §2), BMP (Microsoft, BITMAPINFOHEADER).
 */
export type PictureSize = Readonly<{ width: number; height: number }>

/** Null where the header is cut off or makes no sense. */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = sizeIn(view, mediaType)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (failure) {
    if (failure instanceof RangeError) return null
    throw failure
  }
}

function sizeIn(view: DataView, mediaType: string): PictureSize | null {
  switch (mediaType) {
    case 'image/png':
      return { width: view.getUint32(16), height: view.getUint32(20) }
    case 'image/jpeg':
      return jpegSize(view)
    case 'image/gif':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    case 'image/webp':
      return webpSize(view)
    case 'image/bmp':
      return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
    default:
      return null
  }
}

/** Segments are hopped over until a start of frame: C0 to CF without C4, C8 and CC. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2
  for (let hops = 0; hops < 2000; hops += 1) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // Filling bytes stand alone.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

function webpSize(view: DataView): PictureSize | null {
  switch (view.getUint32(12)) {
    // VP8X, VP8L, VP8 and a blank.
    case 0x56503858:
      return { width: 1 + threeBytes(view, 24), height: 1 + threeBytes(view, 27) }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) }
    }
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return null
  }
}

const threeBytes = (view: DataView, at: number) =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
