/** A unit that asked for another one (改办) in vain hears of it: that the matter stays, why, and what is due now. */
import { addDays, day } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { messageLine } from '@luoshi/domain/supervision/message-causes'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { eraseWords } from '../erasures/erase-words.ts'
import { noChannels } from './channel-settings.ts'
import { deliver } from './deliver.ts'
import { followLedger } from './follow-ledger.ts'
import { gatherDigests } from './gather-digests.ts'
import { keepTaste } from './my-channels.ts'
import { readMessages } from './read-messages.ts'
import { putAccount } from './testing/put-account.ts'
import { putContact } from './testing/put-contact.ts'
import { localMail } from './testing/receivers.ts'

let county: TestCounty
let staff: ReturnType<TestCounty['as']>

beforeEach(async () => {
  county = await testCounty()
  const { database, congress, roads } = county
  const account = await putAccount(database.owner, congress, 'unitStaff', roads.unit)
  staff = { ...county.as('unitStaff', roads.unit), account }
  await followLedger(county.world, county.congress)
})
afterEach(() => county[Symbol.asyncDispose]())

const reason = '三定方案明确由你单位牵头'
const bell = async (by = staff) => value(await readMessages(county.world, by, {})).rows

async function refuseAnother(): Promise<MatterId> {
  const matter = await county.handOver('城南路口积水', county.roads)
  await county.step(staff, matter, { type: 'AskReassignment', reason: '归水利局' })
  await county.step(county.as('clerk'), matter, { type: 'RefuseReassignment', reason })
  await followLedger(county.world, county.congress)
  return matter
}

async function planDueOf(matter: string): Promise<string> {
  const { rows } = await county.database.owner.query<{ due: string }>(
    'select plan_due::text as due from luoshi.matter_view where id = $1 and to_seq is null',
    [matter],
  )
  return rows[0]?.due ?? ''
}

it('says in the console that it stays with the unit, why, and by when its plan is owed', async () => {
  const matter = await refuseAnother()
  const [row] = await bell()
  const due = await planDueOf(matter)
  expect(row).toMatchObject({
    cause: 'reassignmentRefused',
    thing: matter,
    facts: { number: 1, day: due },
    title: '城南路口积水',
    reason,
  })
  const [year, month, date] = due.split('-').map(Number)
  expect(row && messageLine(row.cause, row.facts).zh).toBe(
    `第1号事项的改办申请未获同意，仍由您单位承办，原定期限照常计算：整改方案应于${year}年${month}月${date}日前报送。理由见该事项页面。`,
  )
})

it('says the day as it stands also when the plan is already late: the limit ran on meanwhile', async () => {
  const matter = await county.handOver('城南路口积水', county.roads)
  await county.step(staff, matter, { type: 'AskReassignment', reason: '归水利局' })
  const due = await planDueOf(matter)
  county.clock.goTo(addDays(day(due), 3))
  await county.step(county.as('clerk'), matter, { type: 'RefuseReassignment', reason })
  await followLedger(county.world, county.congress)
  expect((await bell())[0]).toMatchObject({ cause: 'reassignmentRefused', facts: { day: due } })
})

it('names no day where the limit waits for a session', () => {
  expect(messageLine('reassignmentRefused', { number: 7 }).zh).toBe(
    '第7号事项的改办申请未获同意，仍由您单位承办，原定期限照常计算。理由见该事项页面。',
  )
})

it('goes outside without waiting for tomorrow, and without the reason', async () => {
  const mail = await localMail()
  const settings = { ...noChannels, mail: mail.settings }
  const { world, congress } = county
  await putContact(county, staff, 'email', { address: 'staff@roads.example', secret: null })
  // The day's digest would go out in the evening only: what is urgent does not wait for it.
  const taste = { cap: 2, digestAt: 1200, quietFrom: 0, quietUntil: 0, channel: 'email' } as const
  value(await keepTaste(world, settings, staff, taste))
  await refuseAnother()
  await gatherDigests(world, congress)
  const link = 'https://luoshi.example/messages'
  await deliver({ world, settings, congressName: '测试县人大常委会', link }, congress)
  await mail.close()
  const sent = mail.letters.map(({ text }) => text).join('')
  expect(sent).toContain('第1号事项的改办申请未获同意')
  expect(sent).not.toContain('三定方案')
})

it('tells nobody else, and the reason goes with the matter and with its words', async () => {
  const other = await putAccount(
    county.database.owner,
    county.congress,
    'official',
    county.water.unit,
  )
  const matter = await refuseAnother()
  const water = { ...county.as('official', county.water.unit), account: other }
  expect(await bell(water)).toEqual([])
  const { rows } = await county.database.owner.query<{ seq: number }>(
    `select seq::int as seq from luoshi.event where stream = $1 and type = 'ReassignmentRefused'`,
    [matter],
  )
  const erasing = { event: rows[0]?.seq ?? 0, ground: '个人信息保护法第四十七条', approval }
  value(await eraseWords(county.world, { by: county.as('admin'), ...erasing }))
  expect((await bell())[0]).toMatchObject({ cause: 'reassignmentRefused', reason: null })
})

it('the reason is no longer read by a unit that the matter was taken from', async () => {
  const matter = await refuseAnother()
  const { unit, official } = county.water
  const move = {
    type: 'MoveResponsibility',
    unit,
    official,
    cause: 'postTransferred',
    reason: '机构调整',
  } as const
  await county.step(county.as('clerk'), matter, move)
  const refused = (await bell()).find(({ cause }) => cause === 'reassignmentRefused')
  expect(refused).toMatchObject({ title: null, reason: null })
})
