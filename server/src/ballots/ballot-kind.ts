/** Ballots as records of an appraisal. */
import { evolveBallot, noBallot, type BallotEvent } from '@luoshi/domain/ballots/ballot'
import { subjectLabels } from '@luoshi/domain/ballots/ballot-rows'
import { recordKind } from '../execute/record.ts'

export const ballotKind = recordKind({
  kind: 'ballot',
  events: {
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
          title: `${ballot.session} ${subjectLabels[ballot.subject.type].zh}`,
          appraisal: ballot.appraisal,
          parent: ballot.meeting,
          on_day: ballot.heldOn,
        },
})
