/** What every sample stands in: the default wording, an invented congress, one day. */
import { day } from '@luoshi/domain/kernel/day'
import { defaultTemplates } from '@luoshi/domain/papers/default-templates'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import type { PaperFrame } from '../src/official/assemble.ts'

export const frame = (kind: PaperKind): PaperFrame => ({
  template: defaultTemplates[kind],
  congress: '清禾县人民代表大会常务委员会',
  on: day('2026-07-05'),
})
