/** Records of an invented county, two or three items each, as the papers are given them. */
import { appraisalGuide } from '@luoshi/domain/appraisals/appraisal-guide'
import { evolveAppraisal, noAppraisal } from '@luoshi/domain/appraisals/appraisal'
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import { day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { ledgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter, OpenedMatter } from '@luoshi/domain/matters/matter'
import { seedRuleBook } from '@luoshi/domain/rule-books/resolve-rule-book'
import { steps } from '@luoshi/domain/testing/histories'
import { policy, theMatter } from '@luoshi/domain/testing/samples'

export const secretName = '毕不可说'

export const ids = {
  appraisal: idOf('appraisal', 'appraisal_qinghe2026'),
  unit: idOf('unit', 'unit_water'),
  official: idOf('official', 'official_liumingyuan'),
  first: idOf('matter', 'matter_qinghe0001'),
  second: idOf('matter', 'matter_qinghe0002'),
}

export const about = {
  activityName: '2026年述职评议',
  officialName: '刘明远',
  unitName: '县水利局',
  session: '县第十八届人大常委会第三十次会议',
}

/** The whole history of a matter that was satisfied and struck off. */
function struckOff(): OpenedMatter {
  const decider = matterDecider(theMatter, policy)
  let state: Matter = decider.initial
  for (const command of steps) {
    const done = decider.decide(state, command)
    if (!done.ok) throw new Error(`${command.type}: ${done.refusal.code}`)
    state = done.value.reduce(decider.evolve, state)
  }
  if (state.status === 'none') throw new Error('no matter')
  return state
}

export const matter = struckOff()
export const book = seedRuleBook()

const opened = evolveAppraisal(noAppraisal, {
  type: 'AppraisalOpened',
  unit: ids.unit,
  official: ids.official,
  ruleBook: book,
  session: about.session,
  on: day('2026-03-02'),
  words: { title: about.activityName },
})
const events = [
  {
    type: 'CampaignStepDone',
    step: 'noticeServed',
    on: day('2026-03-05'),
    number: '清人常办〔2026〕6号',
    until: null,
    words: { note: '' },
  },
  {
    type: 'CampaignStepsWaived',
    steps: ['publicCall'],
    on: day('2026-03-06'),
    approval: { body: 'chairs', on: day('2026-03-06'), reference: '第12次主任会议' },
    words: { reason: '与上一年度合并征求。' },
  },
  { type: 'AppraisalMeetingFixed', meetingOn: day('2026-06-25'), on: day('2026-03-06') },
] as const
const appraisal = events.reduce(evolveAppraisal, opened)
if (appraisal.status === 'none') throw new Error('no appraisal')
const { steps: guideSteps } = appraisalGuide({
  appraisal,
  records: [],
  matters: { all: 3, open: 2 },
  lastVerdict: null,
  consent: null,
  calendar: chinaCalendar,
  today: day('2026-04-01'),
})
export const ofAppraisal = { ...about, meetingOn: day('2026-06-25'), steps: guideSteps }

export const letter = {
  ...about,
  form: 'opinion',
  reference: '清人常评意〔2026〕3号',
  sections: {
    overall: '总体较好，部分职责落实不够。',
    achievements: '农村供水工程按期完工。',
    suggestions: '建立漏损台账，按月公布。',
    ballot: '基本满意。',
  },
  items: [
    {
      number: 7,
      problem: '青石街片区供水管网漏损严重，群众多次报修。\n原因：支管老化。',
      request: '由县水利局于2026年9月30日前把漏损率降到百分之十以下。',
      unitName: '县水利局',
      officialName: '刘明远',
      voided: null,
    },
    {
      number: 12,
      problem: '东渠淤塞三年未清，灌溉用水不足。',
      request: '由县水利局于2026年8月31日前清淤并通水。',
      unitName: '县水利局',
      officialName: '刘明远',
      voided: null,
    },
    {
      number: 15,
      problem: '施工围挡占道，夜间没有警示灯。',
      request: '由县住建局于7月底前整改到位。',
      unitName: '县住建局',
      officialName: '何志远',
      voided: { on: day('2026-07-10'), reason: '职责调整', reference: '清人常评意〔2026〕5号' },
    },
  ],
  to: ['县人民政府'],
  copies: ['县委办公室', '县纪委监委'],
  limits: [
    {
      kind: 'plan',
      due: day('2026-07-20'),
      words: { zh: '自送达之日起15日内：期满之日为2026年7月20日。' },
    },
    { kind: 'report', due: day('2026-10-03'), words: { zh: '自送达之日起90日' } },
  ],
  receipts: [{ unitName: '县水利局', on: day('2026-07-06'), signer: '宋佳' }],
  withdrawal: null,
  before: null,
  delivery: { how: 'paper' },
} as const

export const plan = {
  analysis: '旧管网老化，漏损点长期未查清。',
  task: '漏损率降到百分之十以下。',
  measures: ['分段检漏', '更换老旧支管'],
  dueOn: day('2026-09-30'),
  oversees: { name: '刘明远', post: '局长' },
  leads: { name: '何志远', post: '副局长' },
  does: { name: '宋佳', post: '供水股股长' },
}
export const meeting = {
  heldOn: day('2026-07-08'),
  attended: ['刘明远', '何志远'],
  resolved: '成立工作专班，逐件研究。',
}

export const entry = (number: number, title: string) =>
  ledgerEntry(ids.first, matter, {
    number,
    unitName: '县水利局',
    opinion: `${title}，群众反映强烈。`,
    raiserKind: 'public',
    channel: 'forum',
  })

export const ballot = {
  appraisal: ids.appraisal,
  appraisalTitle: about.activityName,
  officialName: about.officialName,
  meeting: null,
  session: about.session,
  heldOn: day('2026-06-25'),
  subject: { type: 'matters', matters: [ids.first, ids.second] },
  source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
  members: 33,
  present: 29,
  recused: [],
  entries: 1,
  replaces: null,
  judged: [
    { id: ids.first, number: 7, title: '供水管网漏损' },
    { id: ids.second, number: 12, title: '东渠淤塞' },
  ],
  entered: [{ counters: { chief: '郑一', scrutineers: ['钱二', '孙三'], tellers: ['李四'] } }],
  results: [],
  ruleBook: book,
  announcedOn: day('2026-06-25'),
} as const
const votes = (satisfied: number) => ({
  satisfied,
  basically: 28 - satisfied,
  dissatisfied: 1,
  abstain: 0,
  unknown: 0,
  spoiled: 0,
})
export const counted = {
  ...ballot,
  count: {
    issued: 29,
    returned: 29,
    invalid: 0,
    rows: [20, 21, 22, 23, 24, 25].map(votes),
  },
}

export const inquiry = {
  status: 'recorded',
  appraisal: ids.appraisal,
  method: 'interview',
  on: day('2026-04-15'),
  recordedOn: day('2026-04-16'),
  isProtected: true,
  ratings: null,
  evidence: [],
  place: '县水利局三楼',
  tookPart: '赵组长、钱组员',
  whom: '',
  found: '管网漏损点多年没有普查。',
  findings: [
    {
      finding: 'f1',
      kind: 'problem',
      heading: null,
      text: '漏损点多年没有普查',
      carried: { opinion: idOf('opinion', 'opinion_qinghe0001'), matter: ids.first },
    },
    { finding: 'f2', kind: 'achievement', heading: null, text: '应急抢修及时', carried: null },
  ],
  noted: 2,
} as const

const item = {
  inquiry: idOf('inquiry', 'inquiry_qinghe0001'),
  record: 3,
  method: 'interview',
  on: day('2026-04-15'),
  heading: 'law',
} as const
export const report = {
  status: 'submitted',
  appraisal: ids.appraisal,
  assembledOn: day('2026-05-20'),
  title: '关于刘明远同志履职情况的调查报告',
  sections: [
    {
      key: 'law',
      title: '贯彻执行法律法规情况',
      text: '成绩：应急抢修及时（记录3）。\n问题：漏损点多年没有普查（记录3）。',
    },
    { key: 'integrity', title: '勤政廉政情况', text: '没有发现问题。' },
  ],
  items: [
    { ...item, finding: 'f1', kind: 'problem', matter: ids.first, text: '漏损点多年没有普查' },
    { ...item, finding: 'f2', kind: 'achievement', matter: null, text: '应急抢修及时' },
  ],
  signatories: [
    { account: null, name: '赵组长' },
    { account: null, name: '钱组员' },
  ],
  signatures: [
    { place: 0, on: day('2026-05-21'), how: 'account', scan: [], dissent: '' },
    { place: 1, on: day('2026-05-22'), how: 'paper', scan: [], dissent: '漏损成因应再核实。' },
  ],
  voided: 0,
  reopened: null,
  signedOn: day('2026-05-22'),
  submittedOn: day('2026-05-25'),
  reference: '第15次主任会议',
} as const
export const numbers = [{ id: ids.first, number: 7 }]

export const line = (unitName: string, n: number) => ({
  unitName,
  handedOver: n,
  closed: n + 1,
  noticesIssued: 1,
  noticesAnswered: 1,
  consequences: 0,
  checks: { effect: 1, progress: 2, cause: 3, responsibility: 4 },
  late: 2,
  silent: 1,
})
