/** The rows by which a stream is found and listed; each holds the whole state in `doc`. */
import type { Day, Instant } from '@luoshi/domain/kernel/day'
import type { JsonObject } from '../log/json.ts'

type Named<View extends string, Columns> = Readonly<{
  view: View
  columns: Readonly<Columns & { doc: JsonObject }>
  /** Asks for the next number of this series, once in the life of the stream: `matters appraisal_x`. */
  number_series?: string
}>

/** `search`: what a reader may search for, as he would read it; the log makes the index out of it. */
export type ViewRow =
  | Named<
      'matter_view',
      {
        appraisal: string
        opinion: string
        status: string
        round: number
        unit: string | null
        official: string | null
        title: string
        due: Day | null
        plan_due: Day | null
        phase: string
        warned: boolean
        opened_on: Day
        updated_at: Instant
        search: string
      }
    >
  | Named<
      'opinion_view',
      {
        appraisal: string
        status: string
        matter: string | null
        exit: string | null
        received_on: Day
        channel: string
        text: string
      }
    >
  | Named<
      'appraisal_view',
      {
        title: string
        subject: string
        unit: string | null
        official: string | null
        phase: string
        status: string
      }
    >
  | Named<'import_view', { status: string; file_name: string; appraisal: string | null }>
  | Named<'unit_view', { name: string; status: string; successor: string | null }>
  | Named<'official_view', { name: string; unit: string | null; post: string; status: string }>
  | Named<'record_view', RecordColumns>

/** How a record of a campaign is found; its stream is named `<kind>_…`. */
export type RecordColumns = Readonly<{
  kind: string
  appraisal: string | null
  /** What it belongs to other than an appraisal: a speech to its meeting, a notice to its matter. */
  parent: string | null
  status: string
  unit: string | null
  official: string | null
  title: string
  on_day: Day | null
  due: Day | null
}>

export type ViewName = ViewRow['view']

export const viewNames = [
  'matter_view',
  'opinion_view',
  'appraisal_view',
  'import_view',
  'unit_view',
  'official_view',
  'record_view',
] as const satisfies readonly ViewName[]
