/** How the congress lets its people in: administrators together or apart, passwords, second factors, unified identity. */
import { roleLabels, roles } from '@luoshi/domain/people/roles'
import type { InputOf } from '@luoshi/server/contract/kit'
import { getSignInRules, setSignInRules } from '@luoshi/server/contract/sign-in-rules'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useSay, useWords } from '../words/language.ts'
import './security.css'
import { UnifiedIdentityCard } from './unified-identity-card.tsx'

type Rules = InputOf<(typeof setSignInRules)['body']>

export function RulesPage() {
  const { security } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['sign-in-rules'],
    queryFn: () => ask(getSignInRules, {}),
  })
  return (
    <>
      <PageHead title={security.rules.title} lead={security.rules.lead} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <HeldForm now={data.rules}>
          {(held, saved) => <RulesForm rules={held} accounts={data.accounts} onSaved={saved} />}
        </HeldForm>
      )}
      {data && <UnifiedIdentityCard />}
    </>
  )
}

function RulesForm({
  rules,
  accounts,
  onSaved,
}: Readonly<{ rules: Rules; accounts: number; onSaved: () => void }>) {
  const { security } = useWords()
  const words = security.rules
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Rules>(rules)
  // Said before what changed is read anew: the form begins afresh with the new version and hears no more of this one.
  const save = async (fields: Omit<Rules, 'version'>) => {
    const answer = await ask(setSignInRules, { body: { ...fields, version: rules.version } })
    if (!answer.waits) onSaved()
    void message.success(answer.waits ? security.approvals.waits : words.saved, 5)
    return answer
  }
  const act = useAct(save, ['sign-in-rules', 'session', 'pending-acts'])
  const set = (change: Partial<Rules>) => setDraft({ ...draft, ...change })
  const isCrowded = rules.admins !== 'separate' && accounts > rules.smallOffice
  return (
    <section className="card rules-form" aria-label={words.title}>
      {isCrowded && (
        <Alert type="warning" showIcon title={words.crowded(accounts, rules.smallOffice)} />
      )}
      <Frozen isFrozen={act.isPending}>
        <fieldset className="field">
          <legend>{words.admins}</legend>
          <Radio.Group
            value={draft.admins}
            onChange={(event) => set({ admins: event.target.value })}
          >
            <Radio value="alone">{words.alone}</Radio>
            <Radio value="together">{words.together}</Radio>
            <Radio value="separate">{words.separate}</Radio>
          </Radio.Group>
          <p className="field-hint">{words.separateHint}</p>
        </fieldset>
        <NumberFields draft={draft} set={set} />
        <p className="field-hint">{words.dormantHint}</p>
        <RoleField
          label={words.asked}
          value={draft.askedRoles}
          onChange={(askedRoles) => set({ askedRoles })}
        />
        <RoleField
          label={words.forced}
          hint={words.forcedHint}
          value={draft.forcedRoles}
          onChange={(forcedRoles) => set({ forcedRoles })}
        />
        <p>
          <Checkbox
            checked={draft.oneSession}
            onChange={(event) => set({ oneSession: event.target.checked })}
          >
            {words.oneSession}
          </Checkbox>
        </p>
      </Frozen>
      {act.error && <ProblemNote error={act.error} />}
      <Button type="primary" loading={act.isPending} onClick={() => act.mutate(draft)}>
        {words.save}
      </Button>
    </section>
  )
}

type Set = (change: Partial<Rules>) => void

function NumberFields({ draft, set }: Readonly<{ draft: Rules; set: Set }>) {
  const { security } = useWords()
  const words = security.rules
  return (
    <div className="field-row">
      <Field label={words.idle}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={5}
            max={60}
            precision={0}
            value={draft.idleMinutes}
            onChange={(idleMinutes) => set({ idleMinutes: idleMinutes ?? draft.idleMinutes })}
          />
        )}
      </Field>
      <Field label={words.passwordDays}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={0}
            max={366}
            precision={0}
            value={draft.passwordDays}
            onChange={(passwordDays) => set({ passwordDays: passwordDays ?? draft.passwordDays })}
          />
        )}
      </Field>
      <Field label={words.dormantDays}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={0}
            max={730}
            precision={0}
            value={draft.dormantDays}
            onChange={(dormantDays) => set({ dormantDays: dormantDays ?? draft.dormantDays })}
          />
        )}
      </Field>
      <Field label={words.smallOffice}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={0}
            max={100_000}
            precision={0}
            value={draft.smallOffice}
            onChange={(smallOffice) => set({ smallOffice: smallOffice ?? draft.smallOffice })}
          />
        )}
      </Field>
    </div>
  )
}

function RoleField({
  label,
  hint,
  value,
  onChange,
}: Readonly<{
  label: string
  hint?: string
  value: Rules['askedRoles']
  onChange: (next: Rules['askedRoles']) => void
}>) {
  const say = useSay()
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Select
          {...parts}
          mode="multiple"
          value={[...value]}
          onChange={onChange}
          options={roles.map((role) => ({ value: role, label: say(roleLabels[role]) }))}
        />
      )}
    </Field>
  )
}
