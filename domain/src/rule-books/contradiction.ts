/** One thing that contradicts itself in a rule book: the setting, and the sentence that says why. */
import type { SettingKey } from './rule-book.ts'

export type Contradiction = Readonly<{ key: SettingKey; zh: string; en: string }>
