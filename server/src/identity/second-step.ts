/** Taking the steps after the password: a code, an app set up for the first time, a new password for an expired one. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { admit, type Entry } from './admit.ts'
import { confirmEnrolment, enrolmentSecret, factorsOf, takeCode } from './authenticators.ts'
import { congressOf } from './congresses.ts'
import { countedCode } from './counted-code.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { makeRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts'
import type { RequestFacts } from './request-facts.ts'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { record } from './security-event.ts'
import { hashNewPassword, lastHashes, passwordOwner, storePassword } from './set-password.ts'
import { takeStep, type Step } from './sign-in-steps.ts'

export type StepShown = Readonly<{
  step: Step
  login: string
  name: string
  congress: string
  app: boolean
  passkeys: number
}>

export async function showStep(context: IdentityContext, step: Step): Promise<StepShown> {
  return inCongress(context.db, step.congress, async (within) => {
    const { login, name } = await personOf(within, step)
    const congress = await congressOf(within, step.congress)
    return {
      step,
      login,
      name,
      congress: congress.name,
      ...(await factorsOf(within, step.account)),
    }
  })
}

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export type CodeGiven = Readonly<{ code: string; from: RequestFacts; oldToken: string | null }>

/** A code of the app or one from the paper. A wrong one counts against the login like a wrong password. */
export async function passFactor(
  context: IdentityContext,
  step: Step,
  { code, from, oldToken }: CodeGiven,
): Answered<Entry> {
  if (step.stage !== 'factor') return refuse({ code: 'step-void' })
  return countedCode(context, step, from, async (within) => {
    const byApp = await takeCode(context, within, step.account, code)
    const byPaper = !byApp && (await takeRecoveryCode(within, step.account, code))
    if (!byApp && !byPaper) return refuse({ code: 'code-wrong' })
    if (!(await takeStep(within, step))) return refuse({ code: 'step-void' })
    if (byPaper) await note(context, within, step, from, 'recovery-code-used')
    const method = `${step.method}+${byApp ? 'code' : 'paper'}`
    return admit(context, within, { ...whoOf(step), method, factors: 'two', from, oldToken })
  })
}

/** The secret to show; `null` when this step does not ask for it. */
export async function enrolmentOf(context: IdentityContext, step: Step): Promise<Buffer | null> {
  if (step.stage !== 'enrol') return null
  return inCongress(context.db, step.congress, (within) =>
    enrolmentSecret(context, within, step.congress, step.account),
  )
}

export type Enrolled = Readonly<{ entry: Entry; codes: readonly string[] }>

export async function passEnrolment(
  context: IdentityContext,
  step: Step,
  { code, from, oldToken }: CodeGiven,
): Answered<Enrolled> {
  if (step.stage !== 'enrol') return refuse({ code: 'step-void' })
  return countedCode(context, step, from, async (within) => {
    if (!(await confirmEnrolment(context, within, step.account, code))) {
      return refuse({ code: 'code-wrong' })
    }
    if (!(await takeStep(within, step))) return refuse({ code: 'step-void' })
    await note(context, within, step, from, 'factor-enrolled')
    const codes = await makeRecoveryCodes(context, within, step.congress, step.account)
    const method = `${step.method}+code`
    const proven = { ...whoOf(step), method, factors: 'two', from, oldToken } as const
    const entry = await admit(context, within, proven)
    return entry.ok ? accept({ entry: entry.value, codes }) : entry
  })
}

export type Renewal = Readonly<{ wanted: string; from: RequestFacts; oldToken: string | null }>

/** A new password for an expired one, which was proven a moment ago. */
export async function passRenewal(
  context: IdentityContext,
  step: Step,
  { wanted, from, oldToken }: Renewal,
): Answered<Entry> {
  const { db } = context
  const { congress, account } = step
  if (step.stage !== 'password') return refuse({ code: 'step-void' })
  const person = await inCongress(db, congress, async (within) => {
    const row = await personOf(within, step)
    const former = await lastHashes(within, account, row.password_hash)
    return { ...row, former, congress: await congressOf(within, congress) }
  })
  const owner = await passwordOwner(context, person.congress, person)
  const hash = await hashNewPassword(context, wanted, owner, person.former)
  if (!hash.ok) return hash
  return inCongress(db, congress, async (within) => {
    if (!(await takeStep(within, step))) return refuse({ code: 'step-void' })
    await storePassword(context, within, account, congress, person.password_hash, hash.value)
    await note(context, within, step, from, 'password-changed')
    const proven = { ...whoOf(step), method: step.method, factors: 'two', from, oldToken } as const
    return admit(context, within, proven)
  })
}

async function personOf(within: IdentityDb, { account }: Step) {
  const row = await within
    .selectFrom('account')
    .select(['login', 'name', 'unit', 'password_hash'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  return { ...row, unit: row.unit === null ? null : idOf('unit', row.unit) }
}

function whoOf({ congress, account }: Step) {
  return { congress, account }
}

function note(
  { clock }: IdentityContext,
  within: IdentityDb,
  { congress, account }: Step,
  from: RequestFacts,
  kind: SecurityEventKind,
): Promise<void> {
  const who = { congress, actor: account, account }
  return record(within, clock(), from, { kind, outcome: 'done', ...who })
}
