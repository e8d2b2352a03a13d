/** Words of this room. They come with it, in both languages, so that whoever only opens the desk does not load them. */
import { useLanguage } from '../words/language.ts'
import { surveyLettersEn } from '../words/survey-letters.en.ts'
import { surveyLettersZh } from '../words/survey-letters.zh.ts'
import { surveyResultsEn } from '../words/survey-results.en.ts'
import { surveyResultsZh } from '../words/survey-results.zh.ts'
import { surveyTextsEn } from '../words/survey-texts.en.ts'
import { surveyTextsZh } from '../words/survey-texts.zh.ts'
import { surveyWeightingEn } from '../words/survey-weighting.en.ts'
import { surveyWeightingZh } from '../words/survey-weighting.zh.ts'
import { surveysEn } from '../words/surveys.en.ts'
import { surveysZh } from '../words/surveys.zh.ts'

const zh = {
  ...surveysZh,
  letters: surveyLettersZh,
  results: surveyResultsZh,
  texts: surveyTextsZh,
  weighting: surveyWeightingZh,
}
const en: SurveyWords = {
  ...surveysEn,
  letters: surveyLettersEn,
  results: surveyResultsEn,
  texts: surveyTextsEn,
  weighting: surveyWeightingEn,
}

export type SurveyWords = typeof zh

export function useSurveyWords(): SurveyWords {
  return useLanguage() === 'zh' ? zh : en
}
