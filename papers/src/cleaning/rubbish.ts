/**
 * Whether shown characters look like bytes out of step: in a shifted run about half are characters
 * hardly anybody writes, in real text almost none.
 * Source: counted on texts of our own (testdata/); design/documents.md §2.
 */
import { gbkPair, isCommonHan } from '../encoding/gbk-table.ts'
import { simplifiedCharacter } from './simplified-form.ts'

export function looksLikeRubbish(shown: string): boolean {
  let all = 0
  let rare = 0
  for (const character of shown) {
    if (gbkPair(character) === undefined || STOPS.includes(character)) continue
    all += 1
    if (!isCommonHan(simplifiedCharacter(character))) rare += 1
  }
  return rare > 0 && rare * 4 >= all
}

/** Stops are text or shifted bytes alike, so they tell nothing. */
const STOPS = '，。、；：！？“”《》（）'
