/** What nobody foresaw, as an answer: no detail leaves the house, but a number to find it by in the log does. */
import type { Problem } from '../contract/problem.ts'

type Failed = Readonly<{ status: 500 | 503; problem: Problem }>

/** Codes of PostgreSQL for a full disk, a read-only store, and a server that is going away or out of connections. */
const noRoom = new Set(['53100', '25006', 'ENOSPC'])
const notNow = new Set([
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ENOENT',
])

export function failureAnswer(failure: unknown, requestId: string): Failed {
  const code = codeOf(failure)
  if (noRoom.has(code)) return { status: 503, problem: full }
  if (notNow.has(code)) return { status: 503, problem: away }
  const problem = {
    type: 'about:blank',
    title: 'Internal error',
    status: 500,
    code: 'internal',
    zh: {
      what: '系统内部出错，这一步没有完成。',
      fix: `请稍后重试；如仍出现，请把编号 ${requestId} 告诉系统管理员。`,
    },
    en: {
      what: 'Something failed inside; this step was not carried out.',
      fix: `Try again later; if it happens again, give the number ${requestId} to the administrator.`,
    },
  }
  return { status: 500, problem }
}

function codeOf(failure: unknown): string {
  if (typeof failure !== 'object' || failure === null || !('code' in failure)) return ''
  return typeof failure.code === 'string' ? failure.code : ''
}

const full: Problem = {
  type: 'about:blank',
  title: 'Storage full',
  status: 503,
  code: 'storage-full',
  zh: {
    what: '服务器磁盘已满，暂时只能查看，不能保存；已有记录没有丢失。',
    fix: '请系统管理员清理磁盘后重试。',
  },
  en: {
    what: 'The disk of the server is full: reading works, saving does not; nothing recorded is lost.',
    fix: 'Have the administrator make room, then try again.',
  },
}

const away: Problem = {
  type: 'about:blank',
  title: 'Database unavailable',
  status: 503,
  code: 'database-unavailable',
  zh: {
    what: '数据库暂时连接不上，正在恢复；已确认保存的记录没有丢失。',
    fix: '请稍等片刻后重试。',
  },
  en: {
    what: 'The database cannot be reached for the moment; nothing acknowledged is lost.',
    fix: 'Wait a little and try again.',
  },
}
