/** Opinion letters as records. Their numbers run by prefix and year from the moment of issue: 云常评意〔2026〕3号. */
import { evolveLetter } from '@luoshi/domain/letters/evolve-letter'
import type { Letter, LetterEvent } from '@luoshi/domain/letters/letter'
import { recordKind } from '../execute/record.ts'

const none: Letter = { status: 'none' }

export const letterKind = recordKind({
  kind: 'letter',
  events: {
    LetterDrafted: true,
    LetterRevised: true,
    LetterApproved: true,
    LetterReturned: true,
    LetterIssued: true,
    LetterHandedOver: true,
    LetterSigned: true,
    LetterItemVoided: true,
    LetterPassedOn: true,
    LetterWithdrawn: true,
    ItemReissued: true,
  } satisfies Record<LetterEvent['type'], true>,
  initial: none,
  evolve: evolveLetter,
  row: (letter) => {
    if (letter.status === 'none') return null
    const { appraisal, replaces, form, draftedOn, issue, delivery } = letter
    return {
      title: form === 'opinion' ? '评议意见书' : '改办通知',
      appraisal,
      parent: replaces,
      on_day: delivery?.on ?? issue?.on ?? draftedOn,
    }
  },
  series: (letter) => {
    if (letter.status === 'none' || letter.issue === null) return undefined
    const { prefix, on, reference } = letter.issue
    return reference === null ? `letters ${prefix} ${on.slice(0, 4)}` : undefined
  },
})
