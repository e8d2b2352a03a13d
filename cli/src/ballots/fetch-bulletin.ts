/** `luoshi ballot fetch URL FOLDER`: takes the published folder of a ballot, from the address where one voted. */
import { mkdir, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { bulletinFiles, type Bulletin, type BulletinFile } from '@luoshi/ballots/bulletin/bulletin'
import { writeBulletin } from '@luoshi/ballots/bulletin/folder'
import type { Bytes } from '@luoshi/ballots/protocol/bytes'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'

export const fetchUsage = 'luoshi ballot fetch https://…/vote/ID FOLDER'

export async function fetchBulletin(
  [address, name, ...more]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const url = URL.parse(address ?? '')
  const isVote =
    url && /^https?:$/.test(url.protocol) && /\/vote\/[a-z0-9_]+\/?$/.test(url.pathname)
  if (!isVote || name === undefined || more.length > 0)
    return sayNotUnderstood(
      terminal,
      '请写投票网址和要存放的文件夹。 Give the address of the vote and a folder.',
      fetchUsage,
    )
  const folder = resolve(terminal.cwd, name)
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0)
    return sayNotUnderstood(terminal, `“${name}”里已有文件，请另选。 It is not empty.`, fetchUsage)
  const base = `${url.origin}${url.pathname.replace(/\/$/, '')}/bulletin`
  const files: Partial<Record<BulletinFile, Bytes>> = {}
  for (const file of bulletinFiles) {
    const answer = await fetch(`${base}/${file}`, { redirect: 'error' }).catch(() => undefined)
    if (answer?.status === 200) files[file] = new Uint8Array(await answer.arrayBuffer())
  }
  if (!files['close.json']) {
    terminal.err('× 还没有公布，或者网址不对。 Nothing is published there yet.')
    return 1
  }
  await mkdir(folder, { recursive: true })
  const bulletin: Bulletin = files
  await writeBulletin(folder, bulletin)
  terminal.out(`已取得${Object.keys(files).join('、')}，复核：luoshi ballot verify ${name}`)
  return 0
}
