/** How far the course of a ballot is: what is done, what is next, and who or what it waits for. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'

export const courseSteps = [
  'prepare',
  'publish',
  'issue',
  'vote',
  'unseal',
  'count',
  'announce',
] as const

export type CourseStep = (typeof courseSteps)[number]

/** The step that is on now; null when the course is over. */
export function stepNow(status: SecretBallot['status']): CourseStep | null {
  switch (status) {
    case 'open':
    case 'preparing':
      return 'prepare'
    case 'prepared':
      return 'publish'
    case 'issuing':
      return 'issue'
    case 'voting':
      return 'vote'
    case 'sealed':
      return 'unseal'
    case 'opened':
      return 'count'
    case 'counted':
      return 'announce'
    case 'announced':
    case 'void':
    // Of a ballot counted elsewhere.
    case 'entered':
    case 'differs':
    case 'surplus':
      return null
  }
}

export function standingOf(
  step: CourseStep,
  status: SecretBallot['status'],
): 'done' | 'now' | 'later' {
  const now = stepNow(status)
  if (now === null) return status === 'void' ? 'later' : 'done'
  const [at, place] = [courseSteps.indexOf(now), courseSteps.indexOf(step)]
  return place < at ? 'done' : place === at ? 'now' : 'later'
}

export type Waits =
  | Readonly<{ for: 'keys'; made: number; wanted: number }>
  | Readonly<{ for: 'lock' | 'countKey'; lock: number }>
  | Readonly<{ for: 'tellerKey' | 'secondIssuer' | 'paperDiffers' | 'paperSign' | 'chair' }>
  | Readonly<{ for: 'voters' | 'ballots' | 'paperEntries'; n: number }>

/** In the order in which it is best done. */
export function waitsFor(ballot: SecretBallot): readonly Waits[] {
  switch (ballot.status) {
    case 'preparing':
      return beforeFreezing(ballot)
    case 'issuing': {
      const n = ballot.voters.filter(({ standing }) => standing === 'none').length
      return n > 0 ? [{ for: 'voters', n }] : []
    }
    case 'voting': {
      const n = ballot.issued.tokens - ballot.received
      return n > 0 ? [{ for: 'ballots', n }] : []
    }
    case 'sealed':
      return [
        ...ballot.keysIn.flatMap((isIn, lock) =>
          isIn ? [] : [{ for: 'countKey', lock } as const],
        ),
        ...ofPaper(ballot),
      ]
    case 'opened':
      return ofPaper(ballot)
    case 'counted':
      return ballot.rehearsal ? [] : [{ for: 'chair' }]
    case 'open':
    case 'prepared':
    case 'announced':
    case 'void':
    case 'entered':
    case 'differs':
    case 'surplus':
      return []
  }
}

function beforeFreezing({ keys, locks, tellerPk, issuers, secondIssuer }: SecretBallot): Waits[] {
  return [
    ...(keys.made < keys.wanted ? [{ for: 'keys', ...keys } as const] : []),
    ...locks.flatMap(({ pk }, lock) => (pk === null ? [{ for: 'lock', lock } as const] : [])),
    ...(tellerPk === null ? [{ for: 'tellerKey' } as const] : []),
    ...(issuers === 2 && secondIssuer === null ? [{ for: 'secondIssuer' } as const] : []),
  ]
}

function ofPaper({ paper, entries }: SecretBallot): Waits[] {
  if (!paper.isNeeded || paper.isStated) return []
  if (paper.entered.length < entries)
    return [{ for: 'paperEntries', n: entries - paper.entered.length }]
  return [{ for: paper.differs ? 'paperDiffers' : 'paperSign' }]
}
