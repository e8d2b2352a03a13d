/** Words of this room. They come with it, in both languages, so that whoever only opens the desk does not load them. */
import { comebacksEn } from '../words/comebacks.en.ts'
import { comebacksZh } from '../words/comebacks.zh.ts'
import { useLanguage } from '../words/language.ts'

export function useComebackWords(): typeof comebacksZh {
  return useLanguage() === 'zh' ? comebacksZh : comebacksEn
}
