/** Turns “how far it comes” into the steps that lead there, each with its day and the person who takes it. */
import { addDays } from '@luoshi/domain/kernel/day'
import { furtherRound, paces, type Pace } from './calendar.ts'
import type { AppraisalKey } from './county.ts'
import type { Journey } from './journeys.ts'
import { sessionOf } from './words/roster.ts'
import {
  acceptSteps,
  allPleased,
  approvalOn,
  badQuality,
  closeSteps,
  handOverSteps,
  judgeSteps,
  meetingSteps,
  nearly,
  planSteps,
  progressSteps,
  signSteps,
  submitSteps,
  tooLate,
  verifySteps,
  type Cast,
  type Planned,
  type Setting,
} from './orders.ts'

type Steps = readonly Planned[]

export function planJourney(journey: Journey, appraisal: AppraisalKey, setting: Setting): Steps {
  const pace = paces[appraisal]
  const signed = [...handOverSteps(setting, pace), ...signSteps(setting, pace)]
  const met = [...signed, ...meetingSteps(setting, pace)]
  const planned = [...met, ...planSteps(setting, pace)]
  const working = [...planned, ...acceptSteps(setting, pace)]
  const reported = [...working, ...progressSteps(setting, pace), ...submitSteps(setting, pace)]
  const verified = [...reported, ...verifySteps(setting, pace)]
  const judged = (votes: Cast) => [...verified, ...judgeSteps(pace, votes, sessionOf(28))]
  const closed = [...judged(allPleased), ...closeSteps(setting, pace)]

  switch (journey) {
    case 'drafted':
    case 'merged':
    case 'splitInTwo':
    case 'exitAnswered':
      return []
    case 'exitDiverted':
      return exitSteps(
        setting,
        pace.approve,
        'diverted',
        '属于对个人的检举，转有关机关依法办理，不在事项中展开。',
      )
    case 'exitNotOurs':
      return exitSteps(
        setting,
        pace.approve,
        'notWithinOurPower',
        '标准由上级制定，本级无权调整，已向提出人说明。',
      )
    case 'exitWithdrawn':
      return exitSteps(
        setting,
        pace.approve,
        'withdrawnByRaiser',
        '提出人来函说明已自行协商解决，撤回意见。',
      )
    case 'approved':
      return handOverSteps(setting, pace).slice(0, 1)
    case 'issued':
      return handOverSteps(setting, pace)
    case 'issuedLate':
      return handOverSteps(setting, { ...pace, approve: -21, handOver: -19 })
    case 'misassigned':
      return [...handOverSteps(setting, pace), askReassignment(setting, pace.sign)]
    case 'reassigned':
      return [
        ...handOverSteps(setting, pace),
        askReassignment(setting, pace.sign),
        {
          day: pace.meet,
          by: 'clerk',
          order: { type: 'RefuseReassignment', reason: '三定方案明确由你单位牵头，请办理。' },
        },
        ...meetingSteps(setting, { ...pace, meet: pace.meet + 2 }),
      ]
    case 'reissued':
      return [
        ...handOverSteps(setting, pace),
        askReassignment(setting, pace.sign),
        {
          day: pace.sign + 2,
          by: 'clerk',
          order: {
            type: 'GrantReassignment',
            ...setting.other,
            reason: '城区道路由住建部门养护，改由县住房和城乡建设局承办。',
          },
        },
        ...byTheOther(setting, pace),
      ]
    case 'received':
      return met
    case 'planLate':
      return [...signed, chase('reminder', -12, '整改方案已超过报送时限，请于七日内报送。')]
    case 'planned':
      return planned
    case 'planReturned':
      return [
        ...planned,
        {
          day: pace.accept,
          by: 'team',
          order: { type: 'ReturnPlan', comments: '措施空泛，没有写明谁来做、做到什么程度。' },
        },
      ]
    case 'inProgress':
      return [...working, ...progressSteps(setting, pace)]
    case 'inProgressExtended':
      return [...working, ...progressSteps(setting, pace), extension(setting, pace)]
    case 'inProgressMoved':
    case 'late':
      return working
    case 'lateChased':
      return [
        ...working,
        chase('reminder', -80, '已超过办理期限，请于三日内报送进展。'),
        chase('notice', -45, '催办后仍未报送，现发督办通知书，请说明原因。'),
        chase('listed', -12, '列为挂牌督办事项。'),
      ]
    case 'committed':
      return [...working, commitment(setting, pace)]
    case 'submitted':
      return reported
    case 'verified':
      return verified
    case 'satisfied':
      return judged(allPleased)
    case 'conditional':
      return [...judged(nearly), ...progressSteps(setting, furtherRound(pace.judge, -20))]
    case 'roundTwoPlanned':
      return [...judged(tooLate), ...again(setting, pace.judge, -50).planned]
    case 'roundThree': {
      const second = again(setting, pace.judge, -60)
      return [
        ...judged(badQuality),
        ...second.judged(badQuality),
        ...again(setting, -60, 12).planned,
      ]
    }
    case 'closed':
      return closed
    case 'closedAfterTwo': {
      const second = again(setting, pace.judge, -60)
      return [...judged(badQuality), ...second.closed]
    }
    case 'closedAfterThree': {
      const second = again(setting, pace.judge, -75)
      const third = again(setting, -75, -15)
      return [...judged(tooLate), ...second.judged(badQuality), ...third.closed]
    }
    case 'relapsed':
      return [
        ...closed,
        {
          day: -40,
          by: 'team',
          order: {
            type: 'LookBackAtMatter',
            outcome: 'relapsed',
            findings: '回头看时夜间仍有装砂，住户再次反映。',
          },
        },
      ]
  }
}

