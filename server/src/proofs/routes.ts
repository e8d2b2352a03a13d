/** /api/v1/checkpoint and /api/v1/proof: what a stranger needs to check us. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { makeCheckpoint } from '@luoshi/ledger/proof/checkpoints'
import { exportProof } from '@luoshi/ledger/proof/export-proof'
import type { SigningKey } from '@luoshi/ledger/proof/signing-key'
import { getCheckpoint, getProof } from '../contract/proofs.ts'
import { mayGive, type World } from '../execute/context.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import { isSealedInOldLogs } from '../voices/sealed-in-old-logs.ts'
import { attachmentOf } from '../http/attachment.ts'
import { mountRaw, refusedAnswer, type Api } from '../http/mount.ts'

export function proofRoutes(api: Api, world: World, key: SigningKey): void {
  const { pool } = world.db
  mountRaw(api, getCheckpoint, async ({ asked, c }) => {
    const made = await makeCheckpoint(pool, asked.by.congress, key, world.now())
    if (!made.ok) return refusedAnswer(c, historyChanged().refusal)
    if (!made.value) return refusedAnswer(c, notFound().refusal)
    return c.text(made.value.note)
  })

  mountRaw(api, getProof, async ({ asked, c }) => {
    if (!mayGive(asked, 'ExportProof')) return refusedAnswer(c, forbidden().refusal)
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-proof-'))
    const file = join(folder, 'proof.jsonl.gz')
    try {
      const of = { congress: asked.by.congress, key, at: world.now() }
      await exportProof(pool, { ...of, withhold: isSealedInOldLogs }, file)
    } catch (failure) {
      await rm(folder, { recursive: true, force: true })
      throw failure
    }
    const { size } = await stat(file)
    const body = createReadStream(file)
    body.once('close', () => void rm(folder, { recursive: true, force: true }))
    const day = world.now().slice(0, 10)
    return new Response(Readable.toWeb(body), {
      headers: {
        ...attachmentOf(`luoshi-proof-${day}.jsonl.gz`, 'application/gzip'),
        'content-length': String(size),
      },
    })
  })
}

function historyChanged() {
  return refused(
    409,
    'history-changed',
    bilingual(
      '台账与此前签署的校验点不一致，系统拒绝再次签署。',
      '请立即导出证明文件并用 luoshi verify 核对，同时联系系统管理员。',
      'The log does not continue what was signed before; nothing more is signed.',
      'Export the proof at once, check it with luoshi verify, and tell the administrator.',
    ),
  )
}
