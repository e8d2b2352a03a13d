/** One file that means no good, or is none of ours, and what has to become of it. */

/**
 * `expected`: the code of the refusal, or what is read: `read`, with words that must be in the text and words that must
 * not. Several codes where damage by chance may be found at several places.
 */
export type HostileFile = Readonly<{
  name: string
  make: () => Uint8Array
  expected: readonly string[] | Readonly<{ holds?: string; lacks?: string; warns?: string }>
  fileName?: string
}>

type Expected = string | HostileFile['expected']

export function hostile(
  name: string,
  make: () => Uint8Array,
  expected: Expected,
  fileName?: string,
): HostileFile {
  const wanted = typeof expected === 'string' ? [expected] : expected
  return { name, make, expected: wanted, ...(fileName === undefined ? {} : { fileName }) }
}

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'))
export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts))

/** What every sound file of the set says. */
export const words = '石坝镇的群众反映缺水的问题没有解决。'
