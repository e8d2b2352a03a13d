/** The matters of the demo county: raised by the clerk or found in a record, then step by step to where each has come. */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import type { OpinionId } from '@luoshi/domain/kernel/ids'
import { loadMatter, loadOpinion } from '@luoshi/server/execute/load'
import { takeStep } from '@luoshi/server/matters/take-step'
import { raiseOpinion } from '@luoshi/server/opinions/raise-opinion'
import { splitOpinion } from '@luoshi/server/opinions/split-opinion'
import { paces } from './calendar.ts'
import { officials, type OfficialKey, type UnitKey } from './county.ts'
import { approvalOn, type Order, type Planned, type Setting } from './orders.ts'
import { planJourney } from './plan-journey.ts'
import type { Raised } from './raised-kind.ts'
import { appraisalOf, known, matterCalled, must, type Story } from './story.ts'

/** What the opinion letter does for all of its matters at once. */
const doneByLetter = new Set<Order['type']>(['ApproveMatter', 'HandOverMatter', 'SignReceipt'])

export function planMatters(story: Story, raised: readonly Raised[]): void {
  const opinions = new Map<Raised, OpinionId>()
  for (const [place, one] of raised.entries()) {
    const pace = paces[one.appraisal]
    const setting = settingOf(story, one, place)
    const raiseOn = one.channel === 'selfCheck' ? pace.open + 6 : pace.raise
    if (one.by === 'clerk')
      story.plan(raiseOn, async () => {
        opinions.set(one, await raise(story, one, addDays(story.today, raiseOn), setting))
      })
    for (const planned of planJourney(one.journey, one.appraisal, setting)) {
      if (one.appraisal === 'transport' && doneByLetter.has(planned.order.type)) continue
      story.plan(planned.day, () => step(story, one.title, planned))
    }
    if (one.journey === 'merged') story.plan(pace.approve, () => mergeEarlier(story, one, setting))
    if (one.journey === 'splitInTwo')
      story.plan(pace.approve, () => split(story, one, known(opinions.get(one), one.title)))
  }
}

async function raise(
  story: Story,
  one: Raised,
  receivedOn: Day,
  setting: Setting,
): Promise<OpinionId> {
  const { channel, raiserKind, text, title } = one
  const disposition =
    one.journey === 'exitAnswered'
      ? ({
          kind: 'exit',
          exit: 'answeredOnTheSpot',
          reason: '环卫站当场答复，当天恢复每日清运，提出人表示认可。',
          approval: approvalOn(setting, paces[one.appraisal].raise, 40),
        } as const)
      : ({ kind: 'matter', title, unit: story.unit(one.appraisal) } as const)
  const raiser = raiserNames[raiserKind]
  const raising = { channel, raiserKind, receivedOn, text, raiser, disposition }
  const appraisal = appraisalOf(story, one.appraisal)
  const { world } = story
  const done = await raiseOpinion(world, { by: story.as('clerk'), appraisal, raising })
  return must(done, `raise ${title}`).opinion
}

async function step(story: Story, title: string, { by, order }: Planned): Promise<void> {
  const { world, congress } = story
  const matter = await matterCalled(story, title)
  const { version } = await loadMatter(world.db, congress, matter)
  must(
    await takeStep(world, { by: story.as(by), matter, version, command: order }),
    `${order.type} on ${title}`,
  )
}

async function mergeEarlier(story: Story, one: Raised, setting: Setting): Promise<void> {
  const day = paces[one.appraisal].approve
  const order: Order = {
    type: 'MergeMatter',
    into: await matterCalled(story, '晚自习时间'),
    reason: '与“晚自习时间”反映同一问题。',
    approval: approvalOn(setting, day, 41),
  }
  await step(story, one.title, { day, by: 'clerk', order })
}

async function split(story: Story, one: Raised, opinion: OpinionId): Promise<void> {
  const { world, congress } = story
  const { version } = await loadOpinion(world.db, congress, opinion)
  const unit = story.unit(one.appraisal)
  const parts = [
    { text: '留守儿童之家挂了牌子没有人值守。', title: '留守儿童之家无人值守', unit },
    { text: '留守儿童的家访和心理辅导没有台账。', title: '留守儿童家访没有台账', unit },
  ]
  const reason = '一条意见说的是两件事，分别办理。'
  must(
    await splitOpinion(world, { by: story.as('clerk'), opinion, version, parts, reason }),
    `split ${one.title}`,
  )
}

function settingOf(story: Story, one: Raised, place: number): Setting {
  const [unit, official, person, staff] = answeringFor(one)
  const { today, evidence } = story
  return {
    today,
    title: one.title,
    unit: story.unit(unit),
    official: story.official(official),
    officialName: officials[official].name,
    person,
    staff,
    letter: `清人常〔${today.slice(0, 4)}〕${(place % 9) + 3}号`,
    other: { unit: story.unit('housing'), official: story.official('he') },
    evidence,
  }
}

type Answering = readonly [unit: UnitKey, official: OfficialKey, person: string, staff: string]

/** Unit, official and logins that answer for a matter when it is handed over. */
function answeringFor({ appraisal, journey }: Raised): Answering {
  switch (appraisal) {
    case 'water':
      return journey === 'late'
        ? ['floodOffice', 'bao', 'flood', 'flood']
        : ['water', 'liu', 'water', 'waterstaff']
    case 'education':
      return ['education', 'tao', 'education', 'education']
    case 'transport':
      return ['transport', 'ning', 'transport', 'transportstaff']
    case 'health':
      return ['health', 'kuang', 'health', 'health']
    case 'market':
      return ['market', 'su', 'market', 'market']
    case 'justice':
      return ['justice', 'qiao', 'justice', 'justice']
    case 'housing':
      return ['housing', journey === 'inProgressMoved' ? 'oldBao' : 'he', 'housing', 'housing']
  }
}

const raiserNames = {
  member: '常委会组成人员',
  deputy: '县人大代表',
  team: '评议调查组',
  public: '群众',
  self: '单位自查',
} as const
