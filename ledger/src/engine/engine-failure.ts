/** Turns what PostgreSQL wrote while failing to start into a refusal a person can act on. */
import type { EngineLayout } from './engine-layout.ts'
import type { EngineRefusal } from './engine-refusal.ts'

export function engineFailed(layout: EngineLayout, said: string): EngineRefusal {
  if (said.includes('No space left on device')) return diskFull(layout)
  if (/lock file "postmaster.pid" is empty/u.test(said)) return emptyLock(layout)
  const reason = lastComplaint(said)
  return {
    code: 'engine-failed',
    zh: `自带的数据库未能启动：${reason}。数据未作改动，详情见“${layout.logFile}”；请按提示排除后重新启动。`,
    en: `The built-in database did not start: ${reason}. The data is untouched; see "${layout.logFile}", mend the cause and start again.`,
  }
}

/** An engine that is still leaving (its last sessions are ending) is waited for, not reported. */
export function isStillLeaving(said: string): boolean {
  return (
    said.includes('is still in use') || said.includes('lock file "postmaster.pid" already exists')
  )
}

/** The last FATAL or PANIC line without its time stamp, else the last line. */
function lastComplaint(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const complaint = lines.findLast((line) => /FATAL|PANIC|error/u.test(line)) ?? lines.at(-1)
  const text = complaint?.replace(/^.*?(?:FATAL|PANIC|error): +/u, '') ?? 'no message'
  return text.slice(0, 300)
}

function diskFull(layout: EngineLayout): EngineRefusal {
  return {
    code: 'disk-full',
    zh: `磁盘已满，自带的数据库无法启动（数据文件夹“${layout.dataDir}”）。请清理磁盘空间后重新启动，已确认的数据都在。`,
    en: `The disk is full, so the built-in database cannot start (data folder "${layout.dataDir}"). Free some space and start again; everything acknowledged is there.`,
  }
}

export function emptyLock(layout: EngineLayout): EngineRefusal {
  const file = `${layout.clusterDir}/postmaster.pid`
  return {
    code: 'engine-lock-empty',
    zh: `数据库的锁文件“${file}”是空的，多半是断电所致。请先确认没有其他数据库进程在使用此文件夹，再删除该文件并重新启动。`,
    en: `The database's lock file "${file}" is empty, most likely after a power cut. Make sure that no other database process uses this folder, delete that file and start again.`,
  }
}

export function noAccount(layout: EngineLayout): EngineRefusal {
  return {
    code: 'engine-no-account',
    zh: `数据库不能以 root 身份运行，而本机没有 postgres 或 nobody 账户。请用普通用户启动，或把“${layout.dataDir}”交给一个普通用户所有。`,
    en: `The database must not run as root, and this machine has neither a "postgres" nor a "nobody" account. Start as an ordinary user, or give "${layout.dataDir}" to one.`,
  }
}

export function outOfReach(layout: EngineLayout): EngineRefusal {
  return {
    code: 'data-folder-unusable',
    zh: `数据库不能以 root 身份运行，而普通账户进不了“${layout.dataDir}”的上级文件夹。请用 --data 指定如 /var/lib/luoshi/data 的位置，或用普通用户启动。`,
    en: `The database must not run as root, and no ordinary account can enter the folders above "${layout.dataDir}". Name a place such as /var/lib/luoshi/data with --data, or start as an ordinary user.`,
  }
}
