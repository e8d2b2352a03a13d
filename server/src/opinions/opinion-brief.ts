/**
 * An opinion as it is shown beside its matter. The unit it is about does not learn the names of members of the public:
 * people must be able to say what is wrong without fear of those they speak about.
 */
import { erasedText } from '@luoshi/domain/kernel/words'
import type * as z from 'zod/mini'
import { opinionBrief } from '../contract/matters.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

export type OpinionBrief = z.infer<typeof opinionBrief>

/** @throws when the view holds no opinion: our own rules wrote it. */
export function opinionBriefOf(by: Principal, id: string, doc: unknown): OpinionBrief {
  const state = typeof doc === 'object' ? { ...doc } : {}
  const words = 'words' in state && typeof state.words === 'object' ? state.words : null
  const said = words ?? { text: erasedText, raiser: erasedText }
  const brief = opinionBrief.parse({ ...state, ...said, id })
  const mayKnow = scopeOf(by).sees === 'all' || brief.raiserKind !== 'public'
  return mayKnow ? brief : { ...brief, raiser: '' }
}
