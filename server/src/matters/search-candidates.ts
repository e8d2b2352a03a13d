/**
 * The numbers of the matters that a searched text is limited to, when an index can say so cheaply: by pairs of characters
 * for rare words (`0172-matters-by-words.sql`). They are handed on as they come. Words alone, newest first, need no such list
 * (`newest-with-words.ts`). For common words, single characters and past moments the list is walked in its order, which is then faster.
 * Source: design/storage.md (Chinese substring: bigrams, choose the plan by estimated frequency).
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { bigrams } from '@luoshi/ledger/projections/bigrams'
import type { CongressDb } from '../execute/congress-db.ts'
import { wordsOf } from './matter-query.ts'

/** Pairs of characters that whatever has these words has, too. */
export function pairsOf(text: string | undefined): readonly number[] {
  return [...new Set(wordsOf(text).flatMap((word) => bigrams(word)))]
}

/** Above so many the walk finds a page sooner, however many there are. */
const most = 6000

export async function searchCandidates(
  db: CongressDb,
  congress: CongressId,
  text: string | undefined,
): Promise<string | null> {
  const pairs = pairsOf(text)
  if (pairs.length === 0) return null
  const [row] = await db.rows<{ found: string | null }>(congress, {
    name: 'matter-numbers-with',
    text: 'select luoshi.matter_numbers_with($1, $2) as found',
    values: [pairs, most],
  })
  return row?.found ?? null
}
