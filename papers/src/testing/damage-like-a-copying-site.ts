/**
 * Damages a clean text the way copying sites do: simplified → traditional → GBK bytes → replacements
 * on the bytes, wherever they match, also across two characters → read as GBK again.
 * Source: design/documents.md §2, "What ?? really is".
 */
import { Converter } from 'opencc-js/cn2t'
import { pinyin } from 'pinyin-pro'
import { gbkCharacter, gbkLead, gbkPair, gbkTrail, isGbkTrail } from '../encoding/gbk-table.ts'

/** How the site reads a byte that has no partner: it shows `?` and keeps or eats the byte behind. */
export type BrokenPair = 'keeps-next' | 'eats-next'

export function damageLikeACopyingSite(clean: string, glossed: string, broken: BrokenPair): string {
  const traditional = toTraditional(clean)
  const asked = replaceBytes(gbkBytes(traditional), [0xa3, 0xbf], [0x3f])
  const unspaced = replaceBytes(asked, [0xa1, 0xa1], [])
  const bytes = Array.from(glossed).reduce((before, character) => {
    const pair = bytesOf(character)
    const syllable = gbkBytes(`(${pinyin(character)})`)
    return replaceBytes(before, pair, [...pair, ...syllable])
  }, unspaced)
  return shownText(bytes, broken)
}

const toTraditional = Converter({ from: 'cn', to: 'tw' })

export function gbkBytes(text: string): readonly number[] {
  return Array.from(text).flatMap(bytesOf)
}

function bytesOf(character: string): readonly number[] {
  const pair = gbkPair(character)
  if (pair !== undefined) return [gbkLead(pair), gbkTrail(pair)]
  return [character <= '\u007f' ? character.charCodeAt(0) : 0x3f]
}

function replaceBytes(
  bytes: readonly number[],
  wanted: readonly number[],
  instead: readonly number[],
): readonly number[] {
  const made: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === wanted[0] && wanted.every((byte, index) => bytes[at + index] === byte)) {
      made.push(...instead)
      at += wanted.length - 1
    } else made.push(bytes[at] ?? 0)
  }
  return made
}

/** What the page shows: user-defined characters have no glyph and are dropped. */
function shownText(bytes: readonly number[], broken: BrokenPair): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const next = bytes[at + 1] ?? 0
    if (byte < 0x80) text += String.fromCharCode(byte)
    else if (!isGbkTrail(next)) {
      text += '?'
      if (broken === 'eats-next') at += 1
    } else {
      text += gbkCharacter(byte, next) ?? '?'
      at += 1
    }
  }
  return text.replaceAll(/[\ue000-\uf8ff]/g, '')
}
