/** What nobody foresaw, as an answer: no detail leaves the house, but a number to find it by in the log does. */
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { errorCode } from '@luoshi/ledger/engine/engine-refusal'
import { explainStoreFailure } from '@luoshi/ledger/engine/explain-store-failure'
import { StoreUnavailable } from '../evidence/store/file-store.ts'
import type { Problem } from '../contract/problem.ts'
import { inTwo } from './two-sentences.ts'

type FailedStatus = 500 | 503 | 507
type Failed = Readonly<{ status: FailedStatus; problem: Problem }>

/** `requestId`: null where no log has a number to find it by (`nobodys-pages.ts`). */
export function failureAnswer(failure: unknown, requestId: string | null): Failed {
  // 53300: PostgreSQL has no connection left.
  if (errorCode(failure) === '53300') return failed(503, 'database-busy', busy)
  if (failure instanceof StoreUnavailable) return failed(503, 'file-store-unavailable', filesAway)
  const store = explainStoreFailure(failure)
  if (store === undefined) return failed(500, 'internal', insideFault(requestId))
  const status = store.code === 'disk-full' ? 507 : 503
  return failed(status, store.code, inTwo(store.zh, store.en))
}

/** What may stand in a log: a database's own error carries the row it failed on in its details, people's words and all. */
export function loggable(failure: unknown) {
  if (!(failure instanceof Error)) return { message: 'not an error' }
  const { name, message, stack } = failure
  return { name, message, stack, code: errorCode(failure) }
}

function failed(status: FailedStatus, code: string, words: Bilingual): Failed {
  return { status, problem: { type: 'about:blank', title: words.en.what, status, code, ...words } }
}

const busy = bilingual(
  '同时使用的人太多，数据库暂时忙不过来，这一步没有保存。',
  '请稍等片刻后重试。',
  'Too many people at once: the database has no room for this step, and it was not saved.',
  'Wait a little and try again.',
)

const filesAway = bilingual(
  '存放文件的存储暂时连不上，这份文件没有保存，也打不开。',
  '请稍后重试；文字内容照常办理，不受影响。如仍出现，请告诉系统管理员检查文件存储。',
  'The store of files cannot be reached; this file was not kept and cannot be opened.',
  'Try again later; everything but files goes on. If it stays so, tell the administrator.',
)

const insideFault = (requestId: string | null) =>
  bilingual(
    '系统内部出错，这一步没有完成。',
    requestId === null
      ? '请稍后重试；如仍出现，请告诉工作人员。'
      : `请稍后重试；如仍出现，请把编号 ${requestId} 告诉系统管理员。`,
    'Something failed inside; this step was not carried out.',
    requestId === null
      ? 'Try again later; if it happens again, tell the staff.'
      : `Try again later; if it happens again, give the number ${requestId} to the administrator.`,
  )
