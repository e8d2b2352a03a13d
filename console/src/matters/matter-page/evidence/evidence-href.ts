/** Where a kept file can be saved from, or looked at. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { getEvidence } from '@luoshi/server/contract/evidence'
import { hrefOf } from '@luoshi/server/contract/kit'

export function downloadHref({ sha256, name }: Evidence): string {
  return hrefOf(getEvidence, { sha256 }, { name })
}

export function inlineHref({ sha256, name }: Evidence): string {
  return hrefOf(getEvidence, { sha256 }, { inline: '1', name })
}
