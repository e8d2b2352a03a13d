/** What may happen to the report of an investigation next. Source: see report.ts. */
import type { Day } from '../kernel/day.ts'
import type { AccountId, AppraisalId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { factsOf } from '../matters/events.ts'
import type { Evidence } from '../matters/round-parts.ts'
import { isNamedIn } from './inquiry-decider.ts'
import type { InquiryRefusal } from './inquiry-refusals.ts'
import type {
  InquiryReport,
  KnownReport,
  ReportEvent,
  ReportItem,
  Section,
  Signatory,
  Signature,
} from './report.ts'

export type ReportCommand = ByType<{
  AssembleReport: {
    appraisal: AppraisalId
    title: string
    sections: readonly Section[]
    items: readonly ReportItem[]
    signatories: readonly Signatory[]
    today: Day
  }
  /** `protectedNames`: of all records of the appraisal; none of them may be written into the report. */
  AmendReport: {
    title: string
    sections: readonly Section[]
    protectedNames: readonly string[]
    today: Day
  }
  /** In the account of the one who signs. */
  SignReport: { by: AccountId; dissent: string; today: Day }
  /** On paper: whose signature the scan shows, by the place among the signatories. */
  RecordPaperSignature: {
    place: number
    scan: readonly Evidence[]
    dissent: string
    on: Day
    today: Day
  }
  SubmitReport: { reference: string; today: Day }
  ReopenReport: { reason: string; today: Day }
}>

type Ruling = Result<readonly ReportEvent[], InquiryRefusal>

export function decideReport(report: InquiryReport, command: ReportCommand): Ruling {
  if (command.type === 'AssembleReport') {
    if (report.status === 'submitted') return refuse({ code: 'report-submitted' })
    return assemble(command)
  }
  if (report.status === 'none') return refuse({ code: 'report-not-assembled' })
  const { today: on } = command
  switch (command.type) {
    case 'AmendReport': {
      const { title, sections } = command
      if (report.status === 'submitted') return refuse({ code: 'report-submitted' })
      if (isEmpty(title, sections)) return refuse({ code: 'report-empty' })
      const texts = [title, ...sections.flatMap((one) => [one.title, one.text])]
      if (command.protectedNames.some((name) => isNamedIn(name, texts)))
        return refuse({ code: 'source-named' })
      return accept([{ type: 'ReportAmended', on, words: { title: title.trim(), sections } }])
    }
    case 'SignReport': {
      const place = report.signatories.findIndex(({ account }) => account === command.by)
      if (place < 0) return refuse({ code: 'not-a-signatory' })
      return sign(report, { place, on, how: 'account', scan: [] }, command.dissent)
    }
    case 'RecordPaperSignature': {
      const { place, scan } = command
      if (scan.length === 0) return refuse({ code: 'scan-missing' })
      if (command.on > on || command.on < report.assembledOn) return refuse({ code: 'day-to-come' })
      return sign(report, { place, on: command.on, how: 'paper', scan }, command.dissent)
    }
    case 'SubmitReport': {
      const reference = command.reference.trim()
      if (report.status === 'submitted') return refuse({ code: 'report-submitted' })
      if (report.status !== 'signed')
        return refuse({
          code: 'signatures-missing',
          names: report.signatories
            .filter((_, at) => !report.signatures.some(({ place }) => place === at))
            .map(({ name }) => name),
        })
      if (reference === '') return refuse({ code: 'reference-missing' })
      return accept([{ type: 'ReportSubmitted', on, words: { reference } }])
    }
    case 'ReopenReport': {
      const reason = command.reason.trim()
      if (report.status !== 'submitted') return refuse({ code: 'report-not-submitted' })
      if (reason === '') return refuse({ code: 'reason-missing' })
      return accept([{ type: 'ReportReopened', on, words: { reason } }])
    }
  }
}

type Assembling = Extract<ReportCommand, Readonly<{ type: 'AssembleReport' }>>

function assemble({
  appraisal,
  title,
  sections,
  items,
  signatories,
  today: on,
}: Assembling): Ruling {
  if (signatories.length === 0) return refuse({ code: 'not-planned' })
  if (sections.length === 0 || sections.some((one) => one.title.trim() === ''))
    return refuse({ code: 'heading-blank' })
  return accept([
    {
      type: 'ReportAssembled',
      appraisal,
      on,
      items: items.map(({ inquiry, record, method, on: day, finding, kind, heading, matter }) => ({
        inquiry,
        record,
        method,
        on: day,
        finding,
        kind,
        heading,
        matter,
      })),
      signatories: signatories.map(({ account }) => ({ account })),
      words: {
        title: title.trim(),
        sections,
        items: items.map(({ text }) => text),
        names: signatories.map(({ name }) => name),
      },
    },
  ])
}

type Signing = Omit<Signature, 'dissent'>

function sign(report: KnownReport, signing: Signing, dissent: string): Ruling {
  const { place } = signing
  if (report.status === 'submitted') return refuse({ code: 'report-submitted' })
  if (!report.signatories[place]) return refuse({ code: 'not-a-signatory' })
  if (report.signatures.some((one) => one.place === place))
    return refuse({ code: 'signed-already' })
  if (isEmpty(report.title, report.sections)) return refuse({ code: 'report-empty' })
  const { evidence: scan, files } = factsOf(signing.scan)
  const words = { dissent: dissent.trim(), files }
  return accept([{ type: 'ReportSigned', ...signing, scan, words }])
}

function isEmpty(title: string, sections: readonly Section[]): boolean {
  return title.trim() === '' || sections.every(({ text }) => text.trim() === '')
}
