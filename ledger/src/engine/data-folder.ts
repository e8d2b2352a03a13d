/**
 * The data folder says which version of Luoshi wrote it, and an older program refuses a newer folder:
 * it could not know what the newer one means by what it stored.
 */
import { randomUUID } from 'node:crypto'
import { access, chmod, mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import manifest from '../../package.json' with { type: 'json' }
import { errorCode, errorText } from './engine-refusal.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import { somethingForeignIn } from './foreign-folder.ts'

/** Raised by one whenever the meaning of the folder's files changes, whatever the product's version is. */
const format = 1

export const luoshiVersion = manifest.version

export type DataFolder = Readonly<{ path: string; writtenBy: string }>

type Mark = Readonly<{ version: string; format: number }>

/** Opens `dataDir` where it is ours or empty, creating it (0700) on first use; the path answered has no symbolic links left in it. */
export async function openDataFolder(
  dataDir: string,
  running: string = luoshiVersion,
): Promise<Result<DataFolder, EngineRefusal>> {
  try {
    await makeFolder(dataDir)
    const path = await realpath(dataDir)
    const mark = await readMark(path)
    if (mark === 'damaged') return refuse(damaged(path))
    if (mark !== undefined && isNewer(mark, running)) return refuse(newer(path, mark, running))
    const foreign = mark === undefined ? await somethingForeignIn(path) : undefined
    if (foreign !== undefined) return refuse(notOurs(path, foreign))
    if (mark?.version !== running || mark.format !== format) {
      if (mark === undefined) await chmod(path, 0o700)
      await writeMark(path, { version: running, format })
    }
    return accept({ path, writtenBy: mark?.version ?? running })
  } catch (error) {
    return refuse(unusable(dataDir, error))
  }
}

async function readMark(path: string): Promise<Mark | undefined | 'damaged'> {
  const text = await readFile(join(path, 'luoshi.json'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isMark(value) ? value : 'damaged'
  } catch {
    return 'damaged'
  }
}

/** Written beside and renamed, so that a crash leaves the old mark or the new one and never half of one. */
async function writeMark(path: string, mark: Mark): Promise<void> {
  const beside = join(path, `luoshi.json.${randomUUID()}`)
  await writeFile(beside, `${JSON.stringify(mark, undefined, 2)}\n`, { mode: 0o600, flush: true })
  await rename(beside, join(path, 'luoshi.json'))
}

function isMark(value: unknown): value is Mark {
  if (typeof value !== 'object' || value === null) return false
  if (!('version' in value) || !('format' in value)) return false
  return (
    typeof value.version === 'string' &&
    /^\d+\.\d+\.\d+/u.test(value.version) &&
    typeof value.format === 'number'
  )
}

function isNewer(mark: Mark, running: string): boolean {
  if (mark.format !== format) return mark.format > format
  const [theirs, ours] = [numbers(mark.version), numbers(running)]
  const differing = theirs.findIndex((part, place) => part !== ours[place])
  return differing >= 0 && (theirs[differing] ?? 0) > (ours[differing] ?? 0)
}

function numbers(version: string): ReadonlyArray<number> {
  return version.split(/[.+-]/u, 3).map(Number)
}

function newer(path: string, mark: Mark, running: string): EngineRefusal {
  return {
    code: 'data-folder-newer',
    zh: `数据文件夹“${path}”由较新的版本 ${mark.version} 写入，当前程序是 ${running}，不能打开，数据未作任何改动。请升级程序，或用 --data 指定其他文件夹。`,
    en: `The data folder "${path}" was written by the newer version ${mark.version}; this program is ${running} and leaves it untouched. Upgrade the program, or name another folder with --data.`,
  }
}

function notOurs(path: string, found: string): EngineRefusal {
  return {
    code: 'data-folder-foreign',
    zh: `文件夹“${path}”里已有别的文件（如“${found}”），又不是落实的数据文件夹，没有使用，也没有改动。请用 --data 指定一个空文件夹或者还不存在的文件夹。`,
    en: `The folder "${path}" holds other files ("${found}" for one) and is no data folder of Luoshi, so it is left untouched. Name an empty folder with --data, or one that does not exist yet.`,
  }
}

function damaged(path: string): EngineRefusal {
  return {
    code: 'data-folder-damaged',
    zh: `数据文件夹“${path}”中的 luoshi.json 已损坏，无法判断由哪个版本写入。请从备份恢复该文件；确认版本无误后也可删除它再启动。`,
    en: `luoshi.json in the data folder "${path}" is damaged, so it cannot be told which version wrote it. Restore that file from a backup; if you are sure of the version, delete it and start again.`,
  }
}

/** What most often stands in the way, in words; anything else is told as the system says it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '所在的磁盘只能读',
  ENOTDIR: '那里是一个文件，不是文件夹',
  ENAMETOOLONG: '路径太长',
}

function unusable(path: string, error: unknown): EngineRefusal {
  if (errorCode(error) === 'ENOSPC') {
    return {
      code: 'disk-full',
      zh: `磁盘已满，无法写入数据文件夹“${path}”。请清理磁盘空间后重试。`,
      en: `The disk is full: the data folder "${path}" cannot be written. Free some space and try again.`,
    }
  }
  return {
    code: 'data-folder-unusable',
    zh: `无法使用数据文件夹“${path}”（${reasons[errorCode(error)] ?? errorText(error)}）。请检查路径和权限，或用 --data 指定其他文件夹。`,
    en: `The data folder "${path}" cannot be used (${errorText(error)}). Check the path and its permissions, or name another folder with --data.`,
  }
}

/**
 * Folder by folder. Node's own recursive mkdir never comes back on a file system that refuses new folders with ENOENT,
 * as /proc does.
 */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = []
  for (let above = resolve(folder); !(await isThere(above)); above = dirname(above)) {
    missing.push(above)
    if (dirname(above) === above) break
  }
  for (const one of missing.toReversed()) {
    await mkdir(one, { mode: 0o700 }).catch((error: unknown) => {
      // Another process may be making it in the same moment.
      if (errorCode(error) !== 'EEXIST') throw error
    })
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
