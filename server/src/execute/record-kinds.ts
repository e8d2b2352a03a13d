/** Every kind of record there is, so that a rebuild and an erasure know the rows of all of them. */
import type { StoredEvent } from '@luoshi/ledger/log/read'
import type { ViewRow } from '@luoshi/ledger/projections/view-row'
import { drawingKind, selfCheckKind, yearPlanKind } from '../appraisals/campaign-records.ts'
import { ballotKind } from '../ballots/ballot-kind.ts'
import { frameworkKind } from '../appraisals/county-framework.ts'
import { holidaysKind } from '../calendar/holidays-kind.ts'
import { inquiryKind, inquiryPlanKind, inquiryReportKind } from '../inquiries/inquiry-kinds.ts'
import { letterKind } from '../letters/letter-kind.ts'
import { reportKind } from '../letters/report-kind.ts'
import { lookBackKind, spotCheckKind } from '../supervision/sample-kind.ts'
import { meetingKind, speechKind } from '../meetings/meeting-kinds.ts'
import { defenceKind } from '../matters/defence-kind.ts'
import { handOverKind } from '../people/hand-over-kind.ts'
import { personKind } from '../people/person-kind.ts'
import { sessionKind, termKind } from '../people/term-kinds.ts'
import { recusalKind } from '../people/recusal-kind.ts'
import { briefingKind } from '../supervision/briefing-kind.ts'
import { consequenceKind } from '../supervision/consequence-kind.ts'
import { noticeKind } from '../supervision/notice-kind.ts'
import { paperRecordKind } from '../papers/issued-papers.ts'
import { templateKind } from '../papers/county-templates.ts'
import { comebackKind } from '../ledgers/comeback-kind.ts'
import { layoutKind } from '../ledgers/layout-kind.ts'
import { bookKind } from '../rule-books/book-kind.ts'
import { frameKind } from '../surveys/frames/frame-kind.ts'
import { paperBatchKind } from '../surveys/papers/batch-kind.ts'
import { indicatorKind } from '../surveys/effect/indicator-kind.ts'
import { surveyKind } from '../surveys/survey-kind.ts'
import { surveyBatchKind } from '../surveys/intake/batch-kind.ts'
import { callKind, voiceKind } from '../voices/voice-kinds.ts'

type Projecting = Readonly<{
  kind: string
  project: (stored: readonly StoredEvent[]) => ViewRow | null
}>

const kinds: readonly Projecting[] = [
  holidaysKind,
  handOverKind,
  termKind,
  sessionKind,
  bookKind,
  yearPlanKind,
  drawingKind,
  selfCheckKind,
  frameworkKind,
  noticeKind,
  defenceKind,
  letterKind,
  reportKind,
  lookBackKind,
  spotCheckKind,
  consequenceKind,
  briefingKind,
  surveyKind,
  indicatorKind,
  frameKind,
  paperBatchKind,
  callKind,
  voiceKind,
  surveyBatchKind,
  meetingKind,
  speechKind,
  personKind,
  recusalKind,
  ballotKind,
  inquiryPlanKind,
  inquiryKind,
  inquiryReportKind,
  templateKind,
  layoutKind,
  paperRecordKind,
  comebackKind,
]

export const recordKinds: ReadonlyMap<string, Projecting> = new Map(
  kinds.map((one) => [one.kind, one]),
)
