/** Ballots as records of an appraisal. */
import {
  evolveBallot,
  noBallot,
  type BallotEvent,
  type HeldBallot,
} from '@luoshi/domain/ballots/ballot'
import { courseEvents } from '@luoshi/domain/ballots/cast-here'
import { subjectLabels } from '@luoshi/domain/ballots/ballot-rows'
import { recordKind } from '../execute/record.ts'

export const ballotKind = recordKind({
  kind: 'ballot',
  events: {
    ...courseEvents,
    BallotOpened: true,
    BallotEntered: true,
    BallotCounted: true,
    BallotAnnounced: true,
    BallotVoided: true,
    SurplusFound: true,
    RecountOrdered: true,
  } satisfies Record<BallotEvent['type'], true>,
  initial: noBallot,
  evolve: evolveBallot,
  row: (ballot) =>
    ballot.status === 'none'
      ? null
      : {
          title: `${ballot.session} ${subjectLabels[ballot.subject.type].zh}${isRehearsal(ballot) ? '（演练）' : ''}`,
          appraisal: ballot.appraisal,
          parent: ballot.meeting,
          on_day: ballot.heldOn,
        },
})

export function isRehearsal({ source }: Pick<HeldBallot, 'source'>): boolean {
  return source.type === 'castHere' && source.rehearsal
}
