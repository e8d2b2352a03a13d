/**
 * Lies of whoever holds every key: each field of each published file changed in turn and everything signed and hashed anew, so
 * that nothing but the rule about that field can catch it; and lies that are well written in every field.
 */
import { statePaper, writeIssued, writeResult, type Bulletin } from '../src/bulletin/bulletin.ts'
import { writeStatement } from '../src/bulletin/statement.ts'
import { emptyTally, type Tally } from '../src/bulletin/tally.ts'
import { bytesOf, sha256Hex, textOf, toBase64url, type Bytes } from '../src/protocol/bytes.ts'
import { receiptMessage, statementMessage } from '../src/protocol/messages.ts'
import { signed } from '../src/protocol/p256.ts'
import { changesOf } from './json-changes.ts'
import { ballotOf, castText, paperFor, publish, tokenFor, type SmallEvent } from './small-event.ts'
import { smallEvent } from './small-event.ts'
import { wellWrittenBallots } from './lying-ballots.ts'

type Lie = Readonly<{ what: string; bulletin: Bulletin }>

type Scene = Readonly<{ event: SmallEvent; folder: Bulletin }>

const fileOf = (lines: readonly string[]): Bytes =>
  bytesOf(lines.map((line) => `${line}\n`).join(''))

const linesOf = (bytes: Bytes | undefined): readonly string[] =>
  textOf(bytes ?? new Uint8Array())
    .split('\n')
    .filter((line) => line !== '')

async function honestScene(): Promise<Scene> {
  const event = await smallEvent({ contests: 2, voters: 4, kMin: 2 })
  event.box.open()
  for (const [voter, mark] of [
    ['第1席', 0],
    ['第2席', 2],
  ] as const)
    await castText(event, (await ballotOf(event, await tokenFor(event, voter), [mark, 0])).text)
  await castText(event, (await ballotOf(event, await tokenFor(event, '第1席', 1), [1, null])).text)
  await tokenFor(event, '第2席', 1)
  for (const voter of ['第3席', '第4席']) await paperFor(event, voter)
  return { event, folder: await publish(event, { paper: paperTally(event) }) }
}

function paperTally({ frozen }: SmallEvent): Tally {
  const [, second] = emptyTally(frozen.manifest)
  const questions = [
    { counts: [1, 0, 0, 0], blank: 1, invalid: 0 },
    { counts: [0, 1], blank: 0, invalid: 1 },
  ]
  return [{ cast: 2, questions }, ...(second ? [second] : [])]
}

