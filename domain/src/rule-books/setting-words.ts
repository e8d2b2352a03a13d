/** A rule book in words, line by line, for the page that shows it and for comparing it with the paper. */
import { deadlineText, type Deadline } from '../calendar/deadline.ts'
import { approvingBodyLabels, type ApprovingBody } from '../people/approval.ts'
import { countingRules } from '../verdicts/counting/rules.ts'
import { baseLabels, comparatorWords } from '../verdicts/counting/threshold-words.ts'
import { axes, axisLabels } from '../verdicts/verdict.ts'
import {
  resultClasses,
  settingKeys,
  type BasicTreatment,
  type Extension,
  type RuleBook,
  type SettingKey,
  type Settings,
  type Source,
} from './rule-book.ts'

type Label = Readonly<{ zh: string; en: string }>

export const settingLabels: Readonly<Record<SettingKey, Label>> = {
  activityName: { zh: '活动名称', en: 'Name of the activity' },
  axes: { zh: '三项测评的计票规则', en: 'Counting rule of each axis' },
  basicTreatment: { zh: '基本满意的处理', en: 'What basically satisfied means' },
  opinionDraftDue: { zh: '意见初稿时限', en: 'Draft of the opinions' },
  handOverDue: { zh: '交办时限', en: 'Hand-over' },
  meetingDue: { zh: '单位领导班子会议时限', en: 'Leadership meeting of the unit' },
  misassignWindow: { zh: '申请改办时限', en: 'Sending back a wrong assignment' },
  planDue: { zh: '整改方案报送时限', en: 'Plan' },
  reportDue: { zh: '整改情况报告时限', en: 'Report' },
  redoDue: { zh: '再整改报告时限', en: 'Report of a further round' },
  extension: { zh: '延期', en: 'Extension' },
  warningRounds: { zh: '提示主任会议的轮次', en: 'Round from which the chairs are told' },
  matterApprovers: { zh: '审定事项的会议', en: 'Who approves matters' },
  exitApprovers: { zh: '同意不列为事项的会议', en: 'Who approves exits' },
  closureApprovers: { zh: '同意销号的会议', en: 'Who approves closure' },
  escalationApprovers: { zh: '决定监督措施的会议', en: 'Who decides escalation' },
  publicityDays: { zh: '销号前公示日数', en: 'Days of public notice before closure' },
  resultClasses: { zh: '办理结果类别', en: 'Classes of answers' },
}

export type SettingLine = Readonly<{ key: SettingKey; label: Label; value: Label; source: Source }>

export function settingLines({ settings }: RuleBook): readonly SettingLine[] {
  const values = settingValues(settings)
  return settingKeys.map((key) => {
    const { source } = settings[key]
    return { key, label: settingLabels[key], value: values[key], source }
  })
}

type DueKey = {
  [Key in SettingKey]: Settings[Key] extends Deadline ? Key : never
}[SettingKey]

type ApproverKey = Extract<SettingKey, `${string}Approvers`>

function settingValues(settings: RuleBook['settings']): Readonly<Record<SettingKey, Label>> {
  const due = (key: DueKey) => deadlineText(settings[key].value)
  const approvers = (key: ApproverKey) => bodiesWords(settings[key].value)
  const { activityName, warningRounds, publicityDays } = settings
  const [round, days] = [warningRounds.value, publicityDays.value]
  return {
    activityName: { zh: activityName.value, en: activityName.value },
    axes: axesWords(settings.axes.value),
    basicTreatment: treatmentWords(settings.basicTreatment.value),
    opinionDraftDue: due('opinionDraftDue'),
    handOverDue: due('handOverDue'),
    meetingDue: due('meetingDue'),
    misassignWindow: due('misassignWindow'),
    planDue: due('planDue'),
    reportDue: due('reportDue'),
    redoDue: due('redoDue'),
    extension: extensionWords(settings.extension.value),
    warningRounds: { zh: `第${round}轮起`, en: `from round ${round}` },
    matterApprovers: approvers('matterApprovers'),
    exitApprovers: approvers('exitApprovers'),
    closureApprovers: approvers('closureApprovers'),
    escalationApprovers: approvers('escalationApprovers'),
    publicityDays: days === 0 ? { zh: '不公示', en: 'none' } : { zh: `${days}日`, en: `${days}` },
    resultClasses: classesWords(settings.resultClasses.value),
  }
}

function bodiesWords(bodies: readonly ApprovingBody[]): Label {
  const labels = bodies.map((body) => approvingBodyLabels[body])
  return {
    zh: labels.map(({ zh }) => zh).join('、'),
    en: labels.map(({ en }) => en).join(', '),
  }
}

function axesWords(value: Settings['axes']): Label {
  const lines = axes.map((axis) => {
    const { rule, comparator, base } = value[axis]
    const { name } = countingRules[rule]
    const line = comparatorWords(countingRules[rule], comparator)
    return {
      zh: `${axisLabels[axis].zh}：${name.zh}（${baseLabels[base].zh}，${line.zh}）`,
      en: `${axisLabels[axis].en}: ${name.en} (${baseLabels[base].en}, ${line.en})`,
    }
  })
  return { zh: lines.map(({ zh }) => zh).join('；'), en: lines.map(({ en }) => en).join('; ') }
}

function treatmentWords(treatment: BasicTreatment): Label {
  switch (treatment) {
    case 'passes':
      return { zh: '视为满意', en: 'counts as satisfied' }
    case 'conditional':
      return { zh: '限期完善后再测评', en: 'to be completed and judged again' }
    case 'redo':
      return { zh: '视为不满意，再整改', en: 'counts as unsatisfied: another round' }
  }
}

function extensionWords({ maxTimes, cap, approvers }: Extension): Label {
  if (maxTimes === 0) return { zh: '不得延期', en: 'none' }
  const by = bodiesWords(approvers)
  const unit = cap.unit === 'day' ? '日' : '个月'
  return {
    zh: `每轮至多${maxTimes}次，每次至多${cap.count}${unit}，由${by.zh}同意`,
    en: `at most ${maxTimes} in a round, each of at most ${cap.count} ${cap.unit}(s), approved by: ${by.en}`,
  }
}

function classesWords(classes: Settings['resultClasses']): Label {
  const lines = resultClasses.map((one) => `${one}：${classes[one]}`).join('；')
  return { zh: lines, en: lines }
}
