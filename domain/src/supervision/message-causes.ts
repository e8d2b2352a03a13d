/**
 * Why somebody is told something, and in which words. A line names the thing by its number and says what is to be done;
 * it never quotes an opinion, names a raiser or accuses anybody, so that it may go over a network the county does not own.
 *
 * Source: domain.md §3.5 (who raised what stays sealed), §10 (reminders); ecosystem.md §6 (link only outside).
 */
import { isDay } from '../kernel/day.ts'
import { dayInChinese } from '../kernel/day-words.ts'

export const messageCauses = [
  'handedOver',
  'responsibilityMoved',
  'delegated',
  'reassignmentRefused',
  'planReturned',
  'resultReturned',
  'roundBegan',
  'noticeIssued',
  'consequenceDecided',
  'meetingFixed',
  'verdictGiven',
  'matterClosed',
  'dueMoved',
  'dueSoon',
  'overdue',
  'silent',
  'planSubmitted',
  'resultSubmitted',
  'noticeAnswered',
  'papersProposed',
  'briefingIssued',
  'accountsDormant',
  'actWaits',
] as const

export type MessageCause = (typeof messageCauses)[number]

export function isMessageCause(raw: string): raw is MessageCause {
  return messageCauses.some((cause) => cause === raw)
}

/** What a line is made of; only what its cause has use for is given. Numbers and days, nothing that names a person. */
export type MessageFacts = Readonly<{
  /** The matter's number in the ledger, or how many things the line stands for. */
  number?: number | undefined
  count?: number | undefined
  days?: number | undefined
  day?: string | undefined
  /** 督办通知〔2026〕3号 */
  reference?: string | undefined
}>

type Said = Readonly<{ zh: string; en: string }>

/** Causes that do not wait for tomorrow's digest: somebody has to act, or to come. */
const urgent: ReadonlySet<MessageCause> = new Set([
  'handedOver',
  'responsibilityMoved',
  'delegated',
  'reassignmentRefused',
  'planReturned',
  'resultReturned',
  'noticeIssued',
  'consequenceDecided',
  'meetingFixed',
])

export function isUrgent(cause: MessageCause): boolean {
  return urgent.has(cause)
}

export function messageLine(cause: MessageCause, facts: MessageFacts): Said {
  const { number = 0, count = 1, days = 0, day = '', reference = '' } = facts
  switch (cause) {
    case 'handedOver':
      return said(
        `第${number}号事项已交办给您单位，请签收并按期报送整改方案。`,
        `Matter ${number} was handed over to your unit; please sign for it.`,
      )
    case 'responsibilityMoved':
      return said(
        `第${number}号事项的承办责任已移交给您单位，请接续办理。`,
        `Responsibility for matter ${number} has moved to your unit.`,
      )
    case 'delegated':
      return said('有一项工作委托给您办理，请查看。', 'Some work was delegated to you.')
    case 'reassignmentRefused':
      return reassignmentRefused(number, day)
    case 'planReturned':
      return said(
        `第${number}号事项的整改方案已退回，请按意见修改后重新报送。`,
        `The plan for matter ${number} was returned; please revise it.`,
      )
    case 'resultReturned':
      return said(
        `第${number}号事项的办理结果已退回，请按意见补充后重新报送。`,
        `The result of matter ${number} was returned; please complete it.`,
      )
    case 'roundBegan':
      return said(
        `第${number}号事项进入新一轮整改，请查看时限和要求。`,
        `A new round of matter ${number} has begun; please see its limits.`,
      )
    case 'noticeIssued':
      return said(
        `${reference}已发至您单位，请签收并按要求报告办理情况。`,
        `${reference} was issued to your unit; please sign for it and report.`,
      )
    case 'consequenceDecided':
      return said(
        `${reference}已送达您单位，请查看决定内容和办理要求。`,
        `${reference} was delivered to your unit; please see what it asks.`,
      )
    case 'meetingFixed':
      return said(
        `评议会定于${day}召开，请按时限做好准备。`,
        `The appraisal meeting will be on ${day}; please prepare in time.`,
      )
    case 'verdictGiven':
      return said(
        `第${number}号事项的测评结果已公布，请查看。`,
        `The verdict on matter ${number} has been given.`,
      )
    case 'matterClosed':
      return said(`第${number}号事项已销号。`, `Matter ${number} was struck off.`)
    case 'dueMoved':
      return said(
        `第${number}号事项的办理时限已调整为${day}。`,
        `The limit of matter ${number} is now ${day}.`,
      )
    case 'dueSoon':
      return said(
        `有${count}件事项将在${days}日内到期，请按时报送。`,
        `${count} matters fall due within ${days} days.`,
      )
    case 'overdue':
      return said(
        `有${count}件事项已超过时限，请尽快报送；确有困难的，请书面申请延期。`,
        `${count} matters are past their limit; report soon, or ask for an extension in writing.`,
      )
    case 'silent':
      return said(
        `有${count}件事项较长时间没有进展记录，请补报进展。`,
        `${count} matters have had no entry for some time; please report progress.`,
      )
    case 'planSubmitted':
      return said(
        `第${number}号事项的整改方案已报送，请审核。`,
        `The plan for matter ${number} has come in.`,
      )
    case 'resultSubmitted':
      return said(
        `第${number}号事项已申请办结，请安排核查。`,
        `The result of matter ${number} has come in; please arrange verification.`,
      )
    case 'noticeAnswered':
      return said(`${reference}已报告办理情况，请查看。`, `${reference} has been answered.`)
    case 'papersProposed':
      return said(
        `有${count}件事项建议发出催办、督办文书，请确认。`,
        `${count} matters are proposed for a chasing paper; please decide.`,
      )
    case 'briefingIssued':
      return said(`${reference}已印发，请查看。`, `${reference} was issued.`)
    case 'accountsDormant':
      return said(
        `有${count}个账号超过${days}天没有登录，已自动停用；还要使用的，请在“账号”中恢复。`,
        `${count} accounts unused for ${days} days were suspended; reinstate those still needed.`,
      )
    case 'actWaits':
      return said(
        '有一件事项等待您批准，请在“待批准事项”中处理。',
        'Something waits for your approval as the second administrator.',
      )
  }
}

/**
 * The window went on while the committee decided, so what is due is said, too; also where the day is past by now.
 * Source: 青岛条例第十九条 (“未同意退回的，承办单位应当继续办理”).
 */
function reassignmentRefused(number: number, planDue: string): Said {
  const zh = `第${number}号事项的改办申请未获同意，仍由您单位承办，原定期限照常计算`
  const en = `Another unit was not agreed to: matter ${number} stays with yours, and its limits run on`
  const [reason, reasonEn] = ['理由见该事项页面。', 'The reasons are on its page.']
  return isDay(planDue)
    ? said(
        `${zh}：整改方案应于${dayInChinese(planDue)}前报送。${reason}`,
        `${en}: its plan is due by ${planDue}. ${reasonEn}`,
      )
    : said(`${zh}。${reason}`, `${en}. ${reasonEn}`)
}

function said(zh: string, en: string): Said {
  return { zh, en }
}