/** One more round, from the verdict before it to its own. */
function again(setting: Setting, from: number, to: number) {
  const pace: Pace = furtherRound(from, to)
  const planned = [...meetingSteps(setting, pace), ...planSteps(setting, pace)]
  const verified = [
    ...planned,
    ...acceptSteps(setting, pace),
    ...progressSteps(setting, pace),
    ...submitSteps(setting, pace),
    ...verifySteps(setting, pace),
  ]
  const judged = (votes: Cast): Steps => [...verified, ...judgeSteps(pace, votes, sessionOf(31))]
  return { planned, judged, closed: [...judged(allPleased), ...closeSteps(setting, pace)] }
}

function exitSteps(
  setting: Setting,
  day: number,
  exit: 'diverted' | 'notWithinOurPower' | 'withdrawnByRaiser',
  reason: string,
): Steps {
  return [
    {
      day,
      by: 'clerk',
      order: { type: 'ExitMatter', exit, reason, approval: approvalOn(setting, day, 41) },
    },
  ]
}

/** The unit it went to in the end does the work, some days later. */
function byTheOther(setting: Setting, pace: Pace): Steps {
  const theirs = { ...setting, person: 'housing', staff: 'housing', officialName: '何志远' }
  const later = { ...pace, meet: pace.meet + 6, plan: pace.plan + 6, accept: pace.accept + 6 }
  return [
    ...meetingSteps(theirs, later),
    ...planSteps(theirs, later),
    ...acceptSteps(theirs, later),
    ...progressSteps(theirs, later),
    ...submitSteps(theirs, later),
  ]
}

function askReassignment({ staff }: Setting, day: number): Planned {
  return {
    day,
    by: staff,
    order: {
      type: 'AskReassignment',
      reason: '该项职责主要在其他部门，建议改办或者明确牵头单位。',
    },
  }
}

function extension(setting: Setting, pace: Pace): Planned {
  const approval = approvalOn(setting, -12, 45)
  const due = addDays(setting.today, pace.handOver + 92 + 20)
  return {
    day: -12,
    by: 'clerk',
    order: { type: 'ExtendDue', due, reason: '雨季无法开挖，申请延期。', approval },
  }
}

function commitment(setting: Setting, pace: Pace): Planned {
  const day = pace.progress
  const until = addDays(setting.today, 240)
  const stages = '年底前完成可行性论证和资金申报，明年汛前开工，明年汛后验收。'
  return {
    day,
    by: 'clerk',
    order: { type: 'CommitMatter', until, stages, approval: approvalOn(setting, day, 43) },
  }
}

function chase(level: 'reminder' | 'notice' | 'listed', day: number, text: string): Planned {
  return { day, by: 'clerk', order: { type: 'ChaseMatter', level, text } }
}
