/** A rule book in words, line by line, for the page that shows it and for comparing it with the paper. */
import type { Lead } from '../calendar/before-meeting.ts'
import { deadlineText, type Deadline } from '../calendar/deadline.ts'
import { approvingBodyLabels, type ApprovingBody } from '../people/approval.ts'
import { axes, axisLabels } from '../verdicts/verdict.ts'
import {
  axisRuleWords,
  consequencesWords,
  copyLabels,
  namesOf,
  officialBallotWords,
  publicationLabels,
  rectificationLabels,
  selectingWords,
  subjectKindsWords,
  votersWords,
} from './choice-words.ts'
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
  subjectKinds: { zh: '评议对象的种类', en: 'Kinds of subject' },
  selecting: { zh: '评议对象的产生方式', en: 'How subjects are chosen' },
  officialBallot: { zh: '对述职人员的测评', en: 'Ballot on the official' },
  voters: { zh: '参加测评的人员和分母', en: 'Who votes, and of what' },
  rectificationJudged: { zh: '整改结果的测评方式', en: 'How rectification is judged' },
  axes: { zh: '三项测评的计票规则', en: 'Counting rule of each axis' },
  basicTreatment: { zh: '基本满意的处理', en: 'What basically satisfied means' },
  opinionDraftDue: { zh: '意见初稿时限', en: 'Draft of the opinions' },
  handOverDue: { zh: '交办时限', en: 'Hand-over' },
  meetingDue: { zh: '单位领导班子会议时限', en: 'Leadership meeting of the unit' },
  misassignWindow: { zh: '申请改办时限', en: 'Sending back a wrong assignment' },
  defenceWindow: { zh: '书面申辩时限', en: 'Written defence' },
  planDue: { zh: '整改方案报送时限', en: 'Plan' },
  reportDue: { zh: '整改情况报告时限', en: 'Report' },
  redoDue: { zh: '再整改报告时限', en: 'Report of a further round' },
  rollOver: { zh: '期满遇休息日', en: 'A limit that ends on a rest day' },
  surveySmallest: { zh: '调查结果最小公布人数', en: 'Smallest group of a survey' },
  noticeLead: { zh: '评议通知', en: 'Notice of the appraisal' },
  draftLead: { zh: '述职报告送审稿', en: 'Draft duty report' },
  reportLead: { zh: '述职报告', en: 'Duty report' },
  membersLead: { zh: '材料发组成人员', en: 'Papers to members' },
  remindDays: { zh: '到期提醒', en: 'Reminder before the limit' },
  silenceDays: { zh: '静默预警', en: 'Silence alarm' },
  lookBackAfter: { zh: '回头看', en: 'Look-back' },
  extension: { zh: '延期', en: 'Extension' },
  warningRounds: { zh: '提示主任会议的轮次', en: 'Round from which the chairs are told' },
  matterApprovers: { zh: '审定事项的会议', en: 'Who approves matters' },
  exitApprovers: { zh: '同意不列为事项的会议', en: 'Who approves exits' },
  closureApprovers: { zh: '同意销号的会议', en: 'Who approves closure' },
  escalationApprovers: { zh: '决定监督措施的会议', en: 'Who decides escalation' },
  consequences: { zh: '监督措施', en: 'Consequences' },
  publication: { zh: '测评结果的公布', en: 'Publication of the result' },
  resultCopies: { zh: '测评结果的抄送', en: 'Copies of the result' },
  publicityDays: { zh: '销号前公示日数', en: 'Days of public notice before closure' },
  letterPrefix: { zh: '评议意见书代字', en: 'Prefix of opinion letters' },
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
    subjectKinds: subjectKindsWords(settings.subjectKinds.value),
    selecting: selectingWords(settings.selecting.value),
    officialBallot: officialBallotWords(settings.officialBallot.value),
    voters: votersWords(settings.voters.value),
    rectificationJudged: rectificationLabels[settings.rectificationJudged.value],
    axes: axesWords(settings.axes.value),
    basicTreatment: treatmentWords(settings.basicTreatment.value),
    opinionDraftDue: due('opinionDraftDue'),
    handOverDue: due('handOverDue'),
    meetingDue: due('meetingDue'),
    misassignWindow: due('misassignWindow'),
    defenceWindow: due('defenceWindow'),
    planDue: due('planDue'),
    reportDue: due('reportDue'),
    redoDue: due('redoDue'),
    rollOver: settings.rollOver.value
      ? { zh: '顺延至其后第一个工作日', en: 'moves to the next working day' }
      : { zh: '不顺延', en: 'stays where it is' },
    surveySmallest: smallestWords(settings.surveySmallest.value),
    noticeLead: leadWords(settings.noticeLead.value),
    draftLead: leadWords(settings.draftLead.value),
    reportLead: leadWords(settings.reportLead.value),
    membersLead: leadWords(settings.membersLead.value),
    remindDays: remindWords(settings.remindDays.value),
    silenceDays: {
      zh: `连续${settings.silenceDays.value}日没有任何记录`,
      en: `${settings.silenceDays.value} days without any entry`,
    },
    lookBackAfter: afterWords(settings.lookBackAfter.value),
    extension: extensionWords(settings.extension.value),
    warningRounds: { zh: `第${round}轮起`, en: `from round ${round}` },
    matterApprovers: approvers('matterApprovers'),
    exitApprovers: approvers('exitApprovers'),
    closureApprovers: approvers('closureApprovers'),
    escalationApprovers: approvers('escalationApprovers'),
    consequences: consequencesWords(settings.consequences.value),
    publication: publicationLabels[settings.publication.value],
    resultCopies: namesOf(settings.resultCopies.value, copyLabels),
    publicityDays: days === 0 ? { zh: '不公示', en: 'none' } : { zh: `${days}日`, en: `${days}` },
    letterPrefix: sample(settings.letterPrefix.value),
    resultClasses: classesWords(settings.resultClasses.value),
  }
}

function sample(prefix: string): Label {
  const reference = `${prefix}〔××××〕×号`
  return { zh: reference, en: reference }
}

function leadWords({ count, unit }: Lead): Label {
  return {
    zh: `会议召开${count}${unit === 'day' ? '日' : '个月'}前`,
    en: `${count} ${unit}${count === 1 ? '' : 's'} before the meeting`,
  }
}

function afterWords({ count, unit }: Lead): Label {
  return {
    zh: `销号${count}${unit === 'day' ? '日' : '个月'}后`,
    en: `${count} ${unit}${count === 1 ? '' : 's'} after closure`,
  }
}

function smallestWords(people: number): Label {
  return { zh: `每组至少${people}人作答`, en: `at least ${people} answers in a group` }
}

function remindWords(days: number): Label {
  return days === 0
    ? { zh: '不提醒', en: 'none' }
    : { zh: `到期前${days}日`, en: `${days} days before` }
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
    const { zh, en } = axisRuleWords(value[axis])
    return { zh: `${axisLabels[axis].zh}：${zh}`, en: `${axisLabels[axis].en}: ${en}` }
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
