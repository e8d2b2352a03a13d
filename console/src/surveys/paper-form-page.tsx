/** The questions on paper: each option with the digit by which it is typed, room for words, a number to be written on. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { closedQuestionsOf } from '@luoshi/domain/surveys/closed-questions'
import { inLanguage } from '@luoshi/domain/surveys/wording'
import type { Question, Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import type { SurveyDetail } from '@luoshi/server/contract/surveys'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage } from '../words/language.ts'
import { inBrackets } from '../words/marks.ts'
import { useFormNames } from './form-names.ts'
import { surveyQuery } from './survey-query.ts'
import { useSurveyWords } from './survey-words.ts'
import './surveys.css'

const route = getRouteApi('/surveys/$survey/paper-form')

export function PaperFormPage() {
  const { survey } = route.useParams()
  return isId('survey', survey) ? <Loaded id={survey} /> : <NotFound />
}

function Loaded({ id }: Readonly<{ id: Id<'survey'> }>) {
  const words = useSurveyWords()
  const { data, error, refetch } = useQuery(surveyQuery(id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return (
    <>
      <div className="no-print">
        <PageHead
          title={words.paperForm}
          lead={
            <>
              <Link to="/surveys/$survey" params={{ survey: id }} search={{ tab: 'reach' }}>
                {data.title}
              </Link>{' '}
              · {words.paperFormLead}
            </>
          }
          actions={
            <Button type="primary" onClick={() => window.print()}>
              {words.print}
            </Button>
          }
        />
      </div>
      <Sheet survey={data} />
    </>
  )
}

function Sheet({ survey }: Readonly<{ survey: SurveyDetail }>) {
  const words = useSurveyWords()
  const language = useLanguage()
  const { congress } = useSession()
  const { form } = survey
  return (
    <article className="card paper-form" aria-label={survey.title}>
      <p className="paper-number">{words.paperNumber}</p>
      <p className="poster-asker">{congress.name}</p>
      <h2>{survey.title}</h2>
      <p>{words.paperHow(fullDayText(survey.until, language))}</p>
      <ol>
        {form.questions.map((question) => (
          <li key={question.code}>
            <Asked form={form} question={question} />
          </li>
        ))}
      </ol>
      <p>{words.paperThanks}</p>
    </article>
  )
}

function Asked({ form, question }: Readonly<{ form: Questionnaire; question: Question }>) {
  const words = useSurveyWords()
  const language = useLanguage()
  const { questionName, optionName } = useFormNames(form)
  const { when, code } = question
  const parts = closedQuestionsOf(form).filter(
    ({ key }) => key === code || key.startsWith(`${code}.`),
  )
  return (
    <>
      {when && (
        <p className="quiet">
          {words.paperWhen(
            questionName(when.question),
            when.anyOf.map((one) => optionName(when.question, one)).join('、'),
          )}
        </p>
      )}
      <p className="paper-asked">
        {inLanguage(question.text, language)}
        {question.type === 'choice' && question.many && inBrackets(language, words.many)}
      </p>
      {parts.map(({ key, options }) => (
        <p key={key} className="paper-options">
          {key !== code && <span className="paper-row">{questionName(key)}</span>}
          {options.map((option, at) => (
            <span key={option}>
              □ {at + 1}．{optionName(key, option)}
            </span>
          ))}
        </p>
      ))}
      {question.type === 'text' && (
        <div className="paper-lines">
          <span />
          <span />
          <span />
        </div>
      )}
    </>
  )
}
