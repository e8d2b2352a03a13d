/** Words of one room, apart from those every visitor fetches first. */
import { useLanguage } from '../../words/language.ts'
import { reassignmentEn } from '../../words/reassignment.en.ts'
import { reassignmentZh } from '../../words/reassignment.zh.ts'

export function useReassignmentWords(): typeof reassignmentZh {
  return useLanguage() === 'zh' ? reassignmentZh : reassignmentEn
}
