/** Who comes to vote beside the members: how many were invited and were there, and what their votes weigh by the rule book. */
import type { InvitedGroup } from '@luoshi/domain/ballots/group-forms'
import { voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import type { VoterGroup } from '@luoshi/domain/rule-books/official-ballot'
import { InputNumber } from 'antd'
import { Field } from '../ui/field.tsx'
import type { Need } from '../ui/lacking.ts'
import { useSay } from '../words/language.ts'

type Heads = Readonly<{ invited: number | null; present: number | null }>

export type GroupsDraft = Readonly<Partial<Record<VoterGroup, Heads>>>

type Asked = Readonly<{ group: VoterGroup; weight: number | null }>

const nobody: Heads = { invited: null, present: null }

export function groupsDraftOf(groups: readonly InvitedGroup[] = []): GroupsDraft {
  return Object.fromEntries(
    groups.map(({ group, invited, present }) => [group, { invited, present }]),
  )
}

/** Whoever decides with the members must be told; who stands beside may be left out. */
export function groupNeeds(
  asked: readonly Asked[],
  draft: GroupsDraft,
  say: ReturnType<typeof useSay>,
): readonly Need[] {
  return asked.flatMap(({ group, weight }): Need[] => {
    const heads = draft[group] ?? nobody
    const mayBeEmpty = weight === null && heads.invited === null && heads.present === null
    return (['invited', 'present'] as const).map((which) => [
      nameOf(group, which, say),
      mayBeEmpty || heads[which],
    ])
  })
}

function nameOf(
  group: VoterGroup,
  which: 'invited' | 'present',
  say: ReturnType<typeof useSay>,
): string {
  return `${say(voterGroupLabels[group])}${say(words[which])}`
}

export function invitedOf(asked: readonly Asked[], draft: GroupsDraft) {
  return asked.flatMap(({ group }) => {
    const { invited, present } = draft[group] ?? nobody
    return invited === null || present === null ? [] : [{ group, invited, present }]
  })
}

const words = {
  invited: { zh: '应参加', en: 'Invited' },
  present: { zh: '实到', en: 'Came' },
  deciding: (weight: number) => ({
    zh: `按办法，票数占权重${weight}%，与组成人员的票分开发、分开数。`,
    en: `By the rules their votes weigh ${weight} %; forms are handed out and counted apart.`,
  }),
  beside: {
    zh: '按办法供参考，不决定等次；没有请的，两格都空着。',
    en: 'For information only; leave both empty if nobody was invited.',
  },
}

export function GroupFields({
  groups,
  draft,
  onChange,
}: Readonly<{
  groups: readonly Asked[]
  draft: GroupsDraft
  onChange: (draft: GroupsDraft) => void
}>) {
  const say = useSay()
  return groups.map(({ group, weight }) => {
    const heads = draft[group] ?? nobody
    return (
      <div key={group} className="field-row">
        {(['invited', 'present'] as const).map((which) => (
          <Field
            key={which}
            label={nameOf(group, which, say)}
            hint={
              which === 'present'
                ? ''
                : say(weight === null ? words.beside : words.deciding(weight))
            }
          >
            {(parts) => (
              <InputNumber
                {...parts}
                min={0}
                precision={0}
                value={heads[which]}
                onChange={(next) => onChange({ ...draft, [group]: { ...heads, [which]: next } })}
              />
            )}
          </Field>
        ))}
      </div>
    )
  })
}
