/** /api/v1/audit: the endpoints of contract/audit.ts. */
import { accept, refuse } from '@luoshi/domain/kernel/result'
import { auditCsv, listAudit } from '../contract/audit.ts'
import { isSecurityEventKind, securityEventLabels } from '../contract/security-event-labels.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { csvLine } from '../matters/matters-csv.ts'
import type { AuditLine } from './audit-page.ts'
import { identityRefused } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf } from './middleware.ts'

export function auditRoutes(api: Api, identity: Identity): void {
  mount(api, listAudit, async ({ asked, query: { before, limit = 50, ...question } }) => {
    const read = await identity.audit(asked.by, question, before ?? null, limit)
    if (!read.ok) return refuse(identityRefused(read.refusal))
    return accept({ rows: [...read.value.rows], next: read.value.next })
  })
  mountRaw(api, auditCsv, async ({ asked, query, c }) => {
    const taken = await identity.exportAudit(asked.by, query, factsOf(c))
    if (!taken.ok) return refusedAnswer(c, identityRefused(taken.refusal))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="audit.csv"')
    return c.body(ReadableStream.from(linesOf(taken.value)).pipeThrough(new TextEncoderStream()))
  })
}

const heading = [
  '序号',
  '时间',
  '事件',
  '结果',
  '操作人',
  '对象',
  '登录名',
  '网络地址',
  '请求编号',
  '详情',
]

async function* linesOf(sheets: AsyncIterable<readonly AuditLine[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(heading)}`
  for await (const rows of sheets) yield rows.map((row) => csvLine(cellsOf(row))).join('')
}

function cellsOf({
  seq,
  at,
  kind,
  outcome,
  actor,
  account,
  login,
  address,
  request,
  facts,
}: AuditLine) {
  const named = isSecurityEventKind(kind) ? securityEventLabels[kind].zh : kind
  const ended = outcome === 'done' ? '成功' : '拒绝'
  const rest = [actor ?? '', account ?? '', login ?? '', address, request, JSON.stringify(facts)]
  return [seq, at, named, ended, ...rest]
}
