/** What other devices hand over as text: keys of the tellers' issuer, names it issued to, tokens given up on a phone. */
import { surrenderedToken } from '@luoshi/server/contract/secret-ballots'
import * as z from 'zod/mini'

const issuerKeys = z.array(z.object({ n: z.string(), e: z.string() }))
const tokens = z.array(surrenderedToken)
const issuedLines = z.array(z.object({ c: z.int().check(z.minimum(0)), voter: z.string() }))

export type IssuerKey = z.infer<typeof issuerKeys>[number]
export type GivenUp = z.infer<typeof tokens>[number]

/** Null while the text is no list of keys. */
export function readIssuerKeys(text: string): readonly IssuerKey[] | null {
  return readAs(issuerKeys, text)
}

/** Null while the text is no list of tokens given up. */
export function readGivenUp(text: string): readonly GivenUp[] | null {
  return readAs(tokens, text)
}

/**
 * Whom the tellers' issuer served: the text its program prints (`luoshi ballot issuer issued`), or names that somebody typed
 * one a line, each for all contests. Null while it is neither.
 */
export function issuedBySecond(
  text: string,
  contests: number,
): readonly Readonly<{ c: number; voter: string }>[] | null {
  if (text.trim().startsWith('[')) return readAs(issuedLines, text)
  const names = text
    .split(/[\n,，、;；]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return Array.from({ length: contests }, (_, c) =>
    [...new Set(names)].map((voter) => ({ c, voter })),
  ).flat()
}

function readAs<Value>(
  schema: Readonly<{ safeParse: (raw: unknown) => z.core.util.SafeParseResult<Value> }>,
  text: string,
): Value | null {
  try {
    const raw: unknown = JSON.parse(text)
    const read = schema.safeParse(raw)
    return read.success ? read.data : null
  } catch {
    return null
  }
}
