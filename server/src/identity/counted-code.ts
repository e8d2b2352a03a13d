/** A code is counted before it is tried, as passwords are (attempts.ts); a right one takes the count back. */
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import type { Result } from '@luoshi/domain/kernel/result'
import { countAttempt, dropAttempt, loginSubject } from './attempts.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'

type Whose = Readonly<{ congress: CongressId; account: AccountId }>

/** @param act - Refuses `code-wrong` when the code is: then it counts against the login like a wrong password. */
export async function countedCode<Value>(
  context: IdentityContext,
  { congress, account }: Whose,
  from: RequestFacts,
  act: (within: IdentityDb) => Promise<Result<Value, IdentityRefusal>>,
): Promise<Result<Value, IdentityRefusal>> {
  const { db, clock } = context
  const { login } = await inCongress(db, congress, (within) =>
    within
      .selectFrom('account')
      .select('login')
      .where('id', '=', account)
      .executeTakeFirstOrThrow(),
  )
  const subject = loginSubject(congress, login)
  const attempt = await countAttempt(context, { login: subject, address: from.address })
  if (!attempt.ok) return attempt
  const done = await inCongress(db, congress, act)
  if (done.ok || done.refusal.code !== 'code-wrong') {
    await dropAttempt(db, attempt.value)
    return done
  }
  await inCongress(db, congress, async (within) => {
    const who = { congress, actor: account, account, login }
    await record(within, clock(), from, { kind: 'factor-failed', outcome: 'refused', ...who })
    for (const by of attempt.value.closes) {
      const facts = { by }
      await record(within, clock(), from, { kind: 'locked', outcome: 'done', ...who, facts })
    }
  })
  return done
}
