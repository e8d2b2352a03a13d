/** What the clerk has filled in for a bulk step, and the requests it becomes: one, or one a unit for a hand-over. */
import type { ChaseLevel } from '@luoshi/domain/supervision/chase'
import type { InputOf } from '@luoshi/server/contract/kit'
import type { bulkMatters } from '@luoshi/server/contract/matters'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { approvalOf, type ApprovalDraft } from '../../ui/approval-draft.ts'
import type { BulkStep } from './bulk-step.ts'
import type { Choices, HandOverGroup } from './hand-over-groups.ts'

export type BulkDraft = Readonly<{
  approval: ApprovalDraft
  choices: Choices
  letter: string
  level: ChaseLevel
  text: string
}>

export type BulkBody = InputOf<(typeof bulkMatters)['body']>

const marked = (rows: readonly MatterRow[]) => rows.map(({ id, version }) => ({ id, version }))

/** Null while something is missing or nobody is ready. */
export function bodiesOf(
  step: BulkStep,
  draft: BulkDraft,
  ready: readonly MatterRow[],
  groups: readonly HandOverGroup[],
): readonly BulkBody[] | null {
  if (ready.length === 0) return null
  const matters = marked(ready)
  switch (step) {
    case 'ApproveMatter': {
      const approval = approvalOf(draft.approval)
      return approval && [{ command: step, matters, approval }]
    }
    case 'HandOverMatter':
      return handOvers(draft.letter.trim(), groups)
    case 'ChaseMatter': {
      const text = draft.text.trim()
      return text === '' ? null : [{ command: step, matters, level: draft.level, text }]
    }
  }
}

function handOvers(letter: string, groups: readonly HandOverGroup[]): readonly BulkBody[] | null {
  const bodies = groups.flatMap(({ rows, to: { unit, official } }): BulkBody[] =>
    unit === null || official === null || letter === ''
      ? []
      : [{ command: 'HandOverMatter', matters: marked(rows), unit, official, letter }],
  )
  return bodies.length === groups.length ? bodies : null
}

type Names = Readonly<Record<'on' | 'reference' | 'letter' | 'unit' | 'official' | 'text', string>>

/** The fields that are still empty, by their names on the screen. */
export function lackingIn(
  step: BulkStep,
  { approval, letter, text }: BulkDraft,
  groups: readonly HandOverGroup[],
  names: Names,
): readonly string[] {
  const empty = (value: string, name: string) => (value.trim() === '' ? [name] : [])
  switch (step) {
    case 'ApproveMatter':
      return [
        ...(approval.on === null ? [names.on] : []),
        ...empty(approval.reference, names.reference),
      ]
    case 'HandOverMatter':
      return [
        ...empty(letter, names.letter),
        ...groups.flatMap(({ to: { unit, official } }) =>
          unit === null ? [names.unit] : official === null ? [names.official] : [],
        ),
      ]
    case 'ChaseMatter':
      return empty(text, names.text)
  }
}
