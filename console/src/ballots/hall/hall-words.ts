/** Words of the ballot cast in the hall. They come with its pages, in both languages, and weigh on no other room. */
import { useLanguage } from '../../words/language.ts'
import { hallEn } from '../../words/hall.en.ts'
import { hallZh } from '../../words/hall.zh.ts'

export function useHallWords(): typeof hallZh {
  return useLanguage() === 'zh' ? hallZh : hallEn
}
