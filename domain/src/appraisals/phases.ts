/**
 * The phases of an appraisal, and what an opinion raised in each counts as.
 * Source: domain.md §5; seed map S11–S13.
 */
import type { OriginPhase } from '../opinions/opinion.ts'

export const phases = [
  'planned',
  'selfCheck',
  'investigation',
  'meeting',
  'opinionLetter',
  'rectification',
  'verdict',
] as const

export type Phase = (typeof phases)[number]

export const phaseLabels: Readonly<Record<Phase, Readonly<{ zh: string; en: string }>>> = {
  planned: { zh: '筹备', en: 'Planned' },
  selfCheck: { zh: '自查自纠', en: 'Self-check' },
  investigation: { zh: '调查', en: 'Investigation' },
  meeting: { zh: '评议会', en: 'Meeting' },
  opinionLetter: { zh: '意见审定交办', en: 'Opinion letter' },
  rectification: { zh: '集中整改', en: 'Rectification' },
  verdict: { zh: '整改测评', en: 'Verdict' },
}

/** What an opinion raised in this phase counts as: 未评先改, 边整边改 or 集中整改 (S11–S13). */
export function originOf(phase: Phase): OriginPhase {
  switch (phase) {
    case 'planned':
    case 'selfCheck':
      return 'before'
    case 'investigation':
    case 'meeting':
      return 'during'
    case 'opinionLetter':
    case 'rectification':
    case 'verdict':
      return 'after'
  }
}
