/**
 * The short code on a paper: the first 60 bits of its hash in letters nobody confuses, so that it can be read out, typed
 * and found again. Source: Crockford's base 32 (0 and O, 1, I and L are one letter each).
 */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 12

declare const checkCode: unique symbol

export type CheckCode = string & { readonly [checkCode]: true }

function isCheckCode(text: string): text is CheckCode {
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(text)
}

/** @param hash - Lower-case hex of at least 60 bits. */
export function checkCodeOf(hash: string): CheckCode {
  const bits = BigInt(`0x${hash.slice(0, 15)}`)
  const code = Array.from({ length }, (_, at) => {
    const place = Number((bits >> BigInt(5 * (length - 1 - at))) & 31n)
    return letters[place] ?? ''
  }).join('')
  if (!isCheckCode(code)) throw new Error('A hash is at least 15 hex digits')
  return code
}

/** As people type it: any case, with or without dashes and blanks; null when it is no such code. */
export function readCheckCode(raw: string): CheckCode | null {
  const plain = raw
    .toLowerCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
  return isCheckCode(plain) ? plain : null
}

/** 7K2M-Q9X4-HTAV */
export function shownCheckCode(code: CheckCode): string {
  return code.toUpperCase().replaceAll(/(.{4})(?=.)/g, '$1-')
}
