/** `luoshi import FILE`: a document into the ledger; left for review, or confirmed as proposed with `--confirm`. */
import { basename } from 'node:path'
import { isId, type AppraisalId, type ImportId } from '@luoshi/domain/kernel/ids'
import {
  channels,
  raiserKinds,
  type Channel,
  type RaiserKind,
} from '@luoshi/domain/opinions/opinion'
import type { Parsed } from '@luoshi/papers/parse'
import { confirmImport } from '@luoshi/server/imports/confirm-import'
import { receiveDocument } from '@luoshi/server/imports/receive-document'
import { todayOf } from '@luoshi/server/execute/context'
import type { Principal } from '@luoshi/server/identity/principal'
import { endParsing } from '@luoshi/papers/parse-in-worker'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readNamedFile } from '../frame/named-file.ts'
import { readOptions, unknownWord, type Options } from '../frame/read-options.ts'
import { actingClerk } from '../running/acting-clerk.ts'
import {
  congressFor,
  officeOptions,
  sayNoCongress,
  withOffice,
  type Office,
} from '../running/office.ts'
import { scanFirst } from '../running/scan-first.ts'

const usage =
  'luoshi import FILE [--confirm --appraisal ID [--channel forum] [--raiser-kind public]] [--as LOGIN] [--data DIR] [--json]'

const kinds = {
  ...officeOptions,
  confirm: 'flag',
  appraisal: 'text',
  channel: 'text',
  'raiser-kind': 'text',
  as: 'text',
  congress: 'text',
} as const

/** A title is a handle, not the opinion: about one line of a list. */
const titleLength = 40

type Plan = Readonly<{ appraisal: AppraisalId; channel: Channel; raiserKind: RaiserKind }>

export const importCommand: Command = {
  summary: '导入意见 · import opinions',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [file, ...more] = options.words
    const plan = planOf(options)
    if (more[0] !== undefined) return sayNotUnderstood(terminal, unknownWord(more[0]), usage)
    if (file === undefined)
      return sayNotUnderstood(terminal, '请写明一个文件。 Name one file.', usage)
    if (typeof plan === 'string') return sayNotUnderstood(terminal, plan, usage)
    const bytes = await readNamedFile(file, terminal, { json: options.flag('json'), usage })
    if (typeof bytes === 'number') return bytes
    const stopped = await scanFirst(terminal, bytes, { json: options.flag('json'), usage })
    if (stopped !== null) return stopped
    try {
      return await withOffice(options, terminal, (office) =>
        run(office, options, terminal, { file, bytes, plan }),
      )
    } finally {
      await endParsing()
    }
  },
}

/** Null: only received, to be checked in the console. Otherwise why it is not understood. */
function planOf({ flag, text }: Options): Plan | null | string {
  const appraisal = text('appraisal')
  const channel = channels.find((one) => one === (text('channel') ?? 'forum'))
  const raiserKind = raiserKinds.find((one) => one === (text('raiser-kind') ?? 'public'))
  if (!channel) return oneOf('channel', channels)
  if (!raiserKind) return oneOf('raiser-kind', raiserKinds)
  if (appraisal !== undefined && !isId('appraisal', appraisal))
    return '--appraisal 请写评议的编号（appraisal_…），在该评议的网址里可以找到。 --appraisal wants an id (appraisal_…); it is in the address of its page.'
  if (!flag('confirm')) return null
  if (appraisal === undefined)
    return '--confirm 还要用 --appraisal 写明是哪一次评议。 --confirm needs --appraisal.'
  return { appraisal, channel, raiserKind }
}

function oneOf(name: string, known: readonly string[]): string {
  return `--${name} 请写 ${known.join('、')} 中的一个。 --${name} is one of ${known.join(', ')}.`
}

type Given = Readonly<{ file: string; bytes: Uint8Array; plan: Plan | null }>

async function run(
  office: Office,
  options: Options,
  terminal: Terminal,
  given: Given,
): Promise<ExitCode> {
  const json = options.flag('json')
  const about = await congressFor(office, options.text('congress'))
  if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
  const clerk = await actingClerk(office, about.value, options.text('as'))
  if (!clerk.ok) return sayRefusal(terminal, json, clerk.refusal.code, clerk.refusal.words)

  const { bytes, file, plan } = given
  const received = await receiveDocument(office.world, {
    by: clerk.value,
    bytes,
    fileName: basename(file),
  })
  if (!received.ok) return sayRefusal(terminal, json, received.refusal.code, received.refusal.words)
  const { import: id, parsed } = received.value
  if (plan === null) return sayReceived(terminal, json, id, parsed)

  const done = await confirm(office, clerk.value, id, parsed, plan)
  if (!done.ok) return sayRefusal(terminal, json, done.refusal.code, done.refusal.words)
  const { raised, paragraphs } = done.value
  terminal.out(
    json
      ? JSON.stringify({ ok: true, import: id, raised, paragraphs })
      : `已登记意见 ${raised.length} 条；段落 ${paragraphs.total} ＝ 列为意见 ${paragraphs.mapped} ＋ 说明不列 ${paragraphs.leftOut}。`,
  )
  return 0
}

function sayReceived({ out }: Terminal, json: boolean, id: ImportId, parsed: Parsed): ExitCode {
  const { items, leftOut, paragraphs, flags } = parsed
  out(
    json
      ? JSON.stringify({
          ok: true,
          import: id,
          items: items.length,
          leftOut: leftOut.length,
          paragraphs: paragraphs.length,
        })
      : `已收下，待核对：建议意见 ${items.length} 条，不列 ${leftOut.length} 段，存疑 ${flags.length} 处。请在工作台“意见录入”里核对确认。`,
  )
  return 0
}

function confirm({ world }: Office, by: Principal, id: ImportId, parsed: Parsed, plan: Plan) {
  const { appraisal, channel, raiserKind } = plan
  const receivedOn = todayOf(world)
  const items = parsed.items.map(({ text, title, paragraphs, noted }) => ({
    text,
    raiser: '',
    channel,
    raiserKind,
    receivedOn,
    paragraphs: [...paragraphs],
    disposition: { kind: 'matter' as const, title: title ?? firstWords(text), unit: null },
    ...(noted ? { noted } : {}),
  }))
  const leftOut = parsed.leftOut.map(({ paragraph, reason }) => ({ paragraph, reason }))
  return confirmImport(world, { by, import: id, appraisal, items, leftOut })
}

function firstWords(text: string): string {
  const sentence = text.split(/[。；！？\n\ufffd]|\?\?/).find((part) => part.trim() !== '') ?? text
  return sentence.length <= titleLength ? sentence : `${sentence.slice(0, titleLength - 1)}…`
}
