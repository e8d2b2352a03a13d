/**
 * Rule: those who take part in a drawing seal and open at the same time, each his own; nobody is sent back because another
 * was a moment earlier. After a decision of the chairs, or when the lots are drawn, everybody looks again.
 *
 * Source: drawing.ts; issue 3 item 3.
 */
import type { DrawingCommand } from './drawing-decider.ts'
import type { DrawingEvent } from './drawing.ts'

type Step = Readonly<{ type: DrawingCommand['type']; participant?: number }>

/** @param since - What was written after the moment the person looked. */
export function isBesideLots({ type, participant }: Step, since: readonly DrawingEvent[]): boolean {
  switch (type) {
    case 'SealLot':
    case 'OpenLot':
      return since.every((event) => isLot(event) && event.participant !== participant)
    case 'OpenDrawing':
    case 'DecideDrawing':
      return false
  }
}

type Lot = Extract<DrawingEvent, { type: 'LotSealed' | 'LotOpened' }>

function isLot(event: DrawingEvent): event is Lot {
  return event.type === 'LotSealed' || event.type === 'LotOpened'
}
