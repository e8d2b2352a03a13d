import type { effectsZh } from './effects.zh.ts'

export const effectsEn: typeof effectsZh = {
  tab: 'Effect',
  title: 'Before and after',
  people: 'What the people say',
  committee: 'What the committee judged',
  none: 'No surveys to compare yet',
  noneFix:
    'Ask the same questions before and after the rectification to see whether anything changed.',
  once: 'Asked once so far; the change is shown after the next time.',
  notTold: 'Too few answered to tell.',
  stages: { before: 'Before', after: 'After', single: 'Once' },
  point: (stage, day) => `${stage} ${day}`,
  counted: (names) => `${names} together, without “I do not know”`,
  relapse: (wave) => `It went back: better at wave ${wave}, clearly worse at the last one.`,
  open: 'Open to all comers: no change is concluded from it.',
  results: 'See the results',
  round: (n, day) => `Round ${n} (${day})`,
  grades: (measures, timeliness, quality) =>
    `measures ${measures}, timeliness ${timeliness}, quality ${quality}`,
  outcomes: {
    satisfied: 'satisfied',
    conditional: 'to be completed within a time limit',
    unsatisfied: 'not satisfied, another round',
  },
  notJudged: 'Not judged by the committee yet',
  matter: (n) => `No. ${n}`,
  copy: 'Copy as a sentence',
  apart:
    'The committee was satisfied, while the people see no improvement or a relapse: look at both together.',
}
