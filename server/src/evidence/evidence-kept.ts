/** Evidence may only name files that were really handed in: a hash alone proves nothing. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { Outcome } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import type { FileStore } from './file-store.ts'

export async function evidenceKept(files: FileStore, named: readonly Evidence[]): Outcome<true> {
  for (const { sha256, name } of named) {
    if (!(await files.has(sha256))) return missing(name)
  }
  return accept(true)
}

function missing(name: string) {
  return refused(
    409,
    'evidence-not-kept',
    bilingual(
      `佐证材料“${name}”没有上传成功。`,
      '请重新上传这份材料后再提交；已填写的内容不会丢失。',
      `The file “${name}” was not uploaded.`,
      'Upload it again, then submit; nothing you typed is lost.',
    ),
  )
}
