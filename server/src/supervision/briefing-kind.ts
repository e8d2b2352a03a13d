/** A monthly briefing as a record; it is numbered when it is issued: 督办通报〔2026〕第3期. */
import {
  evolveBriefing,
  type Briefing,
  type BriefingEvent,
} from '@luoshi/domain/supervision/briefing'
import { recordKind } from '../execute/record.ts'

const none: Briefing = { status: 'none' }

export const briefingKind = recordKind({
  kind: 'briefing',
  events: {
    BriefingDrafted: true,
    BriefingIssued: true,
    BriefingWithdrawn: true,
  } satisfies Record<BriefingEvent['type'], true>,
  initial: none,
  evolve: evolveBriefing,
  row: (briefing) =>
    briefing.status === 'none' ? null : { title: '督办通报', on_day: briefing.asOf },
  series: (briefing) =>
    briefing.status === 'issued' ? `briefings ${briefing.month.slice(0, 4)}` : undefined,
})

/** A draft has no number yet. */
export function briefingReference(month: string, number: number | null): string {
  return number === null ? '督办通报（草稿）' : `督办通报〔${month.slice(0, 4)}〕第${number}期`
}
