/**
 * Rule: a draft of a county's 办法 is written by several people, article by article; nobody is sent back because another
 * changed another setting or the name. Whether the settings contradict each other is judged when the draft is adopted, and
 * whoever adopts, withdraws or drops it has seen it as it stands.
 *
 * Source: county-book.ts; domain.md §1 fact 1 (every rule is a setting of its own, its words beside it).
 */
import type { CountyBookCommand } from './county-book-decider.ts'
import type { CountyBookEvent } from './county-book.ts'
import type { SettingKey } from './rule-book.ts'

type Step = Readonly<{ type: CountyBookCommand['type']; key?: SettingKey }>

/** @param since - What was written after the moment the person looked. */
export function isBesideSetting({ type, key }: Step, since: readonly CountyBookEvent[]): boolean {
  switch (type) {
    case 'ChangeSetting':
      return since.every(
        (event) =>
          event.type === 'RuleBookNamed' || (event.type === 'SettingChanged' && event.key !== key),
      )
    case 'NameRuleBook':
      return since.every((event) => event.type === 'SettingChanged')
    case 'DraftRuleBook':
    case 'AdoptRuleBook':
    case 'WithdrawRuleBook':
    case 'DropRuleBook':
      return false
  }
}