/** The close signed again over whatever the files are now. */
async function closedAgain(
  { event, folder }: Scene,
  files: Partial<Bulletin>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Bulletin> {
  const all = { ...folder, ...files }
  const hashOf = (name: 'sealed.jsonl' | 'issued.jsonl') => sha256Hex(all[name] ?? new Uint8Array())
  const stated = {
    kind: 'close',
    manifest: await sha256Hex(all['manifest.json'] ?? new Uint8Array()),
    sealed: await hashOf('sealed.jsonl'),
    issued: await hashOf('issued.jsonl'),
    ballots: (all['sealed.jsonl'] ?? new Uint8Array()).filter((byte) => byte === 10).length,
    at: '2026-11-27T02:00:00.000Z',
    ...more,
  }
  return { ...all, 'close.json': await writeStatement(event.server.secret, stated) }
}

async function statement(secret: SmallEvent['server']['secret'], body: string): Promise<Bytes> {
  const sig = toBase64url(await signed(secret, statementMessage(body)))
  return bytesOf(JSON.stringify({ body, sig }))
}

export async function allLies(): Promise<readonly Lie[]> {
  const scene = await honestScene()
  const parts = [aboutManifest, aboutStatements, aboutFiles, aboutLines, wellWritten, wholeFiles]
  const lies: Lie[] = [{ what: 'nothing', bulletin: scene.folder }]
  for (const part of parts) lies.push(...(await part(scene)))
  return lies
}

/** Without a ballot: whatever the manifest is, no token and no key of a ballot depends on it. */
async function aboutManifest(scene: Scene): Promise<readonly Lie[]> {
  const bare = { 'issued.jsonl': new Uint8Array(), 'sealed.jsonl': new Uint8Array() }
  const { 'manifest.json': manifest } = scene.folder
  const lies: Lie[] = []
  for (const { what, text } of changesOf(textOf(manifest ?? new Uint8Array()))) {
    const bytes = bytesOf(text)
    const closed = await closedAgain({ ...scene, folder: {} }, { ...bare, 'manifest.json': bytes })
    const total = emptyTally(scene.event.frozen.manifest)
    const hash = await sha256Hex(bytes)
    const release = scene.folder['release.json']
    lies.push({
      what: `manifest ${what}`,
      bulletin: {
        ...closed,
        ...(release ? { 'release.json': release } : {}),
        'result.json': writeResult({ ...scene.event.frozen, hash }, total),
      },
    })
  }
  return lies
}

async function aboutStatements({ event, folder }: Scene): Promise<readonly Lie[]> {
  const lies: Lie[] = []
  for (const [file, secret] of [
    ['close.json', event.server.secret],
    ['paper.json', event.tellers.secret],
  ] as const) {
    const outside = textOf(folder[file] ?? new Uint8Array())
    const { body }: Readonly<{ body: unknown }> = JSON.parse(outside)
    for (const { what, text } of changesOf(String(body)))
      lies.push({
        what: `${file} says ${what}`,
        bulletin: { ...folder, [file]: await statement(secret, text) },
      })
    for (const { what, text } of changesOf(outside))
      lies.push({ what: `${file} ${what}`, bulletin: { ...folder, [file]: bytesOf(text) } })
  }
  return lies
}

async function aboutFiles({ event, folder }: Scene): Promise<readonly Lie[]> {
  const lies: Lie[] = []
  for (const file of ['result.json', 'release.json'] as const)
    for (const { what, text } of changesOf(textOf(folder[file] ?? new Uint8Array())))
      lies.push({ what: `${file} ${what}`, bulletin: { ...folder, [file]: bytesOf(text) } })
  for (const id of ['0'.repeat(64), event.store.rows[0]?.id ?? '']) {
    const message = receiptMessage(event.frozen.mh, id)
    const sig = toBase64url(await signed(event.server.secret, message))
    for (const { what, text } of changesOf(JSON.stringify({ id, sig })))
      lies.push({
        what: `an objection about ${id.slice(0, 4)} ${what}`,
        bulletin: { ...folder, 'objections.jsonl': fileOf([text]) },
      })
  }
  return lies
}

/** Lines of the register and of the ballots: each field of one of each kind. */
async function aboutLines(scene: Scene): Promise<readonly Lie[]> {
  const lies: Lie[] = []
  for (const file of ['issued.jsonl', 'sealed.jsonl'] as const) {
    const lines = linesOf(scene.folder[file])
    const chosen =
      file === 'sealed.jsonl' ? [0] : [0, lines.findIndex((one) => one.includes('paper'))]
    for (const at of chosen)
      for (const { what, text } of changesOf(lines[at] ?? '')) {
        const all = [...lines.toSpliced(at, 1), text]
        const bytes = fileOf(file === 'issued.jsonl' ? all.toSorted() : all)
        lies.push({
          what: `${file} ${at + 1} ${what}`,
          bulletin: await closedAgain(scene, { [file]: bytes }, { ballots: 3 }),
        })
      }
  }
  return lies
}

async function wellWritten(scene: Scene): Promise<readonly Lie[]> {
  const { event, folder } = scene
  const register = linesOf(folder['issued.jsonl'])
  const again = (files: Partial<Bulletin>) => closedAgain(scene, files)
  const issued = (lines: readonly string[]) => again({ 'issued.jsonl': fileOf(lines.toSorted()) })
  const line = (c: number, i: number, v: string) => writeIssued({ c, i, v })
  const paper = async (tally: Tally) => ({
    ...folder,
    'paper.json': await statePaper(event.frozen, event.tellers.secret, tally),
  })
  const [one, two] = paperTally(event)
  const none = emptyTally(event.frozen.manifest)
  const { 'paper.json': _, ...unpapered } = folder
  const lies: Lie[] = [
    { what: 'one more issued', bulletin: await issued([...register, line(1, 0, '第9席')]) },
    { what: 'one too many issued', bulletin: await issued([...register, line(0, 0, '第9席')]) },
    { what: 'an issuer more', bulletin: await issued([...register, line(0, 2, '第1席')]) },
    { what: 'a contest more', bulletin: await issued([...register, line(2, 0, '第1席')]) },
    {
      what: 'paper and token',
      bulletin: await issued([...register, writeIssued({ c: 0, paper: true, v: '第1席' })]),
    },
    {
      what: 'the register shuffled',
      bulletin: await again({ 'issued.jsonl': fileOf(register.toReversed()) }),
    },
    { what: 'the register twice', bulletin: await issued([...register, ...register]) },
    { what: 'half the register', bulletin: await issued(register.slice(4)) },
    { what: 'nobody registered', bulletin: await issued([]) },
    { what: 'no paper counted', bulletin: await paper(none) },
    {
      what: 'paper in the other contest',
      bulletin: await paper([...none.slice(1), ...(one ? [one] : [])]),
    },
    { what: 'one contest', bulletin: await paper(one ? [one] : []) },
    { what: 'a contest more', bulletin: await paper(one && two ? [one, two, two] : []) },
    { what: 'the result without its paper', bulletin: unpapered },
    {
      what: 'the result of what was cast here alone',
      bulletin: { ...unpapered, 'result.json': writeResult(event.frozen, none) },
    },
  ]
  for (const { what, lines } of await wellWrittenBallots(event, linesOf(folder['sealed.jsonl'])))
    lies.push({ what, bulletin: await again({ 'sealed.jsonl': fileOf(lines) }) })
  return lies
}

/** Whole files: away, empty, with other ends of lines, as another. */
async function wholeFiles(scene: Scene): Promise<readonly Lie[]> {
  const { folder } = scene
  const lies: Lie[] = []
  const names = [...Object.keys(folder), 'objections.jsonl'] as const
  for (const name of names) {
    const bytes = Object.entries(folder).find(([one]) => one === name)?.[1] ?? new Uint8Array()
    const text = textOf(bytes)
    const forms = {
      'is empty': new Uint8Array(),
      'ends no line': bytesOf(text.replace(/\n$/, '')),
      'ends its lines twice': bytesOf(text.replaceAll('\n', '\n\n')),
      'ends its lines as Windows does': bytesOf(text.replaceAll('\n', '\r\n')),
      'is no text': Uint8Array.of(...bytes, 0xff),
      'has a line more': bytesOf(`${text}\n`),
      'ends with a zero': bytesOf(`${text}\u0000`),
    }
    for (const [what, changed] of Object.entries(forms)) {
      const files = { [name]: changed }
      lies.push({ what: `${name} ${what}`, bulletin: { ...folder, ...files } })
      lies.push({ what: `${name} ${what}, signed`, bulletin: await closedAgain(scene, files) })
    }
    lies.push({
      what: `no ${name}`,
      bulletin: Object.fromEntries(Object.entries(folder).filter(([one]) => one !== name)),
    })
  }
  return lies
}
