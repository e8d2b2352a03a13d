/**
 * `luoshi survey close SURVEY --reason …`: closes it where no server runs. A running server has answers in its hands that
 * this process cannot see, and would go on taking some after the close: so it is claimed first, as a server claims it, and
 * as long as one runs there is no claim to be had. A server that starts meanwhile is turned away until this is done.
 */
import type { Id } from '@luoshi/domain/kernel/ids'
import { claimServer } from '@luoshi/ledger/engine/claim-server'
import { closeSurvey } from '@luoshi/server/surveys/close-survey'
import { surveyKind } from '@luoshi/server/surveys/survey-kind'
import { sayRefusal } from '../frame/answers.ts'
import type { ExitCode } from '../frame/command.ts'
import type { Office } from '../running/office.ts'
import { actingClerk } from '../running/acting-clerk.ts'
import type { Asking } from './survey-asking.ts'

const serverRuns = {
  zh: {
    what: '服务正在运行，不能从命令行截止调查：还在收的答卷会漏掉。',
    fix: '请在工作台打开这次调查，点“截止调查”；或者先停止服务，再执行本命令。',
  },
  en: {
    what: 'The server is running: closing beside it would leave answers behind.',
    fix: 'Close the survey in the console, or stop the server first.',
  },
}

type Closing = Omit<Asking, 'office'> &
  Readonly<{
    office: Pick<Office, 'world' | 'identity'> &
      Readonly<{ database: Pick<Office['database'], 'dataDir' | 'appConfig'> }>
  }>

export async function closeFromHere(asking: Closing, survey: Id<'survey'>): Promise<ExitCode> {
  const { office, options, terminal } = asking
  const { dataDir, appConfig } = office.database
  let isOurs = true
  const claim = await claimServer({ dataDir, appConfig, onLost: () => (isOurs = false) })
  if (!claim.ok) return sayRefusal(terminal, options.flag('json'), 'server-runs', serverRuns)
  try {
    return await close(asking, survey, () => isOurs)
  } finally {
    await claim.value.release()
  }
}

async function close(
  { office, options, terminal, by: { congress } }: Closing,
  survey: Id<'survey'>,
  isOurs: () => boolean,
): Promise<ExitCode> {
  const json = options.flag('json')
  const clerk = await actingClerk(office, congress, options.text('as'))
  if (!clerk.ok) return sayRefusal(terminal, json, clerk.refusal.code, clerk.refusal.words)
  const { version } = await surveyKind.load(office.world.db, congress, survey)
  if (!isOurs()) return sayRefusal(terminal, json, 'server-runs', serverRuns)
  const reason = options.text('reason') ?? ''
  const done = await closeSurvey(office.world, { by: clerk.value, survey, version, reason })
  if (!done.ok) return sayRefusal(terminal, json, done.refusal.code, done.refusal.words)
  const { state } = await surveyKind.load(office.world.db, congress, survey)
  const taken = state.status === 'closed' ? state.taken : null
  terminal.out(
    json
      ? JSON.stringify({ ok: true, survey, taken })
      : `已经截止：答卷 ${taken?.answers ?? 0} 份，文字 ${taken?.texts ?? 0} 条。`,
  )
  return 0
}
