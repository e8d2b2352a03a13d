/** One page of a bucket's listing. Only keys of our own form count, so no XML needs to be understood beyond them. */
import { placeOf, type KeptFile } from './file-store.ts'

export type ListedPage = Readonly<{ files: readonly KeptFile[]; next: string | null }>

export function listedKeys(xml: string, prefix: string): ListedPage {
  const files = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].flatMap(([, entry = '']) => {
    const key = within(entry, 'Key')
    const sha256 = key?.split('/').at(-1) ?? ''
    const isOurs = /^[0-9a-f]{64}$/.test(sha256) && key === `${prefix}${placeOf(sha256)}`
    return isOurs ? [{ sha256, size: Number(within(entry, 'Size')) }] : []
  })
  const next = within(xml, 'IsTruncated') === 'true' ? within(xml, 'NextContinuationToken') : null
  return { files, next }
}

function within(xml: string, tag: string): string | null {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]
  return found === undefined ? null : plain(found)
}

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
