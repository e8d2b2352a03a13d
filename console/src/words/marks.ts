/** Brackets and commas as each language sets them: wide in Chinese, narrow with a space in English. */
import type { Language } from './language.ts'

export function inBrackets(language: Language, text: string): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`
}

export function comma(language: Language): string {
  return language === 'zh' ? '，' : ', '
}
