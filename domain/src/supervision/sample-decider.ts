/** What may happen to a sample next, and what follows from the two secrets. Source: see sample.ts. */
import { commitmentOf, drawLots, listHash, seedOf } from '../appraisals/draw-lots.ts'
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AccountId, MatterId } from '../kernel/ids.ts'
import type { ByCode, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import {
  outcomesOf,
  type KnownSample,
  type Sample,
  type SampleCandidate,
  type SampleEvent,
  type SampleOutcome,
  type SamplePurpose,
} from './sample.ts'

export type SampleCommand = ByType<{
  SealSample: {
    purpose: SamplePurpose
    candidates: readonly SampleCandidate[]
    count: number
    commitment: string
    by: AccountId
    today: Day
  }
  CallSampleWord: { word: string; by: AccountId; today: Day }
  DrawSample: { secret: string; salt: string; today: Day }
  VoidSample: { reason: string; today: Day }
  AssignSampleTask: { matter: MatterId; person: string; today: Day }
  RecordSampleTask: { matter: MatterId; outcome: SampleOutcome; findings: string; today: Day }
}>

export type SampleRefusal = ByCode<{
  'sample-exists': Nothing
  'sample-wrong-status': Nothing
  'sample-nothing-due': Nothing
  'sample-count-wrong': { most: number }
  'sample-not-a-commitment': Nothing
  'sample-called-by-sealer': Nothing
  'sample-word-wrong': Nothing
  'sample-commitment-differs': Nothing
  'sample-not-drawn': Nothing
  'sample-task-done': Nothing
  'sample-outcome-wrong': Nothing
  'sample-text-missing': { what: string }
}>

type Ruling = Result<readonly SampleEvent[], SampleRefusal>
type Told<Type extends SampleCommand['type']> = Extract<SampleCommand, { type: Type }>

const hash = /^[0-9a-f]{64}$/
/** One line, so that nobody can make two lines of it; the called word may be a number. */
const plain = /^[^\n\r:]{1,200}$/u

/** One candidate a line: 第12号. */
export function sampleLabels(candidates: readonly SampleCandidate[]): readonly string[] {
  return candidates.map(({ number }) => `第${number}号`)
}

/** The seed of both: the sealed secret and the word that was called. `called` stands where a second salt would. */
export function sampleSeed(
  list: string,
  { secret, salt, word }: Readonly<{ secret: string; salt: string; word: string }>,
): string {
  return seedOf(list, [
    { secret, salt },
    { secret: word, salt: 'called' },
  ])
}

export function decideSample(sample: Sample, command: SampleCommand): Ruling {
  if (command.type === 'SealSample')
    return sample.status === 'none' ? seal(command) : refuse({ code: 'sample-exists' })
  if (sample.status === 'none') return refuse({ code: 'sample-wrong-status' })
  switch (command.type) {
    case 'CallSampleWord':
      return call(sample, command)
    case 'DrawSample':
      return draw(sample, command)
    case 'VoidSample': {
      const reason = command.reason.trim()
      if (sample.status === 'drawn' || sample.status === 'void')
        return refuse({ code: 'sample-wrong-status' })
      if (reason === '') return refuse({ code: 'sample-text-missing', what: '作废理由' })
      return accept([{ type: 'SampleVoided', on: command.today, words: { reason } }])
    }
    case 'AssignSampleTask':
    case 'RecordSampleTask':
      return onTask(sample, command)
  }
}

function seal({ today: sealedOn, by: sealedBy, ...asked }: Told<'SealSample'>): Ruling {
  const { purpose, candidates, count, commitment } = asked
  if (candidates.length === 0) return refuse({ code: 'sample-nothing-due' })
  if (count < 1 || count > candidates.length)
    return refuse({ code: 'sample-count-wrong', most: candidates.length })
  if (!hash.test(commitment)) return refuse({ code: 'sample-not-a-commitment' })
  const list = listHash(sampleLabels(candidates))
  const about = { purpose, candidates, listHash: list, count, commitment, sealedBy, sealedOn }
  return accept([{ type: 'SampleSealed', ...about }])
}

function call(sample: KnownSample, { word: raw, by, today: on }: Told<'CallSampleWord'>): Ruling {
  const word = raw.trim()
  if (sample.status !== 'sealed') return refuse({ code: 'sample-wrong-status' })
  if (by === sample.sealedBy) return refuse({ code: 'sample-called-by-sealer' })
  if (!plain.test(word)) return refuse({ code: 'sample-word-wrong' })
  return accept([{ type: 'SampleWordCalled', word, calledBy: by, on }])
}

function draw(sample: KnownSample, { secret, salt, today: on }: Told<'DrawSample'>): Ruling {
  if (sample.status !== 'called') return refuse({ code: 'sample-wrong-status' })
  if (commitmentOf({ secret, salt }) !== sample.commitment)
    return refuse({ code: 'sample-commitment-differs' })
  const seed = sampleSeed(sample.listHash, { secret, salt, word: sample.word })
  const chosen = drawLots(seed, sample.candidates.length, sample.count)
  return accept([{ type: 'SampleDrawn', secret, salt, seed, chosen, on }])
}

function onTask(
  sample: KnownSample,
  command: Told<'AssignSampleTask'> | Told<'RecordSampleTask'>,
): Ruling {
  if (sample.status !== 'drawn') return refuse({ code: 'sample-wrong-status' })
  const { matter, today: on } = command
  const task = sample.tasks.find((one) => one.matter === matter)
  if (!task) return refuse({ code: 'sample-not-drawn' })
  if (task.result !== null) return refuse({ code: 'sample-task-done' })
  if (command.type === 'AssignSampleTask') {
    const person = command.person.trim()
    if (person === '') return refuse({ code: 'sample-text-missing', what: '负责人' })
    return accept([{ type: 'SampleTaskAssigned', matter, on, words: { person } }])
  }
  const { outcome } = command
  const findings = command.findings.trim()
  if (!outcomesOf[sample.purpose].includes(outcome)) return refuse({ code: 'sample-outcome-wrong' })
  if (findings === '') return refuse({ code: 'sample-text-missing', what: '查看情况' })
  return accept([{ type: 'SampleTaskDone', matter, outcome, on, words: { findings } }])
}

export function explainSampleRefusal(refusal: SampleRefusal): Bilingual {
  switch (refusal.code) {
    case 'sample-exists':
      return bilingual('这次抽取已经在案。', '请刷新查看。', 'It is on record.', 'Reload.')
    case 'sample-wrong-status':
      return bilingual(
        '这次抽取现在不能办这一步。',
        '顺序是：封存、报数、开封抽取、查看登记；请刷新查看现在到了哪一步。',
        'Not the step that is next.',
        'The order is: seal, call, open and draw, look. Reload to see where it stands.',
      )
    case 'sample-nothing-due':
      return bilingual(
        '现在没有可以抽取的事项。',
        '到期的事项出现以后再抽取。',
        'There is nothing to draw from.',
        'Come back when something is due.',
      )
    case 'sample-count-wrong':
      return bilingual(
        `抽取件数应当在 1 和 ${refusal.most} 之间。`,
        '请改件数。',
        `Draw between 1 and ${refusal.most}.`,
        'Change the number.',
      )
    case 'sample-not-a-commitment':
      return bilingual(
        '封存的摘要不是 64 位十六进制数。',
        '请用页面上的“封存”生成。',
        'The seal is not a SHA-256.',
        'Let the page make it.',
      )
    case 'sample-called-by-sealer':
      return bilingual(
        '封存的人不能自己报数。',
        '请由主任会议成员、委员、代表或者调查组的另一位同志报数。',
        'Whoever sealed it cannot call the word.',
        'Let another person call it.',
      )
    case 'sample-word-wrong':
      return bilingual(
        '报的数或者词应当是一行字，不含冒号。',
        '例如现场随口报一个四位数。',
        'The word must be one line without a colon.',
        'A number called out will do.',
      )
    case 'sample-commitment-differs':
      return bilingual(
        '开封的口令与封存的摘要不符。',
        '请核对口令和盐，一个字也不能差；确实遗失的，作废重抽并写明理由。',
        'The secret does not fit its seal.',
        'Check it letter by letter; if it is lost, void the draw and say why.',
      )
    case 'sample-not-drawn':
      return bilingual(
        '这件事项没有被抽中。',
        '请从抽中的事项中选择。',
        'This matter was not drawn.',
        'Choose one that was.',
      )
    case 'sample-task-done':
      return bilingual(
        '这件事项已经登记过查看情况。',
        '登记以后不能改；有新情况的，在事项页面登记。',
        'Its result is on record.',
        'Record anything new on the matter’s page.',
      )
    case 'sample-outcome-wrong':
      return bilingual(
        '查看结论与抽取的用途不符。',
        '回头看填写是否反弹，抽查填写与报告是否一致。',
        'The outcome does not fit the purpose.',
        'Choose one of those offered.',
      )
    case 'sample-text-missing':
      return bilingual(
        `“${refusal.what}”没有填写。`,
        '请填写后再提交。',
        `“${refusal.what}” is empty.`,
        'Fill it in.',
      )
  }
}
