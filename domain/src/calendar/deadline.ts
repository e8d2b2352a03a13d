/** A time limit as a county's rules state it: so many days, months, working days or sessions from some event. */

export const deadlineUnits = ['day', 'month', 'workday', 'session'] as const

export type DeadlineUnit = (typeof deadlineUnits)[number]

export const deadlineStarts = ['handOver', 'receipt', 'meeting', 'verdict'] as const

export type DeadlineStart = (typeof deadlineStarts)[number]

/** Plain JSON, so that it can be frozen into an appraisal. */
export type Deadline = Readonly<{
  /** 1 to {@link mostUnits}. */
  count: number
  unit: DeadlineUnit
  from: DeadlineStart
}>

/** Ten years of days; whatever is longer is a slip of the pen. */
export const mostUnits = 3660

export function isDeadline(raw: unknown): raw is Deadline {
  if (typeof raw !== 'object' || raw === null) return false
  if (!('count' in raw && 'unit' in raw && 'from' in raw)) return false
  const { count, unit, from } = raw
  const inRange = typeof count === 'number' && Number.isInteger(count) && count >= 1
  if (!inRange || count > mostUnits) return false
  return deadlineUnits.some((one) => one === unit) && deadlineStarts.some((one) => one === from)
}

type Label = Readonly<{ zh: string; en: string }>

export const startLabels: Readonly<Record<DeadlineStart, Label>> = {
  handOver: { zh: '交办之日', en: 'the hand-over' },
  receipt: { zh: '收到之日', en: 'receipt' },
  meeting: { zh: '会议结束之日', en: 'the end of the meeting' },
  verdict: { zh: '测评之日', en: 'the verdict' },
}

/** 收到之日起15日内; 15 days from receipt. */
export function deadlineText({ count, unit, from }: Deadline): Label {
  const { zh, en } = startLabels[from]
  const s = count === 1 ? '' : 's'
  switch (unit) {
    case 'day':
      return { zh: `自${zh}起${count}日内`, en: `${count} day${s} from ${en}` }
    case 'month':
      return { zh: `自${zh}起${count}个月内`, en: `${count} month${s} from ${en}` }
    case 'workday':
      return { zh: `自${zh}起${count}个工作日内`, en: `${count} working day${s} from ${en}` }
    case 'session': {
      const which = count === 1 ? '下一次' : `其后第${count}次`
      return { zh: `自${zh}起，在${which}常委会会议上`, en: `session no. ${count} after ${en}` }
    }
  }
}
