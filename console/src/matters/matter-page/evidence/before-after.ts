/** Pictures that show the same place before and after: by the words 整改前 and 整改后 (or 前, 后) in their names. */
import { kindOfMedia } from '@luoshi/domain/evidence/file-kinds'
import type { Evidence } from '@luoshi/domain/matters/round-parts'

export type BeforeAfter = Readonly<{ before: Evidence; after: Evidence }>

/** Longest words first: 整改前后对照 is one picture of both, and no pair. */
const sides: readonly (readonly [string, string])[] = [
  ['整改前', '整改后'],
  ['治理前', '治理后'],
  ['修复前', '修复后'],
  ['之前', '之后'],
  ['before', 'after'],
]

export function beforeAfterPairs(files: readonly Evidence[]): readonly BeforeAfter[] {
  const pictures = files.filter(({ mediaType }) => kindOfMedia(mediaType)?.family === 'picture')
  const taken = new Set<string>()
  return pictures.flatMap((before) => {
    const wanted = afterNames(before.name)
    const after = pictures.find(
      ({ name, sha256 }) =>
        sha256 !== before.sha256 && !taken.has(sha256) && wanted.includes(stemOf(name)),
    )
    if (!after || taken.has(before.sha256)) return []
    taken.add(after.sha256).add(before.sha256)
    return [{ before, after }]
  })
}

function afterNames(name: string): readonly string[] {
  const stem = stemOf(name)
  return sides
    .filter(([before, after]) => stem.includes(before) && !stem.includes(after))
    .map(([before, after]) => stem.replace(before, after))
}

const stemOf = (name: string) => name.toLowerCase().replace(/\.[a-z0-9]{1,5}$/, '')
