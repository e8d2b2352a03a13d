/**
 * The first minutes of an empty data folder: one link, printed on the server's console, lets one person name the
 * congress, become its administrator, and take the ledger's fingerprint away on paper. There is no default account.
 * Source: issue text “first-run key ceremony”; GB/T 22239-2019 8.1.4.2 b; OWASP ASVS 5.0 6.3.2.
 */
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { congressFault, createCongress, listCongresses } from './congresses.ts'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { isFingerprintEnd } from './key-fingerprint.ts'
import { normalLogin } from './login-name.ts'
import { accountFault, insertAccount, type NewAccount } from './new-account.ts'
import { makeLink, readLink, takeLink } from './one-time-links.ts'
import { passwordFaults } from './password-rule.ts'
import type { RequestFacts } from './request-facts.ts'
import { atConsole } from './request-facts.ts'
import { record } from './security-event.ts'
import { hashToken } from './secret-token.ts'
import { linkRule } from './session-rule.ts'
import { beginSession } from './sessions.ts'

export type Setup = Readonly<{
  token: string
  congress: string
  county: string
  name: string
  login: string
  password: string
  /** What the page showed, and what the person typed from their copy. */
  fingerprint: string
  fingerprintEnd: string
  from: RequestFacts
}>

/** `null` when there is nothing to set up. A link printed earlier stops working. */
export async function makeSetupLink(context: IdentityContext): Promise<string | null> {
  const { db, clock } = context
  return db.transaction().execute(async (within) => {
    if ((await listCongresses(within)).length > 0) return null
    const event = { kind: 'setup-link-made', outcome: 'done', congress: null } as const
    await record(within, clock(), atConsole, event)
    return makeLink(context, within, 'setup', null, linkRule.setupMinutes)
  })
}

/**
 * The id the congress will have, known from the link: its ledger's key names it, and is printed before there is one.
 * From the token's hash, so that the id tells nothing of the token.
 */
export function congressOfSetup(token: string): CongressId {
  const digest = hashToken(`luoshi congress ${token}`).toString('hex')
  return idOf('congress', `congress_${digest.slice(0, 20)}`)
}

export async function mayBeSetUp({ db, clock }: IdentityContext, token: string): Promise<boolean> {
  return (await readLink(db, 'setup', token, clock())) !== null
}

/** Everything wrong with the form at once, by field, before anything is done. */
export function setupFaults(asked: Setup): readonly IdentityRefusal[] {
  const congress = congressFault({ name: asked.congress, county: asked.county })
  const account = accountFault(administrator(asked))
  const names = [asked.name, asked.congress, asked.county]
  const faults = passwordFaults(asked.password, { login: normalLogin(asked.login), names })
  const all: (IdentityRefusal | null)[] = [congress, account]
  if (faults.length > 0) all.push({ code: 'password-unfit', faults })
  if (!isFingerprintEnd(asked.fingerprint, asked.fingerprintEnd)) {
    all.push({ code: 'fingerprint-differs' })
  }
  return all.filter((one) => one !== null)
}

/** Answers a session for the new administrator. */
export async function setUp(
  context: IdentityContext,
  asked: Setup,
): Promise<Result<string, readonly IdentityRefusal[]>> {
  const { db, clock } = context
  // Asked first: hashing is work that only holders of the link may cause.
  if (!(await mayBeSetUp(context, asked.token))) return refuse([{ code: 'link-void' }])
  const faults = setupFaults(asked)
  if (faults.length > 0) return refuse(faults)
  const hash = await context.passwords.hash(asked.password)
  if (!hash.ok) return refuse([hash.refusal])
  return db.transaction().execute(async (within) => {
    const link = await takeLink(within, 'setup', asked.token, clock())
    if (link === null) return refuse([{ code: 'link-void' } as const])
    const founding = { name: asked.congress, county: asked.county, demo: false }
    const id = congressOfSetup(asked.token)
    const congress = await createCongress(context, within, founding, asked.from, id)
    if (!congress.ok) return refuse([congress.refusal])
    const admin = administrator(asked)
    const account = await insertAccount(context, within, id, admin, hash.value)
    if (!account.ok) return refuse([account.refusal])
    const who = { congress: id, actor: account.value, account: account.value, login: admin.login }
    await record(within, clock(), asked.from, { kind: 'account-created', outcome: 'done', ...who })
    await record(within, clock(), asked.from, { kind: 'signed-in', outcome: 'done', ...who })
    return accept(await beginSession(context, within, id, account.value, asked.from))
  })
}

function administrator({ login, name }: Setup): NewAccount {
  return { login: normalLogin(login), name, roles: ['admin'], unit: null, official: null }
}
