/**
 * The tabs of a survey's page `/surveys/$survey`, in their order. To add one: a component that takes the survey
 * (`export function ResultsTab({ survey }: SurveyTabProps)`), a word in a words file, and one line here.
 */
import { isStaffedChannel } from '@luoshi/domain/surveys/channel'
import { isFromList } from '@luoshi/domain/surveys/population'
import type { SurveyDetail } from '@luoshi/server/contract/surveys'
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Messages } from '../words/zh.ts'
import type { SurveyWords } from './survey-words.ts'

export type SurveyTabProps = Readonly<{ survey: SurveyDetail }>

/** The words of every room, and those of this one, which come with it. */
type TabWords = Messages & Readonly<{ own: SurveyWords }>

type SurveyTab = Readonly<{
  key: string
  label: (words: TabWords) => string
  /** Absent: always. */
  when?: (survey: SurveyDetail) => boolean
  show: LazyExoticComponent<ComponentType<SurveyTabProps>>
}>

const surveyTabs: readonly SurveyTab[] = [
  {
    key: 'questions',
    label: (words) => words.own.questions,
    show: lazy(async () => ({ default: (await import('./questions-tab.tsx')).QuestionsTab })),
  },
  {
    key: 'reach',
    label: (words) => words.own.reach,
    show: lazy(async () => ({ default: (await import('./reach-tab.tsx')).ReachTab })),
  },
  {
    key: 'sample',
    label: (words) => words.own.sample,
    when: ({ reach }) => reach.populations.some(({ sampling }) => isFromList(sampling)),
    show: lazy(async () => ({ default: (await import('./sample-tab.tsx')).SampleTab })),
  },
  {
    key: 'entry',
    label: (words) => words.own.entry,
    when: ({ status, reach }) =>
      status !== 'draft' && reach.channels.some(({ kind }) => isStaffedChannel(kind)),
    show: lazy(async () => ({ default: (await import('./entry-tab.tsx')).EntryTab })),
  },
  {
    key: 'coverage',
    label: (words) => words.own.coverage,
    when: ({ status }) => status !== 'draft' && status !== 'dropped',
    show: lazy(async () => ({ default: (await import('./coverage-tab.tsx')).CoverageTab })),
  },
  {
    key: 'results',
    label: (words) => words.own.results.tab,
    when: ({ status }) => status === 'closed' || status === 'published',
    show: lazy(async () => ({ default: (await import('./results/results-page.tsx')).ResultsTab })),
  },
  {
    key: 'texts',
    label: (words) => words.own.texts.tab,
    when: ({ status, form }) =>
      (status === 'closed' || status === 'published') &&
      form.questions.some(({ type }) => type === 'text'),
    show: lazy(async () => ({ default: (await import('./texts/texts-tab.tsx')).TextsTab })),
  },
]

export function surveyTabsFor(survey: SurveyDetail): readonly SurveyTab[] {
  return surveyTabs.filter(({ when }) => !when || when(survey))
}
