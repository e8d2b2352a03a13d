/** The published register of tokens, read strictly and held against the roll. Source: ballot.md 4 no. 4; tests 34–35, 47. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { hasFields, isRecord } from '../protocol/json.ts'
import type { Contest } from '../protocol/manifest.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'

/** For a contest: tokens by issuer, and paper ballots. */
export type IssuedCounts = Readonly<{ tokens: readonly number[]; paper: number }>

const file = 'issued.jsonl'

export function readIssued(
  contests: readonly Contest[],
  lines: readonly string[],
): Result<readonly IssuedCounts[], ProtocolRefusal> {
  const counts = contests.map(({ issuers }) => ({ tokens: issuers.map(() => 0), paper: 0 }))
  const seen = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const where = `${file} ${at + 1}`
    const before = lines[at - 1]
    if (before !== undefined && !(before < line)) return refuse(refusalOf('BAD_ORDER', where))
    const entry = readLine(line)
    const count = entry && counts[entry.c]
    if (!entry || !count) return refuse(refusalOf('BAD_FORMAT', where))
    // Whoever took paper took no token: both are one voter to the first issuer.
    const issuer = entry.i ?? 0
    if (count.tokens[issuer] === undefined) return refuse(refusalOf('BAD_FORMAT', where))
    const who = JSON.stringify([entry.c, issuer, entry.v])
    if (seen.has(who)) return refuse(refusalOf('ISSUED_TWICE', where))
    seen.add(who)
    if (entry.i === undefined) count.paper += 1
    else count.tokens[entry.i] = (count.tokens[entry.i] ?? 0) + 1
  }
  const over = contests.findIndex(({ eligible }, at) =>
    counts[at]?.tokens.some(
      (n, issuer) => n + (issuer === 0 ? (counts[at]?.paper ?? 0) : 0) > eligible,
    ),
  )
  if (over >= 0) return refuse(refusalOf('MORE_ISSUED_THAN_ELIGIBLE', `contest ${over}`))
  return accept(counts)
}

type Entry = Readonly<{ c: number; i: number | undefined; v: string }>

function readLine(line: string): Entry | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (!isRecord(value) || JSON.stringify(value) !== line) return undefined
  const { c, i, v } = value
  const paper = hasFields(value, ['c', 'paper', 'v']) && value['paper'] === true
  const token = hasFields(value, ['c', 'i', 'v'])
  if (!paper && !token) return undefined
  if (!isPlace(c) || typeof v !== 'string' || v === '' || v.length > 200) return undefined
  if (paper) return { c, i: undefined, v }
  return isPlace(i) ? { c, i, v } : undefined
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
