/**
 * What a camera wrote into its picture: when, where, with what, and which way up. The clerk sees it beside the picture,
 * because it helps to tell an old photograph from a new one; our previews never carry it.
 * Source: CIPA DC-008 (Exif 2.32) §4.6; TIFF 6.0 §2.
 */
export type PhotoFacts = Readonly<{
  /** 1 to 8, as Exif counts; 1 is upright. */
  orientation: number
  /** As the camera has it, by its own clock: 2026-03-01 09:12:45. */
  takenAt: string | null
  camera: string | null
  /** Degrees north and east, five decimals: about a metre. */
  place: Readonly<{ latitude: number; longitude: number }> | null
}>

export const noFacts: PhotoFacts = { orientation: 1, takenAt: null, camera: null, place: null }

export function photoFacts(bytes: Uint8Array, mediaType: string): PhotoFacts {
  if (mediaType !== 'image/jpeg') return noFacts
  try {
    const exif = exifIn(bytes)
    return exif === null ? noFacts : factsIn(exif)
  } catch (failure) {
    // An offset that leads out of the file: what the camera wrote is damaged, the picture may be sound.
    if (failure instanceof RangeError) return noFacts
    throw failure
  }
}

/** The TIFF inside APP1. */
function exifIn(bytes: Uint8Array): DataView | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  for (let hops = 0; hops < 50; hops += 1) {
    if (view.getUint8(at) !== 0xff || view.getUint8(at + 1) === 0xda) return null
    const length = view.getUint16(at + 2)
    // Exif and two zeros.
    if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966)
      return new DataView(bytes.buffer, bytes.byteOffset + at + 10, length - 8)
    at += 2 + length
  }
  return null
}

type Field = Readonly<{ type: number; count: number; at: number }>
type Directory = ReadonlyMap<number, Field>

function factsIn(view: DataView): PhotoFacts {
  const little = view.getUint16(0) === 0x4949
  const main = directoryAt(view, view.getUint32(4, little), little)
  const deeper = (tag: number) => {
    const field = main.get(tag)
    return field ? directoryAt(view, view.getUint32(field.at, little), little) : new Map()
  }
  const shot: Directory = deeper(0x8769)
  const turned = main.get(0x0112)
  const orientation = turned ? view.getUint16(turned.at, little) : 1
  const time = textOf(view, shot.get(0x9003)) ?? textOf(view, main.get(0x0132))
  const taken = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(time ?? '')
  const maker = [textOf(view, main.get(0x010f)), textOf(view, main.get(0x0110))]
  const camera = maker.filter((part) => part !== null).join(' ')
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    takenAt: taken ? `${taken[1]}-${taken[2]}-${taken[3]} ${taken[4]}` : null,
    camera: camera === '' ? null : camera,
    place: placeIn(view, deeper(0x8825), little),
  }
}

/** Values of at most four bytes stand in the entry, others where it points. */
function directoryAt(view: DataView, start: number, little: boolean): Directory {
  const count = Math.min(view.getUint16(start, little), 200)
  const fields = new Map<number, Field>()
  for (let place = 0; place < count; place += 1) {
    const entry = start + 2 + place * 12
    const type = view.getUint16(entry + 2, little)
    const length = view.getUint32(entry + 4, little)
    const bytes = length * ([0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8][type] ?? 1)
    const at = bytes <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
    fields.set(view.getUint16(entry, little), { type, count: length, at })
  }
  return fields
}

/** Printable ASCII, a hundred characters at most. */
function textOf(view: DataView, field: Field | undefined): string | null {
  if (field === undefined || field.type !== 2) return null
  const length = Math.min(field.count, 100)
  const bytes = Array.from({ length }, (_, place) => view.getUint8(field.at + place))
  const text = String.fromCharCode(...bytes)
    .replaceAll(/[^\u0020-\u007e]/g, '')
    .trim()
  return text === '' ? null : text
}

function placeIn(view: DataView, gps: Directory, little: boolean): PhotoFacts['place'] {
  const latitude = degrees(view, gps.get(2), little)
  const longitude = degrees(view, gps.get(4), little)
  if (latitude === null || longitude === null || latitude > 90 || longitude > 180) return null
  return {
    latitude: textOf(view, gps.get(1)) === 'S' ? -latitude : latitude,
    longitude: textOf(view, gps.get(3)) === 'W' ? -longitude : longitude,
  }
}

/** Three fractions: degrees, minutes, seconds. */
function degrees(view: DataView, field: Field | undefined, little: boolean): number | null {
  if (field === undefined || field.type !== 5 || field.count !== 3) return null
  const part = (place: number) => {
    const at = field.at + place * 8
    return view.getUint32(at, little) / view.getUint32(at + 4, little)
  }
  const value = part(0) + part(1) / 60 + part(2) / 3600
  return Number.isFinite(value) ? Math.round(value * 100_000) / 100_000 : null
}
