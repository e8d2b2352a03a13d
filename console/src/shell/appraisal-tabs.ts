/**
 * The tabs of an appraisal's page `/appraisals/$appraisal`, in their order. To add one: a component in your own folder
 * that takes the appraisal's row (`export function InquiryTab({ appraisal }: AppraisalTabProps)`), a word in your own
 * words file, and one line here:
 *
 *     { key: 'inquiry', label: (words) => words.inquiry.tab, roles: committee, show: lazy(async () =>
 *       ({ default: (await import('../inquiry/inquiry-tab.tsx')).InquiryTab })) },
 *
 * `key` is the address (`?tab=inquiry`); `roles` absent: everybody who may see the appraisal at all. A tab reads its own
 * data; the server decides again who may. After a command that moves the appraisal on, refresh the key `appraisals`.
 */
import type { Role } from '@luoshi/domain/people/roles'
import type { AppraisalRow } from '@luoshi/server/contract/appraisals'
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Messages } from '../words/zh.ts'

export type AppraisalTabProps = Readonly<{ appraisal: AppraisalRow }>

type AppraisalTab = Readonly<{
  key: string
  label: (words: Messages) => string
  roles?: readonly Role[]
  show: LazyExoticComponent<ComponentType<AppraisalTabProps>>
}>

const appraisalTabs: readonly AppraisalTab[] = [
  {
    key: 'overview',
    label: (words) => words.appraisals.overview,
    show: lazy(async () => ({
      default: (await import('../appraisals/overview-tab.tsx')).OverviewTab,
    })),
  },
  {
    key: 'voices',
    label: (words) => words.voices.tab,
    roles: ['clerk', 'chairs', 'team'],
    show: lazy(async () => ({ default: (await import('../voices/voices-tab.tsx')).VoicesTab })),
  },
  {
    key: 'self-check',
    label: (words) => words.selfChecks.tab,
    show: lazy(async () => ({
      default: (await import('../self-checks/self-check-tab.tsx')).SelfCheckTab,
    })),
  },
  {
    key: 'inquiry',
    label: (words) => words.inquiries.tab,
    show: lazy(async () => ({
      default: (await import('../inquiries/inquiry-tab.tsx')).InquiryTab,
    })),
  },
  {
    key: 'surveys',
    label: (words) => words.shell.rooms.surveys,
    roles: ['clerk', 'chairs', 'member', 'team', 'deputy'],
    show: lazy(async () => ({
      default: (await import('../surveys/surveys-page.tsx')).SurveysTab,
    })),
  },
  {
    key: 'meetings',
    label: (words) => words.meetings.tab,
    roles: ['clerk', 'chairs', 'member', 'team', 'deputy'],
    show: lazy(async () => ({
      default: (await import('../meetings/meetings-tab.tsx')).MeetingsTab,
    })),
  },
  {
    key: 'ballots',
    label: (words) => words.ballots.tab,
    show: lazy(async () => ({ default: (await import('../ballots/ballots-tab.tsx')).BallotsTab })),
  },
  {
    key: 'letters',
    label: (words) => words.letters.tab,
    show: lazy(async () => ({ default: (await import('../letters/letters-tab.tsx')).LettersTab })),
  },
  {
    key: 'effect',
    label: (words) => words.effectTab,
    roles: ['clerk', 'chairs', 'member', 'team', 'deputy', 'official', 'unitStaff'],
    show: lazy(async () => ({
      default: (await import('../surveys/effect/effect-tab.tsx')).EffectTab,
    })),
  },
  {
    key: 'consequences',
    label: (words) => words.consequences.tab,
    roles: ['clerk', 'chairs', 'member', 'team'],
    show: lazy(async () => ({
      default: (await import('../consequences/ladder-tab.tsx')).LadderTab,
    })),
  },
  {
    key: 'recusals',
    label: (words) => words.roster.recusal,
    roles: ['clerk', 'chairs', 'member', 'team'],
    show: lazy(async () => ({
      default: (await import('../people/recusals-tab.tsx')).RecusalsTab,
    })),
  },
]

export function appraisalTabsFor(held: readonly Role[]): readonly AppraisalTab[] {
  return appraisalTabs.filter(({ roles }) => !roles || roles.some((role) => held.includes(role)))
}
