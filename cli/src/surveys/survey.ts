/**
 * `luoshi survey …`: surveys as they stand and how far each has reached; closing one where no server runs; what strangers
 * are given of a closed one, counted again.
 */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { surveyStageLabels } from '@luoshi/domain/surveys/survey'
import { surveyStatusLabels } from '@luoshi/domain/surveys/survey-refusals'
import { readCoverage } from '@luoshi/server/surveys/coverage/read-coverage'
import { readSurvey, readSurveys } from '@luoshi/server/surveys/read-surveys'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { officeOptions } from '../running/office.ts'
import { closeFromHere } from './close-survey.ts'
import { asOperator, type Asking } from './survey-asking.ts'
import { checkSurvey, exportSurvey, verifySurvey } from './survey-file.ts'

const usage = [
  'luoshi survey list [--appraisal 评议]',
  'luoshi survey show SURVEY',
  'luoshi survey close SURVEY [--reason 理由] [--as LOGIN]',
  'luoshi survey check SURVEY',
  'luoshi survey export SURVEY --out FILE',
  'luoshi survey verify FILE [--proof PROOF] [--vkey KEY]',
]
  .map((one, at, all) => (at === all.length - 1 ? one : `${one} [--data DIR] [--congress ID]`))
  .join(' | ')

const kinds = {
  ...officeOptions,
  congress: 'text',
  appraisal: 'text',
  reason: 'text',
  as: 'text',
  out: 'text',
  proof: 'text',
  vkey: 'text',
} as const

type OfSurvey = (asking: Asking, id: Id<'survey'>) => Promise<ExitCode>

const steps: Readonly<Record<string, OfSurvey>> = {
  show: showSurvey,
  close: closeFromHere,
  check: checkSurvey,
  export: (asking, id) => exportSurvey(asking, id, usage),
}

export const surveyCommand: Command = {
  summary:
    '问卷调查：列表、覆盖、截止、公开材料和核验 · surveys: list, reach, close, publish, verify',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [verb = '', name, ...more] = options.words
    if (more.length === 0 && verb === 'list' && name === undefined)
      return asOperator(options, terminal, listSurveys)
    if (more.length === 0 && verb === 'verify' && name !== undefined)
      return verifySurvey(options, terminal, name, usage)
    const step = Object.hasOwn(steps, verb) ? steps[verb] : undefined
    if (more.length === 0 && step && name !== undefined && isId('survey', name))
      return asOperator(options, terminal, (asked) => step(asked, name))
    return sayNotUnderstood(
      terminal,
      '请写 survey list，或者 survey show、close、check、export 加编号，或者 survey verify 加文件。 Say: survey list; survey show, close, check or export SURVEY; survey verify FILE.',
      usage,
    )
  },
}

async function listSurveys({ office, options, terminal, by }: Asking): Promise<ExitCode> {
  const wanted = options.text('appraisal')
  if (wanted !== undefined && !isId('appraisal', wanted))
    return sayNotUnderstood(
      terminal,
      '--appraisal 请写评议的编号。 Give the id of an appraisal.',
      usage,
    )
  const found = await readSurveys(office.world, by, { appraisal: wanted })
  if (!found.ok)
    return sayRefusal(terminal, options.flag('json'), found.refusal.code, found.refusal.words)
  const { rows } = found.value
  if (options.flag('json')) {
    terminal.out(JSON.stringify({ rows }))
    return 0
  }
  for (const { id, title, wave, stage, status, from, until } of rows)
    terminal.out(
      [
        id,
        title,
        `第${wave}次`,
        surveyStageLabels[stage].zh,
        surveyStatusLabels[status].zh,
        `${from}—${until}`,
      ].join('\t'),
    )
  terminal.out(`共 ${rows.length} 次调查`)
  return 0
}

async function showSurvey(
  { office, options, terminal, by }: Asking,
  id: Id<'survey'>,
): Promise<ExitCode> {
  const [survey, coverage] = [
    await readSurvey(office.world, by, id),
    await readCoverage(office.world, by, id),
  ]
  if (!survey.ok)
    return sayRefusal(terminal, options.flag('json'), survey.refusal.code, survey.refusal.words)
  if (!coverage.ok)
    return sayRefusal(terminal, options.flag('json'), coverage.refusal.code, coverage.refusal.words)
  if (options.flag('json')) {
    terminal.out(JSON.stringify({ survey: survey.value, coverage: coverage.value.populations }))
    return 0
  }
  const { title, wave, status, from, until, hash, form } = survey.value
  terminal.out(`${title}　第${wave}次　${surveyStatusLabels[status].zh}　${from}—${until}`)
  terminal.out(`题目 ${form.questions.length} 道，校验码 ${hash}`)
  for (const { name, size, listed, invited, answered, strata } of coverage.value.populations) {
    terminal.out(`${name}\t${figures({ size, listed, invited, answered })}`)
    if (strata.length > 1)
      for (const one of strata)
        terminal.out(`  ${one.name}\t${figures(one)}${one.isUnasked ? '\t还没有问到' : ''}`)
  }
  return 0
}

type Figures = Readonly<{
  size: number | null
  listed: number | null
  invited: number | null
  answered: number
}>

function figures({ size, listed, invited, answered }: Figures): string {
  const said = (n: number | null) => (n === null ? '不详' : String(n))
  return `总数 ${said(size)}　名单 ${said(listed)}　邀请 ${said(invited)}　已答 ${answered}`
}
