/**
 * Where the anonymous box has an address or a database of its own, by hand: LUOSHI_BOX_URL=https://box.example.gov.cn behind
 * a proxy, LUOSHI_BOX_DATABASE_URL beside DATABASE_URL, LUOSHI_BOX_KEY_DIR for the keys under which it writes (a memory disk or
 * a stick that the chair takes away). Not set: its own port, a database beside the built-in one, `keys` in the data folder.
 */
import { isAbsolute } from 'node:path'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'

export type BoxPlace = Readonly<{
  databaseUrl: string | null
  publicUrl: string | null
  keyFolder: string | null
}>

export type BoxPlaceRefusal = Readonly<{ code: 'bad-box-setting'; zh: string; en: string }>

export function readBoxPlace(
  env: Readonly<Record<string, string | undefined>>,
): Result<BoxPlace, BoxPlaceRefusal> {
  const raw = env['LUOSHI_BOX_URL'] ?? ''
  const databaseUrl = env['LUOSHI_BOX_DATABASE_URL'] || null
  const keyFolder = env['LUOSHI_BOX_KEY_DIR'] || null
  if (keyFolder !== null && !isAbsolute(keyFolder)) return refuse(badKeyFolder)
  if (raw === '') return accept({ databaseUrl, publicUrl: null, keyFolder })
  const url = URL.parse(raw)
  const isSame = raw === env['LUOSHI_PUBLIC_URL']
  if (url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && !isSame)
    return accept({ databaseUrl, publicUrl: url.origin, keyFolder })
  return refuse({
    code: 'bad-box-setting',
    zh: 'LUOSHI_BOX_URL 应是票箱自己的 https 网址，例如 https://box.example.gov.cn，不带路径，也不能与 LUOSHI_PUBLIC_URL 相同。请改正后重新启动。',
    en: 'LUOSHI_BOX_URL should be an https address of the box’s own, such as https://box.example.gov.cn, without a path and not the one of LUOSHI_PUBLIC_URL. Put it right and start again.',
  })
}

const badKeyFolder: BoxPlaceRefusal = {
  code: 'bad-box-setting',
  zh: 'LUOSHI_BOX_KEY_DIR 应是一个文件夹的完整路径，例如 /run/luoshi-box。请改正后重新启动。',
  en: 'LUOSHI_BOX_KEY_DIR should be the whole path of a folder, such as /run/luoshi-box. Put it right and start again.',
}
