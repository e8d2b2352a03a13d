/** The answer when a rule book was named that nobody may choose: unknown, still a draft, superseded or withdrawn. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../execute/refused.ts'

export function noSuchRuleBook() {
  return refused(
    409,
    'no-such-rule-book',
    bilingual(
      '没有这部办法，或者这一版不是现行办法。',
      '请在办法列表中选择现行的一版。',
      'There is no such rule book, or this version is not in force.',
      'Choose one in force from the list.',
    ),
  )
}
