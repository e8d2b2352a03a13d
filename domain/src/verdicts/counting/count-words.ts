/** The reckoning in sentences, so that anybody can follow it with a pencil. */
import { bothSides, type Measure } from './reaches.ts'
import { isMainMark, markLabel } from './shares.ts'
import { voteKinds, type Condition, type Label } from './rule.ts'
import type { Tally, TallyLine } from './tally.ts'
import { baseWords, comparatorNote, thresholdWords } from './threshold-words.ts'

export type CountWords = Readonly<{ zh: readonly string[]; en: readonly string[] }>

export function wordsOf(tally: Tally): CountWords {
  const shown = tally.lines.findIndex(({ holds }) => holds)
  const lines = shown < 0 ? tally.lines : tally.lines.slice(0, shown + 1)
  const steps = [
    attendance(tally),
    ballots(tally),
    votes(tally),
    ruleSentence(tally),
    ...lines.map((line) => lineSentence(line, tally)),
    result(tally),
    comparatorNote(tally),
  ]
  return { zh: steps.map(({ zh }) => zh), en: steps.map(({ en }) => en) }
}

function attendance({ rule, figures }: Tally): Label {
  const { members, present } = figures
  if (!rule.quorum) {
    return {
      zh: `应到${members}人，实到${present}人。`,
      en: `${present} of ${members} are present.`,
    }
  }
  return {
    zh: `全体组成人员${members}人，实到${present}人，超过半数，符合法定人数。`,
    en: `${present} of ${members} members are present, more than half: the meeting has a quorum.`,
  }
}

function ballots({ figures }: Tally): Label {
  const { issued, returned, invalid } = figures
  const [zh, en] = issued === undefined ? ['', ''] : [`发出${issued}张，`, `${issued} issued, `]
  return {
    zh: `${zh}收回${returned}张，其中无效${invalid}张。`,
    en: `Ballots: ${en}${returned} returned, ${invalid} of them void.`,
  }
}

function votes({ figures, rule }: Tally): Label {
  const shown = voteKinds.filter((kind) => figures[kind] > 0 || isMainMark(kind, rule))
  const labels = shown.map((kind) => ({ ...markLabel(kind, rule), count: figures[kind] }))
  return {
    zh: `${labels.map(({ zh, count }) => `${zh}${count}票`).join('，')}。`,
    en: `Votes: ${labels.map(({ en, count }) => `${count} ${en}`).join(', ')}.`,
  }
}

function ruleSentence({ rule, base, value }: Tally): Label {
  const { zh, en } = baseWords(base, value)
  return {
    zh: `规则：${rule.text}。本次以${zh}为分母。`,
    en: `Rule “${rule.name.en}”, counted of ${en}.`,
  }
}

function lineSentence(line: TallyLine, tally: Tally): Label {
  const { when, measure, comparator, holds, grade } = line
  const words = thresholdWords(when.share, comparator)
  const what = subject(when.of, measure, tally)
  const sum = sumWords(line)
  return {
    zh: `${what.zh}：${sum.zh}，${holds ? '达到' : '未达到'}“${words.zh}”，${holds ? '' : '不'}适用“${grade.zh}”。`,
    en: `${what.en}: ${sum.en}; ${words.en} is ${holds ? '' : 'not '}reached, so “${grade.en}” ${holds ? 'applies' : 'does not apply'}.`,
  }
}

/** `17×2＝34，34＞33`: the products that were compared, so that the reader can check them. */
function sumWords({ when, measure }: TallyLine): Label {
  const [left, right] = bothSides(measure, when.share)
  const { numerator, denominator } = when.share
  const products = [
    [measure.amount, denominator, left],
    [measure.whole, numerator, right],
  ].filter(([, factor]) => factor !== 1)
  const sign =
    left > right
      ? { zh: '＞', en: '>' }
      : left < right
        ? { zh: '＜', en: '<' }
        : { zh: '＝', en: '=' }
  return {
    zh: [
      ...products.map(([one, factor, made]) => `${one}×${factor}＝${made}`),
      `${left}${sign.zh}${right}`,
    ].join('，'),
    en: [
      ...products.map(([one, factor, made]) => `${one} × ${factor} = ${made}`),
      `${left} ${sign.en} ${right}`,
    ].join(', '),
  }
}

function subject(of: Condition['of'], { amount, whole }: Measure, { rule }: Tally): Label {
  if (of === 'points')
    return { zh: `得分合计${amount}分，满分${whole}分`, en: `${amount} points of ${whole}` }
  const labels = of.map((kind) => markLabel(kind, rule))
  return {
    zh: `${labels.map(({ zh }) => zh).join('加')}${amount}票`,
    en: `${amount} ${labels.map(({ en }) => en).join(' or ')}`,
  }
}

function result({ grade }: Tally): Label {
  return { zh: `结果：${grade.zh}。`, en: `Result: ${grade.en}.` }
}
