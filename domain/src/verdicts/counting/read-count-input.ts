/** Turns what a person typed into a count's input: the command line's flags, or a form's fields. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { CountInput, Votes } from './count-input.ts'
import type { CountField, CountRefusal } from './count-refusal.ts'
import type { PointScale } from './point-scale.ts'
import { isBaseKind, isComparator, isRuleKey } from './rule.ts'

/** Everything as typed. A blank or missing field counts as left out. */
export type RawCount = Readonly<{
  rule?: string | undefined
  comparator?: string | undefined
  denominator?: string | undefined
  members?: string | undefined
  present?: string | undefined
  issued?: string | undefined
  returned?: string | undefined
  invalid?: string | undefined
  /** `17/11/1`, `17/11/1/0` with abstentions, `17/11/1/0/2` with 不了解 too. */
  votes?: string | undefined
  /** `100/70/30`: what the three grades earn under the rule `points`. */
  points?: string | undefined
}>

export function readCountInput(raw: RawCount): Result<CountInput, CountRefusal> {
  const { rule = '', comparator, denominator } = raw
  if (!isRuleKey(rule)) return refuse({ code: 'unknown-rule', given: rule })
  if (comparator !== undefined && !isComparator(comparator)) {
    return refuse({ code: 'unknown-comparator', given: comparator })
  }
  if (denominator !== undefined && !isBaseKind(denominator)) {
    return refuse({ code: 'unknown-denominator', given: denominator })
  }
  const votes = readVotes(raw.votes ?? '')
  if (!votes.ok) return votes
  const points = raw.points === undefined ? accept(undefined) : readPoints(raw.points)
  if (!points.ok) return points
  const numbers = readNumbers(raw)
  if (!numbers.ok) return numbers
  const chosen = { rule, comparator, base: denominator, points: points.value }
  return accept({ ...chosen, ...numbers.value, votes: votes.value })
}

export function readVotes(text: string): Result<Votes, CountRefusal> {
  const parts = text.split('/').map((part) => wholeNumber(part))
  const [satisfied, basically, dissatisfied, abstain = 0, unknown = 0] = parts
  const odd = parts.length > 5 || parts.includes(undefined)
  if (odd || satisfied === undefined || basically === undefined || dissatisfied === undefined) {
    return refuse({ code: 'votes-unreadable', given: text })
  }
  return accept({ satisfied, basically, dissatisfied, abstain, unknown })
}

function readPoints(text: string): Result<PointScale, CountRefusal> {
  const parts = text.split('/').map((part) => wholeNumber(part))
  const [satisfied, basically, dissatisfied] = parts
  const odd = parts.length !== 3
  if (odd || satisfied === undefined || basically === undefined || dissatisfied === undefined) {
    return refuse({ code: 'points-unreadable', given: text })
  }
  return accept({ satisfied, basically, dissatisfied })
}

/** Without these two no rule can say anything. */
function isNeeded(field: CountField): boolean {
  return field === 'members' || field === 'present'
}

type Numbers = Pick<CountInput, 'members' | 'present' | 'issued' | 'returned' | 'invalid'>

function readNumbers(raw: RawCount): Result<Numbers, CountRefusal> {
  const fields = ['members', 'present', 'issued', 'returned', 'invalid'] as const
  const wrong = fields.find((field) => {
    const text = raw[field]
    return text === undefined ? isNeeded(field) : wholeNumber(text) === undefined
  })
  if (wrong) return refuse({ code: 'not-a-count', field: wrong, given: raw[wrong] ?? '' })
  const read = (field: (typeof fields)[number]) => wholeNumber(raw[field] ?? '')
  const [members = 0, present = 0] = [read('members'), read('present')]
  const optional = { issued: read('issued'), returned: read('returned'), invalid: read('invalid') }
  return accept({ members, present, ...optional })
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : undefined
}
