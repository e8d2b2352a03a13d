/** Words of this room. They come with it, in both languages, so that whoever only opens the desk does not load them. */
import { useLanguage } from '../words/language.ts'
import { surveysEn } from '../words/surveys.en.ts'
import { surveysZh } from '../words/surveys.zh.ts'

export type SurveyWords = typeof surveysZh

export function useSurveyWords(): SurveyWords {
  return useLanguage() === 'zh' ? surveysZh : surveysEn
}
