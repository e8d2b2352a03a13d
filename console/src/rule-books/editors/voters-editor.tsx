/** Who votes on the official, each counted of a denominator of its own, and what each weighs where several decide together. */
import { voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import {
  voterGroups,
  type Voter,
  type VoterGroup,
  type Voters,
} from '@luoshi/domain/rule-books/official-ballot'
import { baseKinds } from '@luoshi/domain/verdicts/counting/rule'
import { baseLabels } from '@luoshi/domain/verdicts/counting/threshold-words'
import { Checkbox, InputNumber, Select } from 'antd'
import { useSay, useWords } from '../../words/language.ts'
import { WeightSum } from './weight-sum.tsx'

const own = {
  weightOf: (group: string) => ({ zh: `${group}的权重`, en: `Weight of ${group}` }),
}

/** Of people who were invited, “all members” are all of them. */
const invitedLabels = {
  ...baseLabels,
  allMembers: { zh: '应参加人员', en: 'all who were invited' },
}

export function VotersEditor({
  value,
  onChange,
}: Readonly<{ value: Voters; onChange: (next: Voters) => void }>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const set = (group: VoterGroup, next: Voter | null) =>
    onChange(
      settled(
        voterGroups.flatMap((one) => {
          const voter = one === group ? next : (value.find((known) => known.group === one) ?? null)
          return voter === null ? [] : [voter]
        }),
      ),
    )
  const deciding = value.filter(({ decides }) => decides)
  return (
    <>
      <ul className="ladder-editor">
        {voterGroups.map((group) => {
          const voter = value.find((one) => one.group === group)
          const name = say(voterGroupLabels[group])
          const labels = group === 'members' ? baseLabels : invitedLabels
          return (
            <li key={group}>
              <Checkbox
                checked={voter !== undefined}
                onChange={({ target }) =>
                  set(group, target.checked ? { group, base: 'returned', decides: false } : null)
                }
              >
                {name}
              </Checkbox>
              {voter && (
                <>
                  <Select
                    aria-label={words.baseOf(name)}
                    className="voter-base"
                    value={voter.base}
                    onChange={(base) => set(group, { ...voter, base })}
                    options={baseKinds.map((one) => ({ value: one, label: say(labels[one]) }))}
                  />
                  <Checkbox
                    checked={voter.decides}
                    onChange={({ target }) => set(group, { ...voter, decides: target.checked })}
                  >
                    {words.decides}
                  </Checkbox>
                  {voter.decides && deciding.length > 1 && (
                    <InputNumber
                      aria-label={say(own.weightOf(name))}
                      className="voter-weight"
                      min={0}
                      max={100}
                      precision={0}
                      suffix="%"
                      value={voter.weight ?? null}
                      onChange={(weight) => set(group, { ...voter, weight: weight ?? 0 })}
                    />
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
      {deciding.length > 1 && <WeightSum weights={deciding.map(({ weight = 0 }) => weight)} />}
    </>
  )
}

/** Weights are only between groups that decide together. */
function settled(voters: Voters): Voters {
  const isTogether = voters.filter(({ decides }) => decides).length > 1
  return voters.map(({ weight, ...plain }) =>
    isTogether && plain.decides && weight !== undefined ? { ...plain, weight } : plain,
  )
}
