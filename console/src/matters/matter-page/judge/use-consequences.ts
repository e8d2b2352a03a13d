/** What recording a verdict would bring, in sentences: the next round, its dates, the chairs. */
import { currentRound } from '@luoshi/domain/matters/matter'
import { axes, axisLabels, type VerdictOutcome } from '@luoshi/domain/verdicts/verdict'
import type { AnswerOf } from '@luoshi/server/contract/kit'
import type { previewJudgement } from '@luoshi/server/contract/matters'
import { fullLimitText } from '../../../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'

export type Preview = AnswerOf<typeof previewJudgement>

export function useConsequences(around: Around, preview: Preview | null): readonly string[] {
  const { judge: words } = useWords().matterPage
  const language = useLanguage()
  const say = useSay()
  if (preview === null) return []
  const { outcome, findings } = preview
  if (outcome === 'satisfied') return [words.consequences.satisfied]
  const { policy, session, detail } = around
  const next = (currentRound(detail.matter)?.number ?? 0) + 1
  const behind = axes
    .filter((axis) => findings[axis].result === outcome)
    .map((axis) => say(axisLabels[axis]))
    .join(language === 'zh' ? '、' : ', ')
  const days = policy === null ? [] : datesOf(outcome)
  function datesOf(found: VerdictOutcome): readonly string[] {
    if (policy === null) return []
    const due = fullLimitText(policy.redoDueFrom(session.today), language)
    const planDue = fullLimitText(policy.planDueFrom(session.today), language)
    return [
      words.nextDue(due),
      ...(found === 'unsatisfied' ? [words.nextPlan(planDue)] : []),
      ...(next >= policy.warningRound ? [words.warning] : []),
      words.provisional,
    ]
  }
  return [words.consequences[outcome](behind, next), ...days]
}
