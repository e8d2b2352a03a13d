/**
 * The verifier as one page that opens from disk: choose the published files, and everything is checked and counted anew
 * in this browser. The page's policy forbids it any network. Source: ballot.md 3.1 (Verifier), 4.
 */
import { bulletinFiles, type Bulletin, type BulletinFile } from '../src/bulletin/bulletin.ts'
import type { ContestTally } from '../src/bulletin/tally.ts'
import { verifyBulletin, type Asked, type VerifiedEvent } from '../src/bulletin/verify-bulletin.ts'
import { warningWords } from '../src/bulletin/warning-words.ts'
import type { Bytes } from '../src/protocol/bytes.ts'
import { readManifest, type Contest } from '../src/protocol/manifest.ts'
import { refusalWords } from '../src/protocol/refusal-words.ts'
import { filesInZip } from './files-in-zip.ts'

const largestFile = 256 * 1024 * 1024

const files = control('files')
const answer = document.querySelector('#answer')
document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault()
  void check()
})

function control(id: string): HTMLInputElement | null {
  const found = document.getElementById(id)
  return found instanceof HTMLInputElement ? found : null
}

async function check(): Promise<void> {
  show([note('正在复核…… Checking…', 'quiet')])
  try {
    show(await verdict())
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    show([
      note(
        `浏览器没能完成复核（${what}）。请换用较新的浏览器，或用命令行 luoshi ballot verify。`,
        'bad',
      ),
    ])
  }
}

async function verdict(): Promise<readonly Node[]> {
  const { bulletin, unknown, tooLarge } = await chosen()
  if (tooLarge.length > 0)
    return [note(`文件过大：${tooLarge.join('、')}。请用命令行复核。`, 'bad')]
  const [fingerprint, code] = [control('fingerprint')?.value.trim(), control('code')?.value.trim()]
  const asked: Asked = { ...(fingerprint ? { fingerprint } : {}), ...(code ? { code } : {}) }
  const checked = await verifyBulletin(bulletin, asked)
  const extra = unknown.length > 0 ? [note(`没有用到的文件：${unknown.join('、')}`, 'quiet')] : []
  if (!checked.ok) {
    const { code: why, about } = checked.refusal
    const { zh, en } = refusalWords(why)
    return [note(`✗ 复核不通过：${zh}`, 'bad'), note(`${why} ${about} ${en}`, 'quiet'), ...extra]
  }
  const manifest = await readManifest(bulletin['manifest.json'] ?? new Uint8Array())
  const contests = manifest.ok ? manifest.value.manifest.contests : []
  return [...said(checked.value, contests, code), ...extra]
}

async function chosen(): Promise<
  Readonly<{ bulletin: Bulletin; unknown: readonly string[]; tooLarge: readonly string[] }>
> {
  const bulletin: Partial<Record<BulletinFile, Bytes>> = {}
  const [unknown, tooLarge]: [string[], string[]] = [[], []]
  for (const file of files?.files ?? []) {
    const name = bulletinFiles.find((known) => known === file.name)
    const isZip = file.name.toLowerCase().endsWith('.zip')
    if (!name && !isZip) unknown.push(file.name)
    else if (file.size > largestFile) tooLarge.push(file.name)
    else {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (name) bulletin[name] = bytes
      else Object.assign(bulletin, filesInZip(bytes, largestFile))
    }
  }
  return { bulletin, unknown, tooLarge }
}

function said(
  event: VerifiedEvent,
  contests: readonly Contest[],
  code: string | undefined,
): readonly Node[] {
  const { result, own, warnings } = event
  const found = own.map(({ contest, marks }) => ownLine(contests[contest], marks))
  const missing = code && own.length === 0
  return [
    note(`✓ 复核通过：${event.title}`, 'good'),
    note(
      `票样指纹 ${event.fingerprint}，请与会场屏幕、会议议程上的核对。封存选票 ${event.ballots} 张。`,
      '',
    ),
    ...(result ? [] : [note('计票钥匙还没有公布，选票仍然封存；公布后可再来复核。', '')]),
    ...(result?.total ?? []).flatMap((tally, at) => contestTable(contests[at], tally)),
    ...found,
    ...(missing
      ? [note('没有找到这个核对码的选票。如果您的手机上有回执，请向监票人提出。', 'bad')]
      : []),
    ...warnings.map((warning) => note(`！${warningWords(warning).zh}`, 'warn')),
  ]
}

function ownLine(contest: Contest | undefined, marks: readonly (number | null)[] | null): Node {
  const answers = contest?.questions.map(({ t, options }, at) => {
    const mark = marks?.[at]
    return `${t}：${mark === null || mark === undefined ? '未填' : (options[mark] ?? '')}`
  })
  const shown = marks ? answers?.join('；') : '（仍封存，或为废票）'
  return note(`您的选票在内：${contest?.title ?? ''}　${shown ?? ''}`, 'good')
}

function contestTable(contest: Contest | undefined, tally: ContestTally): readonly Node[] {
  if (!contest) return []
  return contest.questions.map((question, at) => {
    const { counts = [], blank = 0, invalid = 0 } = tally.questions[at] ?? {}
    const table = document.createElement('table')
    const caption = table.createCaption()
    caption.textContent = `${contest.title}　${question.t}　收回 ${tally.cast} 张`
    const rows: readonly (readonly [string, number])[] = [
      ...question.options.map((option, n): [string, number] => [option, counts[n] ?? 0]),
      ['未填', blank],
      ['废票', invalid],
    ]
    for (const [label, n] of rows) {
      const row = table.insertRow()
      const head = document.createElement('th')
      head.scope = 'row'
      head.textContent = label
      row.append(head)
      row.insertCell().textContent = `${n} 票`
    }
    return table
  })
}

function note(text: string, tone: string): Node {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  if (tone !== '') paragraph.className = tone
  return paragraph
}

function show(nodes: readonly Node[]): void {
  answer?.replaceChildren(...nodes)
}
