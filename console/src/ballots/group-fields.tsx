/** Who comes to vote beside the members: how many were invited and were there, and what their votes weigh by the rule book. */
import type { InvitedGroup } from '@luoshi/domain/ballots/group-forms'
import { voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import type { VoterGroup } from '@luoshi/domain/rule-books/official-ballot'
import { InputNumber } from 'antd'
import { Field } from '../ui/field.tsx'
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
export function areGroupsTold(asked: readonly Asked[], draft: GroupsDraft): boolean {
  return asked.every(({ group, weight }) => {
    const { invited, present } = draft[group] ?? nobody
    const isTold = invited !== null && present !== null
    return weight === null ? isTold || (invited === null && present === null) : isTold
  })
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
    const name = say(voterGroupLabels[group])
    return (
      <div key={group} className="field-row">
        {(['invited', 'present'] as const).map((which) => (
          <Field
            key={which}
            label={`${name}${say(words[which])}`}
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
