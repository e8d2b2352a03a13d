/** The settings of a book whose words nobody has compared with the paper yet. */
import { settingKeys, type RuleBook, type SettingKey } from '@luoshi/domain/rule-books/rule-book'

export function unverifiedIn({ settings }: RuleBook): readonly SettingKey[] {
  return settingKeys.filter((key) => !settings[key].source.verified)
}
