/**
 * Which store a county has set up: a folder beside the database by default, else an S3-compatible store.
 *
 *     LUOSHI_FILES           disk (default) or s3
 *     LUOSHI_S3_ENDPOINT     https://s3.county.gov.cn (http:// only on this machine)
 *     LUOSHI_S3_BUCKET       luoshi
 *     LUOSHI_S3_REGION       us-east-1 by default: whatever the store calls itself
 *     LUOSHI_S3_PREFIX       evidence/ (none by default)
 *     LUOSHI_S3_STYLE        path (default) or host: where the bucket's name goes
 *     LUOSHI_S3_KEY_FILE     a file with two lines: access key id, secret key; or else
 *     LUOSHI_S3_ACCESS_KEY_ID, LUOSHI_S3_SECRET_ACCESS_KEY
 */
import { readFileSync } from 'node:fs'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { S3Settings } from './s3-store.ts'

export type StoreSettings = Readonly<{ kind: 'disk' }> | (Readonly<{ kind: 's3' }> & S3Settings)

/** Named by its variable, never with its value, which may be a secret. */
export type StoreSettingsRefusal = Readonly<{
  code: 'bad-store-setting'
  variable: string
  zh: string
  en: string
}>

type Env = Readonly<Record<string, string | undefined>>

export function readStoreSettings(
  env: Env,
  wanted = env['LUOSHI_FILES'] ?? 'disk',
): Result<StoreSettings, StoreSettingsRefusal> {
  if (wanted === 'disk') return accept({ kind: 'disk' })
  if (wanted !== 's3') return wrong('LUOSHI_FILES', '只能写 disk 或 s3', 'is disk or s3')
  const endpoint = endpointOf(env['LUOSHI_S3_ENDPOINT'])
  if (endpoint === null)
    return wrong(
      'LUOSHI_S3_ENDPOINT',
      '应是对象存储的 https:// 地址（只写到主机名和端口）',
      'should be the https:// origin of the store',
    )
  const bucket = env['LUOSHI_S3_BUCKET'] ?? ''
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    return wrong('LUOSHI_S3_BUCKET', '应是桶的名称', 'should name the bucket')
  const prefix = env['LUOSHI_S3_PREFIX'] ?? ''
  if (!/^([\w-]+\/)*$/.test(prefix))
    return wrong(
      'LUOSHI_S3_PREFIX',
      '只用字母、数字、-、_，以 / 结尾',
      'should be letters, digits, - and _, and end in /',
    )
  const style = env['LUOSHI_S3_STYLE'] ?? 'path'
  if (style !== 'path' && style !== 'host')
    return wrong('LUOSHI_S3_STYLE', '只能写 path 或 host', 'is path or host')
  const keys = keysIn(env)
  if (!keys.ok) return keys
  const region = env['LUOSHI_S3_REGION'] ?? 'us-east-1'
  return accept({ kind: 's3', endpoint, bucket, prefix, style, region, ...keys.value })
}

/** Encrypted on the way, but for a store on this very machine. */
function endpointOf(raw: string | undefined): string | null {
  const url = raw === undefined ? null : URL.parse(raw)
  if (url === null || url.origin !== raw?.replace(/\/$/, '')) return null
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (here && url.protocol === 'http:') ? url.origin : null
}

type Keys = Pick<S3Settings, 'accessKeyId' | 'secretAccessKey'>

function keysIn(env: Env): Result<Keys, StoreSettingsRefusal> {
  const path = env['LUOSHI_S3_KEY_FILE']
  if (path === undefined) {
    const accessKeyId = env['LUOSHI_S3_ACCESS_KEY_ID'] ?? ''
    const secretAccessKey = env['LUOSHI_S3_SECRET_ACCESS_KEY'] ?? ''
    return accessKeyId === '' || secretAccessKey === ''
      ? wrong(
          'LUOSHI_S3_KEY_FILE',
          '没有写明密钥文件，也没有在环境变量中给出密钥',
          'names no file, and no key is in the environment either',
        )
      : accept({ accessKeyId, secretAccessKey })
  }
  const [accessKeyId = '', secretAccessKey = ''] = linesOf(path)
  return accessKeyId === '' || secretAccessKey === ''
    ? wrong(
        'LUOSHI_S3_KEY_FILE',
        '所指的文件读不出来，或者不是两行（访问密钥、私密密钥）',
        'names a file that cannot be read or has not two lines',
      )
    : accept({ accessKeyId, secretAccessKey })
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim())
  } catch {
    return []
  }
}

function wrong(variable: string, zh: string, en: string) {
  return refuse<StoreSettingsRefusal>({
    code: 'bad-store-setting',
    variable,
    zh: `${variable}${zh}。请改正后重新启动。`,
    en: `${variable} ${en}. Put it right and start again.`,
  })
}
