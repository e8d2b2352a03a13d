/** The figures of a ballot as typed: four of attendance, three axes with four counts each. */
import type { Attendance, Axis, AxisVotes } from '@luoshi/domain/verdicts/verdict'
import { textOf, type FormValues } from '../next/form-values.ts'
import type { Typed } from './typed.ts'

export const attendanceFields = ['members', 'present', 'issued', 'returned'] as const
export const voteFields = ['satisfied', 'basically', 'dissatisfied', 'abstain'] as const

export type AttendanceField = (typeof attendanceFields)[number]
export type VoteField = (typeof voteFields)[number]

export const attendanceName = (field: AttendanceField) => `attendance.${field}`
export const voteName = (axis: Axis, field: VoteField) => `votes.${axis}.${field}`

export function attendanceTyped(typed: Pick<Typed, 'count'>): Attendance {
  const count = (field: AttendanceField) => typed.count(attendanceName(field))
  return {
    members: count('members'),
    present: count('present'),
    issued: count('issued'),
    returned: count('returned'),
  }
}

export function votesTyped(typed: Pick<Typed, 'count'>): Readonly<Record<Axis, AxisVotes>> {
  const of = (axis: Axis): AxisVotes => {
    const count = (field: VoteField) => typed.count(voteName(axis, field))
    return {
      satisfied: count('satisfied'),
      basically: count('basically'),
      dissatisfied: count('dissatisfied'),
      abstain: count('abstain'),
    }
  }
  return { measures: of('measures'), timeliness: of('timeliness'), quality: of('quality') }
}

export function isCount(text: string): boolean {
  return /^\d{1,7}$/.test(text.trim())
}

/** The sum of an axis, or null while a count is missing. */
export function sumOf(values: FormValues, axis: Axis): number | null {
  const counts = voteFields.map((field) => textOf(values, voteName(axis, field)))
  return counts.every(isCount) ? counts.reduce((sum, count) => sum + Number(count), 0) : null
}

export type AttendanceFault = 'presentOver' | 'issuedOver' | 'returnedOver'

/** What cannot be, said at once; the counting rule itself says the rest. */
export function attendanceFault(values: FormValues): AttendanceFault | null {
  const [members, present, issued, returned] = attendanceFields.map((field) => {
    const text = textOf(values, attendanceName(field))
    return isCount(text) ? Number(text) : null
  })
  const over = (more: number | null | undefined, most: number | null | undefined) =>
    typeof more === 'number' && typeof most === 'number' && more > most
  if (over(present, members)) return 'presentOver'
  if (over(issued, present)) return 'issuedOver'
  return over(returned, issued) ? 'returnedOver' : null
}
