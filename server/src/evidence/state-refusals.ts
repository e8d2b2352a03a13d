/** Why a file that is there is not shown. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../execute/refused.ts'
import type { FileState, ReadableState } from './file-state.ts'

export function fileNotServed(state: Exclude<FileState, ReadableState>) {
  switch (state) {
    case 'waiting':
      return refused(
        409,
        'file-waits-for-scan',
        bilingual(
          '这个文件正在等待病毒查杀，查过之前谁也打不开。',
          '请过几分钟再看；一直这样的，请管理员检查查杀服务是否在运行。',
          'The file waits for the virus scanner; until then nobody can open it.',
          'Look again in a few minutes; if it stays so, have the administrator check the scanner.',
        ),
      )
    case 'held':
      return refused(
        409,
        'file-held',
        bilingual(
          '杀毒软件报告这个文件有问题，已经隔离，谁也打不开。',
          '请交来的单位在干净的电脑上重新制作一份再上传；认为是误报的，请管理员查看隔离区。',
          'The virus scanner found something in this file; it is in quarantine and nobody can open it.',
          'Have it made anew on a clean machine; if this is a false alarm, the administrator can look into the quarantine.',
        ),
      )
    case 'discarded':
      return refused(
        409,
        'file-discarded',
        bilingual(
          '这个文件因病毒查杀报警，已由管理员销毁。',
          '登记和内容指纹仍在台账中；需要的请重新上传干净的文件。',
          'The administrator threw this file away after an alarm of the virus scanner.',
          'Its record stays in the ledger; upload a clean one if it is needed.',
        ),
      )
    case 'erased':
      return refused(
        409,
        'file-erased',
        bilingual(
          '这个文件的内容已依法删除。',
          '台账中只保留它的内容指纹，证明当时确有这份材料。',
          'The content of this file was erased by law.',
          'The ledger keeps its fingerprint, which proves that it was there.',
        ),
      )
  }
}
