/** What may happen to a record of an investigation next. Source: see inquiry.ts. */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { factsOf } from '../matters/events.ts'
import type { Evidence } from '../matters/round-parts.ts'
import type { Carried, FindingKind, Inquiry, InquiryEvent, RecordText } from './inquiry.ts'
import type { InquiryRefusal } from './inquiry-refusals.ts'
import { methodRules, type Method } from './methods.ts'
import { isTable, type Ratings } from './ratings.ts'

/** A record as it is told. `protectedName`: the name that is sealed apart; null where nobody is protected. */
export type Telling = RecordText &
  Readonly<{
    method: Method
    on: Day
    protectedName: string | null
    ratings: Ratings | null
    evidence: readonly Evidence[]
  }>

export type InquiryCommand = ByType<{
  RecordInquiry: Telling & { appraisal: AppraisalId; today: Day }
  AmendInquiry: Telling & { today: Day }
  NoteFinding: {
    kind: FindingKind
    heading: string | null
    text: string
    /** Of the matter that carries a problem: its unit reads it. */
    title: string
    /** The opinion and matter that a problem became. */
    carried: Carried | null
    protectedName: string | null
  }
  WithdrawFinding: { finding: string; reason: string }
}>

type Ruling = Result<readonly InquiryEvent[], InquiryRefusal>

export function decideInquiry(inquiry: Inquiry, command: InquiryCommand): Ruling {
  if (command.type === 'RecordInquiry') {
    if (inquiry.status !== 'none') return refuse({ code: 'already-recorded' })
    const told = tell(command)
    if (!told.ok) return told
    const { appraisal, today: recordedOn } = command
    return accept([{ type: 'InquiryRecorded', appraisal, recordedOn, ...told.value }])
  }
  if (inquiry.status === 'none') return refuse({ code: 'not-recorded' })
  switch (command.type) {
    case 'AmendInquiry': {
      // Once sealed, always sealed: what was said under protection is not laid open by an amendment.
      if (inquiry.isProtected && command.protectedName === null)
        return refuse({ code: 'source-stays-protected' })
      const told = tell(command)
      return told.ok ? accept([{ type: 'InquiryAmended', ...told.value }]) : told
    }
    case 'NoteFinding': {
      const { kind, heading, carried, protectedName } = command
      const text = command.text.trim()
      if (text === '') return refuse({ code: 'finding-text-missing' })
      if (isNamedIn(protectedName, [text, command.title])) return refuse({ code: 'source-named' })
      const finding = `f${inquiry.noted + 1}`
      return accept([{ type: 'FindingNoted', finding, kind, heading, carried, words: { text } }])
    }
    case 'WithdrawFinding': {
      const reason = command.reason.trim()
      const found = inquiry.findings.find(({ finding }) => finding === command.finding)
      if (!found) return refuse({ code: 'no-such-finding' })
      if (found.carried) return refuse({ code: 'finding-is-carried' })
      if (reason === '') return refuse({ code: 'reason-missing' })
      return accept([{ type: 'FindingWithdrawn', finding: found.finding, words: { reason } }])
    }
  }
}

function tell({ method, on, protectedName, ratings, evidence, ...told }: Telling & { today: Day }) {
  const [place, found] = [told.place.trim(), told.found.trim()]
  const isProtected = protectedName !== null
  const whom = isProtected ? '' : told.whom.trim()
  const tookPart = told.tookPart.trim()
  if (on > told.today) return refuse<InquiryRefusal>({ code: 'day-to-come' })
  if (found === '') return refuse<InquiryRefusal>({ code: 'found-missing' })
  if (tookPart === '') return refuse<InquiryRefusal>({ code: 'nobody-took-part' })
  if (isProtected && !methodRules[method].hasSource)
    return refuse<InquiryRefusal>({ code: 'no-source-to-protect' })
  if (protectedName?.trim() === '') return refuse<InquiryRefusal>({ code: 'source-missing' })
  if (isNamedIn(protectedName, [place, found, ...evidence.map(({ name }) => name)]))
    return refuse<InquiryRefusal>({ code: 'source-named' })
  if (ratings && !isTable(ratings)) return refuse<InquiryRefusal>({ code: 'ratings-no-table' })
  const kept = factsOf(evidence)
  const words = { place, tookPart, whom, found, files: kept.files }
  return accept({ method, on, isProtected, ratings, evidence: kept.evidence, words })
}

/** Whether a protected name stands in what others will read. */
export function isNamedIn(name: string | null, texts: readonly string[]): boolean {
  const wanted = name?.trim() ?? ''
  return wanted !== '' && texts.some((text) => text.includes(wanted))
}
