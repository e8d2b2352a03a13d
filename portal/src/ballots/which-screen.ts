/** Which screen is due: by what the hall does, what the device keeps and where the person is. */
import type { HallState } from './hall.ts'
import { isGone, stepsOf, type Kept } from './kept.ts'
import type { Place } from './place.ts'

export type ScreenName =
  | 'void'
  | 'preparing'
  | 'check-in'
  | 'holding'
  | 'no-token'
  | 'mark'
  | 'review'
  | 'sending'
  | 'ended'
  | 'unused'
  | 'over'
  | 'qr'
  | 'give-up'
  | 'load'

export function whichScreen(
  { phase }: Pick<HallState, 'phase'>,
  kept: Kept,
  place: Pick<Place, 'aside' | 'question'>,
  questions: number,
): ScreenName {
  const steps = stepsOf(kept).map(([, step]) => step)
  const holds = steps.some(({ at }) => at === 'token')
  const casting = steps.some((step) => step.at === 'made' || isGone(step))
  switch (phase) {
    case 'void':
      return 'void'
    case 'preparing':
      return 'preparing'
    case 'issuing':
      if (!holds) return 'check-in'
      return asideOf(place) ?? 'holding'
    case 'voting':
      if (holds) return asideOf(place) ?? (place.question < questions ? 'mark' : 'review')
      if (casting) return 'sending'
      return place.aside === 'load' ? 'load' : 'no-token'
    case 'closed':
    case 'opened':
      if (casting) return 'ended'
      return holds ? 'unused' : 'over'
  }
}

/** Of the pages beside the way, those for whoever holds a token. */
function asideOf({ aside }: Pick<Place, 'aside'>): 'qr' | 'give-up' | undefined {
  return aside === 'qr' || aside === 'give-up' ? aside : undefined
}
