/** The review as it begins: what the reader proposes, with units matched to the register. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { UnitRow } from '@luoshi/server/contract/people'
import { matchUnit } from '@luoshi/domain/people/match-unit'
import { printsOf } from './prints.ts'
import type { Item, Paper, Proposal, Review } from './review-shape.ts'
import { titleFor } from './words-of.ts'

type Units = readonly UnitRow[]

export function startReview(paper: Paper, units: Units, today: Day): Review {
  return {
    format: 1,
    appraisal: null,
    common: { channel: 'meetingRemark', raiserKind: 'member', raiser: '', receivedOn: today },
    items: paper.items.map((proposal, place) => itemFrom(proposal, place, units)),
    leftOut: paper.leftOut.map(({ paragraph, reason }) => ({ paragraph, reason })),
    prints: printsOf(paper),
    next: paper.items.length,
  }
}

export function itemFrom(proposal: Proposal, place: number, units: Units): Item {
  return {
    id: `p${place}`,
    proposal: place,
    paragraphs: [...proposal.paragraphs],
    pieces: null,
    title: titleOf(proposal),
    titled: false,
    unit: matchUnit(proposal.unit, units),
    own: proposal.raisedBy === undefined ? {} : { raiser: proposal.raisedBy.slice(0, 500) },
    exit: null,
    reread: false,
  }
}

export function titleOf(proposal: Proposal): string {
  return (proposal.title ?? titleFor(proposal.text)).slice(0, 500)
}
