/** Words of annual plans and drawings. They come with their pages, in both languages, and weigh on no other room. */
import { useLanguage } from '../words/language.ts'
import { yearPlansEn } from '../words/year-plans.en.ts'
import { yearPlansZh } from '../words/year-plans.zh.ts'

export function useYearPlanWords(): typeof yearPlansZh {
  return useLanguage() === 'zh' ? yearPlansZh : yearPlansEn
}
