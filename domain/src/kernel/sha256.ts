/**
 * SHA-256 as a plain function, so that a lot can be recomputed in any browser and in the rules themselves without I/O.
 * Source: FIPS 180-4; held against the platform's own in the tests.
 */
const primes: readonly number[] = firstPrimes(64)

/** The first 32 bits of the fractional part of a root. */
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) >>> 0
const constants: readonly number[] = primes.map((prime) => fraction(Math.cbrt(prime)))
const start: readonly number[] = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

function firstPrimes(count: number): readonly number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1)
    if (found.every((one) => n % one !== 0)) found.push(n)
  return found
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** Well-formed text only; half a surrogate pair has no bytes of its own. */
function utf8(text: string): readonly number[] {
  return [...text].flatMap((character) => {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) return [point]
    const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f)
    if (point < 0x800) return [0xc0 | (point >> 6), tail(0)]
    if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)]
    return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)]
  })
}

/** Lower-case hexadecimal of a text's UTF-8 bytes. */
export function sha256Hex(text: string): string {
  const bytes = utf8(text)
  const size = Math.ceil((bytes.length + 9) / 64) * 64
  const padded = new Uint8Array(size)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(size - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(size - 4, (bytes.length << 3) >>> 0)
  let state = start
  for (let at = 0; at < size; at += 64) state = compress(state, view, at)
  return state.map((word) => word.toString(16).padStart(8, '0')).join('')
}

function compress(state: readonly number[], view: DataView, at: number): readonly number[] {
  const words = new Uint32Array(64)
  for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(at + i * 4)
  const word = (i: number) => words[i] ?? 0
  for (let i = 16; i < 64; i += 1) {
    const [w15, w2] = [word(i - 15), word(i - 2)]
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3)
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10)
    words[i] = word(i - 16) + s0 + word(i - 7) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + word(i)) >>> 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0]
  }
  const after = [a, b, c, d, e, f, g, h]
  return state.map((before, i) => (before + (after[i] ?? 0)) >>> 0)
}
