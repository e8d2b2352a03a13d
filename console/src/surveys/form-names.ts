/** Names of closed questions and their options, for tables and lists. */
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { scales, unknownCode } from '@luoshi/domain/surveys/scales'
import { inLanguage } from '@luoshi/domain/surveys/wording'
import { useLanguage } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'

export type FormNames = Readonly<{
  /** `3. 服务态度`, or the row of a matrix with its question's number. */
  questionName: (key: string) => string
  optionName: (key: string, code: string) => string
}>

export function useFormNames(form: Questionnaire): FormNames {
  const language = useLanguage()
  const words = useSurveyWords()
  const find = (key: string) => {
    const [code = '', row] = key.split('.')
    const place = form.questions.findIndex((one) => one.code === code)
    return { place, question: form.questions[place], row }
  }
  return {
    questionName: (key) => {
      const { place, question, row } = find(key)
      if (!question) return key
      const part =
        question.type === 'matrix' ? question.rows.find(({ code }) => code === row) : null
      return `${place + 1}. ${inLanguage((part ?? question).text, language)}`
    },
    optionName: (key, code) => {
      const { question } = find(key)
      if (!question || question.type === 'text') return code
      if (code === unknownCode) return words.unknown
      if (question.type === 'choice') {
        const option = question.options.find((one) => one.code === code)
        return option ? inLanguage(option.text, language) : code
      }
      const option = scales[question.scale].options.find((one) => one.code === code)
      return option ? option[language] : code
    },
  }
}
