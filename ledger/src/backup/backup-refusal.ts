/** Why a backup was not written or not restored. Nothing was changed in any of these cases. */
import type { EngineRefusal } from '../engine/engine-refusal.ts'

export type BackupRefusalCode =
  | 'backup-exists'
  | 'backup-unwritable'
  | 'backup-unreadable'
  | 'backup-damaged'
  | 'backup-newer'
  | 'backup-foreign'
  | 'store-not-empty'
  | 'restore-failed'
  | 'disk-full'

export type BackupRefusal =
  | Readonly<{ code: BackupRefusalCode; zh: string; en: string }>
  | EngineRefusal

export function exists(file: string): BackupRefusal {
  return {
    code: 'backup-exists',
    zh: `文件“${file}”已存在，备份不会覆盖它。请换一个文件名，或先移走旧文件。`,
    en: `The file "${file}" exists and is not overwritten. Choose another name, or move the old file away first.`,
  }
}

export function unwritable(file: string, why: string, code: string): BackupRefusal {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return {
      code: 'disk-full',
      zh: `磁盘已满，备份“${file}”没有写成，半成品已删除。请清理磁盘空间，或把备份写到其他磁盘。`,
      en: `The disk is full: the backup "${file}" was not finished and its half was removed. Free some space, or write it to another disk.`,
    }
  }
  return {
    code: 'backup-unwritable',
    zh: `备份“${file}”没有写成：${why}。请检查路径和权限后重试。`,
    en: `The backup "${file}" could not be written: ${why}. Check the path and its permissions and try again.`,
  }
}

export function unreadable(file: string, why: string): BackupRefusal {
  return {
    code: 'backup-unreadable',
    zh: `读不到备份文件“${file}”：${why}。请检查路径和权限。`,
    en: `The backup "${file}" cannot be read: ${why}. Check the path and its permissions.`,
  }
}

export function damaged(file: string, why: string): BackupRefusal {
  return {
    code: 'backup-damaged',
    zh: `“${file}”不是完整的落实备份，或已被截断、改动（${why}）。没有恢复任何内容，请换用另一份备份。`,
    en: `"${file}" is not a whole backup of Luoshi: it was cut short or altered (${why}). Nothing was restored; use another copy.`,
  }
}

export function newer(file: string, theirs: number, ours: number): BackupRefusal {
  return {
    code: 'backup-newer',
    zh: `备份“${file}”的结构版本是 ${theirs}，比当前程序（${ours}）新，没有恢复任何内容。请升级程序后再恢复。`,
    en: `The backup "${file}" has structure version ${theirs}, newer than this program (${ours}); nothing was restored. Upgrade the program first.`,
  }
}

export function foreign(file: string, why: string): BackupRefusal {
  return {
    code: 'backup-foreign',
    zh: `备份“${file}”的数据结构与当前程序不一致（${why}），没有恢复任何内容。请使用写出该备份的版本来恢复。`,
    en: `The structure of the backup "${file}" is not this program's (${why}); nothing was restored. Restore it with the version that wrote it.`,
  }
}

export function notEmpty(what: string): BackupRefusal {
  return {
    code: 'store-not-empty',
    zh: `只能恢复到空的数据库和数据文件夹，而这里已有数据（${what}）。请用 --data 指定一个新的文件夹。`,
    en: `A backup is restored only into an empty store, and this one has data (${what}). Name a new folder with --data.`,
  }
}

export function notRestored(file: string, why: string, code: string): BackupRefusal {
  if (code === 'ENOSPC' || code === '53100') {
    return {
      code: 'disk-full',
      zh: `磁盘已满，备份“${file}”没有恢复，已全部撤回。请清理磁盘空间后重试。`,
      en: `The disk is full: the backup "${file}" was not restored and everything was rolled back. Free some space and try again.`,
    }
  }
  return {
    code: 'restore-failed',
    zh: `备份“${file}”没有恢复，已全部撤回：${why}。备份文件本身完好，请排除原因后重试。`,
    en: `The backup "${file}" was not restored and everything was rolled back: ${why}. The file itself is sound; mend the cause and try again.`,
  }
}
