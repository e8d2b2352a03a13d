/** Where pictures of a kept file are. */
import { kindOfMedia } from '@luoshi/domain/evidence/file-kinds'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { getEvidencePreview } from '@luoshi/server/contract/evidence'
import { hrefOf } from '@luoshi/server/contract/kit'

export function previewHref({ sha256 }: Evidence, page: number, size: 'thumb' | 'page'): string {
  return hrefOf(getEvidencePreview, { sha256 }, { page: String(page), size })
}

/** A picture of it may be had; the server knows for sure. */
export function mayHaveThumb({ mediaType }: Evidence): boolean {
  const preview = kindOfMedia(mediaType)?.preview
  return preview === 'picture' || preview === 'page' || preview === 'office'
}
