/** The province's sign-in page: where it is and which of its names is the login here. The secret is never typed here. */
import {
  getUnifiedIdentity,
  setUnifiedIdentity,
  type UnifiedIdentity,
} from '@luoshi/server/contract/unified-identity'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'

const none: UnifiedIdentity = {
  label: '统一身份认证登录',
  issuer: '',
  clientId: '',
  secretFrom: 'env:LUOSHI_OIDC_SECRET',
  loginClaim: 'preferred_username',
  enabled: false,
  version: 0,
}

export function UnifiedIdentityCard() {
  const { data } = useQuery({
    queryKey: ['unified-identity'],
    queryFn: () => ask(getUnifiedIdentity, {}),
  })
  if (!data) return null
  const { provider, secretThere } = data
  return (
    <HeldForm now={provider ?? none}>
      {(held, saved) => <Form provider={held} secretThere={secretThere} onSaved={saved} />}
    </HeldForm>
  )
}

function Form({
  provider,
  secretThere,
  onSaved,
}: Readonly<{ provider: UnifiedIdentity; secretThere: boolean; onSaved: () => void }>) {
  const { security } = useWords()
  const words = security.oidc
  const { message } = App.useApp()
  const [draft, setDraft] = useState(provider)
  // Said before what changed is read anew: the form begins afresh with the new version and hears no more of this one.
  const save = async (fields: UnifiedIdentity) => {
    const answer = await ask(setUnifiedIdentity, { body: { ...fields, version: provider.version } })
    onSaved()
    void message.success(security.rules.saved)
    return answer
  }
  const act = useAct(save, ['unified-identity'])
  const set = (change: Partial<UnifiedIdentity>) => setDraft({ ...draft, ...change })
  const standing = secretThere ? words.secretThere : words.secretMissing
  return (
    <section className="card rules-form" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      <Frozen isFrozen={act.isPending}>
        <Text label={words.label} value={draft.label} onChange={(label) => set({ label })} />
        <Text
          label={words.issuer}
          hint={words.issuerHint}
          value={draft.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <Text
          label={words.clientId}
          value={draft.clientId}
          onChange={(clientId) => set({ clientId })}
        />
        <Text
          label={words.secretFrom}
          hint={`${words.secretHint}${provider.version === 0 ? '' : `（${standing}）`}`}
          value={draft.secretFrom}
          onChange={(secretFrom) => set({ secretFrom })}
        />
        <Text
          label={words.claim}
          value={draft.loginClaim}
          onChange={(loginClaim) => set({ loginClaim })}
        />
        <p>
          <Checkbox
            checked={draft.enabled}
            onChange={(event) => set({ enabled: event.target.checked })}
          >
            {words.enabled}
          </Checkbox>
        </p>
      </Frozen>
      {act.error && <ProblemNote error={act.error} />}
      <Button loading={act.isPending} onClick={() => act.mutate(draft)}>
        {security.rules.save}
      </Button>
    </section>
  )
}

function Text({
  label,
  hint,
  value,
  onChange,
}: Readonly<{
  label: string
  hint?: string
  value: string
  onChange: (next: string) => void
}>) {
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input
          {...parts}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
