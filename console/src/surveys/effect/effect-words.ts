/** Words of the effect: they come with its pages, in both languages, so that whoever only opens the desk does not load them. */
import { useLanguage } from '../../words/language.ts'
import { effectsEn } from '../../words/effects.en.ts'
import { effectsZh } from '../../words/effects.zh.ts'

export function useEffectWords(): typeof effectsZh {
  return useLanguage() === 'zh' ? effectsZh : effectsEn
}
