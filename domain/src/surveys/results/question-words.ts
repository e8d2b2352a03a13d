/** How a closed question, its options and its groups are called on pages, papers and in exports. */
import type { Question, Questionnaire } from '../questionnaire.ts'
import { scales, unknownCode } from '../scales.ts'
import { unstated, unstatedLabel } from '../unstated.ts'
import { inLanguage } from '../wording.ts'

type Language = 'zh' | 'en'

/** For a row of a matrix: “question：row”. The key itself when the form has no such question. */
export function questionWords(form: Questionnaire, key: string, language: Language): string {
  const question = questionOf(form, key)
  if (!question) return key
  const text = inLanguage(question.text, language)
  if (question.type !== 'matrix') return text
  const row = question.rows.find(({ code }) => key === `${question.code}.${code}`)
  return row ? `${text}${language === 'zh' ? '：' : ': '}${inLanguage(row.text, language)}` : text
}

export function optionWords(
  form: Questionnaire,
  key: string,
  option: string,
  language: Language,
): string {
  const question = questionOf(form, key)
  if (question?.type === 'choice') {
    const found = question.options.find(({ code }) => code === option)
    if (found) return inLanguage(found.text, language)
    return option === unknownCode ? { zh: '不了解', en: 'I do not know' }[language] : option
  }
  if (question?.type !== 'scale' && question?.type !== 'matrix') return option
  return scales[question.scale].options.find(({ code }) => code === option)?.[language] ?? option
}

/** Which options a rate counts as speaking for the work, by their names: said beside every rate. */
export function rateWords(form: Questionnaire, key: string, language: Language): string {
  const question = questionOf(form, key)
  if (question?.type !== 'scale' && question?.type !== 'matrix') return ''
  const names = scales[question.scale].options
    .filter(({ side }) => side === 'for')
    .map((one) => one[language])
  return names.join(language === 'zh' ? '、' : ', ')
}

export function groupWords(
  { strata }: Readonly<{ strata: readonly Readonly<{ code: string; name: string }>[] }>,
  keys: readonly string[],
  language: Language,
): string {
  const nameOf = (key: string) =>
    strata.find(({ code }) => code === key)?.name ??
    (key === unstated ? unstatedLabel[language] : key)
  const names = keys.map(nameOf)
  return names.join(language === 'zh' ? '、' : ', ')
}

function questionOf(form: Questionnaire, key: string): Question | undefined {
  return form.questions.find(
    ({ code, type }) => code === key || (type === 'matrix' && key.startsWith(`${code}.`)),
  )
}
