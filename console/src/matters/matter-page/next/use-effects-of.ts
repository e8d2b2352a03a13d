/** What a weighty step will bring, said before it is sent. */
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'
import { useConsequences, type Preview } from '../judge/use-consequences.ts'
import type { FormValues } from './form-values.ts'

export function useEffectsOf(
  step: MatterStep,
  around: Around,
  values: FormValues,
): readonly string[] {
  const { matterPage, matters } = useWords()
  const queries = useQueryClient()
  const { detail } = around
  const key = ['judge-preview', detail.id, detail.version]
  const found =
    step === 'JudgeMatter'
      ? queries
          .getQueriesData<Preview>({ queryKey: key })
          .findLast(([, data]) => data !== undefined)
      : undefined
  const verdict = useConsequences(around, found?.[1] ?? null)
  const what = `${matters.numberSign(detail.number)} ${detail.matter.title}`
  if (step === 'JudgeMatter') return [what, ...verdict]
  const relapsed = step === 'LookBackAtMatter' && values.texts['outcome'] === 'relapsed'
  return [what, matterPage.steps[step].lead, ...(relapsed ? [matterPage.rounds.relapsed] : [])]
}
