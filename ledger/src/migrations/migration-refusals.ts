/** What a person is told when a database cannot be brought to this version. */
import type { EngineRefusal } from '../engine/engine-refusal.ts'

export function databaseNewer(found: number, known: number): EngineRefusal {
  return {
    code: 'database-newer',
    zh: `数据库的结构版本是 ${found}，比当前程序（${known}）新，不能打开，数据未作任何改动。请升级程序。`,
    en: `The database has structure version ${found}, newer than this program knows (${known}); it is left untouched. Upgrade the program.`,
  }
}

export function edited(name: string): EngineRefusal {
  return {
    code: 'migration-edited',
    zh: `结构变更文件 ${name} 在执行之后被改动过，无法确认数据库与程序一致。请恢复原文件，把改动写成新的文件。`,
    en: `The migration ${name} was edited after it had run, so database and program may not agree. Restore the file and put the change into a new one.`,
  }
}

export function outOfOrder(name: string): EngineRefusal {
  return {
    code: 'migration-edited',
    zh: `数据库执行过的结构变更 ${name} 与程序中的文件次序不符，可能来自另一个版本。请使用写入该数据库的版本，或恢复缺少的文件。`,
    en: `The migration ${name} that ran in this database does not match the order of the program's files; it may come from another version. Use the version that wrote the database, or restore the missing file.`,
  }
}

export function failed(where: string, why: string, code: string): EngineRefusal {
  if (code === '53100') {
    return {
      code: 'disk-full',
      zh: `磁盘已满，结构变更 ${where} 未能完成，已全部撤回。请清理磁盘空间后重新启动。`,
      en: `The disk is full: the migration ${where} could not finish and was rolled back. Free some space and start again.`,
    }
  }
  return {
    code: 'migration-failed',
    zh: `结构变更 ${where} 执行失败，已全部撤回：${why}。数据库保持原样，请把这条信息交给维护人员。`,
    en: `The migration ${where} failed and was rolled back: ${why}. The database is as it was; hand this message to whoever maintains the program.`,
  }
}

export function unreachable(why: string): EngineRefusal {
  return {
    code: 'database-unreachable',
    zh: `连接不上数据库：${why}。请检查 DATABASE_URL 中的地址、账号和口令，以及数据库是否已启动。`,
    en: `The database cannot be reached: ${why}. Check address, user and password in DATABASE_URL, and that the server is running.`,
  }
}
