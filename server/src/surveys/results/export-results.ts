/**
 * The figures of a survey as a sheet and as comma-separated values: the same that the page shows, one line for each
 * option of each group, so that whatever is subtracted from whatever leaves no smaller group.
 */
import {
  groupWords,
  optionWords,
  questionWords,
  rateWords,
} from '@luoshi/domain/surveys/results/question-words'
import { samplingLabels } from '@luoshi/domain/surveys/population'
import type { Share } from '@luoshi/domain/surveys/statistics/share'
import { shareWords } from '@luoshi/domain/surveys/statistics/share-words'
import type { SheetPlan, SheetValues } from '@luoshi/papers/sheets/sheet-plan'
import { writeWorkbook } from '@luoshi/papers/sheets/write-workbook'
import type { SurveyFound } from '../../contract/survey-results.ts'

type Populated = SurveyFound['populations'][number]
type Asked = Populated['questions'][number]
type Told = Asked['groups'][number]
type Figure = NonNullable<Told['rate']>

type Line = Readonly<{
  population: string
  sampling: string
  question: string
  group: string
  option: string
  n: number | null
  share: Share | null
  isWeighted: boolean
  remark: string
}>

const columns = [
  { heading: '调查对象', kind: 'text', width: 18 },
  { heading: '抽样方式', kind: 'text', width: 12 },
  { heading: '题目', kind: 'text', width: 40 },
  { heading: '组别', kind: 'text', width: 24 },
  { heading: '选项', kind: 'text', width: 24 },
  { heading: '选择人数', kind: 'count', width: 10 },
  { heading: '占比（人数和95%置信区间）', kind: 'text', width: 52 },
  { heading: '加权', kind: 'text', width: 8 },
  { heading: '说明', kind: 'text', width: 40 },
] as const satisfies SheetPlan['columns']

export function resultsWorkbook(found: SurveyFound): readonly Uint8Array[] {
  const note = `${found.from}至${found.closedOn}；人数不足的组别已合并，占比一律连同人数和置信区间`
  const plan = { name: '调查结果', title: found.title, note, columns: [...columns] }
  const writer = writeWorkbook(plan, '')
  return [writer.rows(linesOf(found).map(sheetLine)), writer.end()]
}

function sheetLine(line: Line): SheetValues {
  return [
    line.population,
    line.sampling,
    line.question,
    line.group,
    line.option,
    line.n,
    line.share && shareWords(line.share).zh,
    line.isWeighted ? '是' : '否',
    line.remark,
  ]
}

const head =
  'population,sampling,question,group,option,count,share,n,low95,high95,effective_n,weighted,remark'

/** With a byte order mark, so that spreadsheets read it as UTF-8. */
export function resultsCsv(found: SurveyFound): string {
  const lines = linesOf(found).map((line) =>
    [
      line.population,
      line.sampling,
      line.question,
      line.group,
      line.option,
      line.n,
      line.share?.p,
      line.share?.n,
      line.share?.low,
      line.share?.high,
      line.share?.effective,
      line.isWeighted ? 1 : 0,
      line.remark,
    ]
      .map(csvCell)
      .join(','),
  )
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`
}

/** What begins like a formula is kept from being one. */
function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function linesOf(found: SurveyFound): readonly Line[] {
  return found.populations.flatMap((population) =>
    population.questions.flatMap((asked) => {
      const parts = asked.whole ? [asked.whole, ...asked.groups] : []
      if (parts.length > 0)
        return parts.flatMap((told) => linesOfGroup(found, population, asked, told))
      return [
        {
          ...about(found, population, asked),
          group: '',
          option: '',
          n: null,
          share: null,
          remark: withheld(population),
        },
      ]
    }),
  )
}

function withheld({ smallest }: Populated): string {
  return `不公开：不足${smallest}人，或者答案可以对应到人`
}

function about(found: SurveyFound, { name, sampling }: Populated, { key, isWeighted }: Asked) {
  return {
    population: name,
    sampling: samplingLabels[sampling.type].zh,
    question: questionWords(found.form, key, 'zh'),
    isWeighted,
  }
}

function linesOfGroup(
  found: SurveyFound,
  population: Populated,
  asked: Asked,
  told: Told,
): readonly Line[] {
  const group = told === asked.whole ? '全体' : groupWords(population, told.strata, 'zh')
  const line = { ...about(found, population, asked), group }
  const options = told.options.map(({ option, n, figure }) => ({
    ...line,
    option: optionWords(found.form, asked.key, option, 'zh'),
    n,
    share: figure.share,
    remark: remarkOf(population, figure),
  }))
  if (!told.rate) return options
  const names = rateWords(found.form, asked.key, 'zh')
  const remark = remarkOf(population, told.rate)
  return [
    ...options,
    { ...line, option: `${names}合计（不含不了解）`, n: null, share: told.rate.share, remark },
  ]
}

function remarkOf({ stands }: Populated, { isEnough }: Figure): string {
  return [isEnough ? '' : '证据不足', stands ? '' : '不代表全体'].filter(Boolean).join('；')
}
