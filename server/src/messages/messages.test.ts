/** Who is told what and when, on a real database; and real mail, bots and a gateway on this machine. */
import { addDays } from '@luoshi/domain/kernel/day'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { issueNotice } from '../supervision/issue-notice.ts'
import { listProposals } from '../supervision/propose-papers.ts'
import { noChannels, type ChannelSettings } from './channel-settings.ts'
import { scanOnce } from './daily-scan.ts'
import { deliver } from './deliver.ts'
import { followLedger } from './follow-ledger.ts'
import { gatherDigests } from './gather-digests.ts'
import { claimContact } from './claim-contact.ts'
import { eraseContact, keepTaste } from './my-channels.ts'
import { markMessagesRead, readMessages } from './read-messages.ts'
import { putAccount } from './testing/put-account.ts'
import { putContact } from './testing/put-contact.ts'
import { localHook, localMail, type LocalHook, type LocalMail } from './testing/receivers.ts'
import { readUndelivered, retryUndelivered } from './undelivered.ts'

let county: TestCounty
let staff: ReturnType<TestCounty['as']>
let clerk: ReturnType<TestCounty['as']>

beforeEach(async () => {
  county = await testCounty()
  const { database, congress, roads } = county
  const put = (role: 'unitStaff' | 'clerk' | 'admin', unit: string | null) =>
    putAccount(database.owner, congress, role, unit)
  staff = { ...county.as('unitStaff', roads.unit), account: await put('unitStaff', roads.unit) }
  clerk = { ...county.as('clerk'), account: await put('clerk', null) }
  await followLedger(county.world, county.congress)
})
afterEach(() => county[Symbol.asyncDispose]())

const bellOf = async (by: typeof staff) => value(await readMessages(county.world, by, {}))
const causesOf = async (by: typeof staff) => (await bellOf(by)).rows.map(({ cause }) => cause)
const follow = () => followLedger(county.world, county.congress)
const scan = () => scanOnce(county.world, county.congress)

describe('the bell', () => {
  it('tells the unit what was handed over to it, and nobody else', async () => {
    await county.handOver('城南路口积水', county.roads)
    await county.handOver('村小操场', county.schools)
    await follow()
    expect((await bellOf(staff)).rows).toMatchObject([
      { cause: 'handedOver', facts: { number: 1 }, title: '城南路口积水', read: false },
    ])
    expect(await causesOf(clerk)).toEqual([])
  })

  it('tells the same event once, however often and by however many the log is read', async () => {
    await county.handOver('城南路口积水', county.roads)
    await Promise.all([follow(), follow(), follow()])
    await follow()
    expect(await causesOf(staff)).toEqual(['handedOver'])
  })

  it('begins at the end of the log: nobody is told of years gone by', async () => {
    await county.handOver('城南路口积水', county.roads)
    await county.database.owner.query('delete from luoshi.news_read')
    await follow()
    expect(await causesOf(staff)).toEqual([])
  })

  it('is read by its owner alone', async () => {
    await county.handOver('城南路口积水', county.roads)
    await follow()
    const [row] = (await bellOf(staff)).rows
    value(await markMessagesRead(county.world, clerk, [row?.id ?? '0']))
    expect((await bellOf(staff)).unread).toBe(1)
    expect(value(await markMessagesRead(county.world, staff, null))).toEqual({ unread: 0 })
  })
})

describe('the daily scan', () => {
  it('reminds when the days of reminder begin, on the last day and when it is late, each once', async () => {
    const matter = await county.handOver('城南路口积水', county.roads)
    const { rows } = await county.database.owner.query<{ plan_due: string }>(
      'select plan_due::text as plan_due from luoshi.matter_view where id = $1 and to_seq is null',
      [matter],
    )
    const due = rows[0]?.plan_due ?? ''
    const told: string[] = []
    for (let day = county.clock.today(), n = 0; n < 20; n += 1, day = addDays(day, 1)) {
      county.clock.goTo(day)
      const before = (await bellOf(staff)).rows.length
      expect(await scan()).toBe(true)
      expect(await scan()).toBe(false)
      const { rows: after } = await bellOf(staff)
      if (after.length > before) told.push(`${after[0]?.cause} ${day}`)
    }
    expect(due).toBe('2026-03-17')
    expect(told).toEqual(['dueSoon 2026-03-10', 'dueSoon 2026-03-16', 'overdue 2026-03-18'])
  })

  it('puts many matters into one line, and proposes a paper to the clerk without issuing one', async () => {
    await county.handOver('城南路口积水', county.roads)
    await county.handOver('北门桥护栏', county.roads)
    county.clock.goTo(addDays(county.clock.today(), 30))
    await scan()
    expect((await bellOf(staff)).rows).toMatchObject([{ cause: 'overdue', facts: { count: 2 } }])
    expect((await bellOf(clerk)).rows).toMatchObject([
      { cause: 'papersProposed', facts: { count: 2 } },
    ])
    const { rows } = await county.database.owner.query(
      `select from luoshi.record_view where kind = 'notice'`,
    )
    expect(rows).toEqual([])
  })

  it('is done by one of several processes', async () => {
    await county.handOver('城南路口积水', county.roads)
    county.clock.goTo(addDays(county.clock.today(), 30))
    const done = await Promise.all([scan(), scan(), scan()])
    expect(done.filter(Boolean)).toHaveLength(1)
  })
})

it('the ladder goes up one rung when the last paper had its days, and only by a person’s hand', async () => {
  const matter = await county.handOver('城南路口积水', county.roads)
  county.clock.goTo(addDays(county.clock.today(), 30))
  const proposed = async () =>
    value(await listProposals(county.world, clerk)).rows.map(({ propose }) => propose)
  expect(await proposed()).toEqual(['reminder'])
  const notice = {
    unit: county.roads.unit,
    matters: [matter],
    problem: 'late',
    demand: '请立即报送方案。',
    reportBy: addDays(county.clock.today(), 7),
    level: 'reminder',
    approval: null,
  } as const
  value(await issueNotice(county.world, { by: clerk, notice }))
  expect(await proposed()).toEqual([])
  county.clock.goTo(addDays(county.clock.today(), 7))
  expect(await proposed()).toEqual(['notice'])
  expect(await listProposals(county.world, staff)).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden' },
  })
})

describe('outside the console', () => {
  let mail: LocalMail
  let hook: LocalHook
  beforeEach(async () => {
    mail = await localMail()
    hook = await localHook()
  })
  afterEach(async () => {
    await mail.close()
    await hook.close()
  })

  const settings = (): ChannelSettings => {
    return {
      mail: mail.settings,
      webhookOrigins: [hook.origin],
      sms: { url: `${hook.origin}/sms`, token: 'T', template: 'SMS_1', codeTemplate: 'CODE_1' },
      tellEveryMs: 60_000,
    }
  }
  const noQuiet = { cap: 2, digestAt: 0, quietFrom: 0, quietUntil: 0 }

  async function reach(
    channel: 'email' | 'sms' | 'wecom' | 'dingtalk' | 'feishu',
    address: string,
    secret: string | null = null,
  ) {
    await putContact(county, staff, channel, { address, secret })
    value(await keepTaste(county.world, settings(), staff, { ...noQuiet, channel }))
  }
  const sendAll = async () => {
    await follow()
    await gatherDigests(county.world, county.congress)
    const link = 'https://luoshi.example/messages'
    const congressName = '测试县人大常委会'
    return deliver(
      { world: county.world, settings: settings(), congressName, link },
      county.congress,
    )
  }

  it('many causes become one letter through a real mail server, with a link and without a title', async () => {
    await reach('email', 'staff@roads.example')
    await county.handOver('城南路口积水', county.roads)
    await county.handOver('北门桥护栏', county.roads)
    expect(await sendAll()).toEqual({ sent: 1, failed: 0 })
    const [letter] = mail.letters
    expect(mail.letters).toHaveLength(1)
    expect(letter?.to).toEqual(['staff@roads.example'])
    expect(letter?.text).toContain('第1号事项已交办给您单位')
    expect(letter?.text).toContain('第2号事项已交办给您单位')
    expect(letter?.text).toContain('https://luoshi.example/messages')
    expect(letter?.text).not.toContain('积水')
    expect(await sendAll()).toEqual({ sent: 0, failed: 0 })
  })

  it('after the cap of the day the rest goes into tomorrow’s digest: nothing more today, nothing lost', async () => {
    await reach('email', 'staff@roads.example')
    for (let n = 1; n <= 4; n += 1) {
      await county.handOver(`第${n}件`, county.roads)
      await sendAll()
    }
    expect(mail.letters).toHaveLength(2)
    county.clock.goTo(addDays(county.clock.today(), 1))
    await sendAll()
    expect(mail.letters).toHaveLength(3)
    const all = mail.letters.map(({ text }) => text).join('\n')
    for (let n = 1; n <= 4; n += 1) expect(all.split(`第${n}号事项`)).toHaveLength(2)
  })

  it('a bot of each house takes it, and those that sign are given a right signature', async () => {
    for (const [channel, secret] of [
      ['wecom', null],
      ['dingtalk', 'SEC1'],
      ['feishu', 'S2'],
    ] as const) {
      await reach(channel, `${hook.origin}/${channel}?access_token=K`, secret)
      await county.handOver(`给${channel}`, county.roads)
      expect(await sendAll()).toEqual({ sent: 1, failed: 0 })
      county.clock.goTo(addDays(county.clock.today(), 1))
    }
    expect(hook.taken.map(({ channel, signed }) => `${channel} ${signed}`)).toEqual([
      'wecom none',
      'dingtalk right',
      'feishu right',
    ])
  })

  it('a wrong secret is refused by the bot and given up at once; the administrator sees why, and no address', async () => {
    await reach('dingtalk', `${hook.origin}/dingtalk?access_token=K`, 'WRONG')
    await county.handOver('城南路口积水', county.roads)
    expect(await sendAll()).toEqual({ sent: 0, failed: 1 })
    const admin = county.as('admin')
    const { rows } = value(await readUndelivered(county.world, admin))
    expect(rows).toMatchObject([{ channel: 'dingtalk', fault: 'dingtalk-310000', tries: 1 }])
    expect(JSON.stringify(rows)).not.toContain(hook.origin)
    expect(await readUndelivered(county.world, staff)).toMatchObject({ ok: false })
    await reach('dingtalk', `${hook.origin}/dingtalk?access_token=K`, 'SEC1')
    value(await retryUndelivered(county.world, admin, rows[0]?.id ?? '0'))
    expect(await sendAll()).toEqual({ sent: 1, failed: 0 })
  })

  it('the gateway of the county sends a text message with a template and two parameters', async () => {
    await reach('sms', '13612345678')
    await county.handOver('城南路口积水', county.roads)
    expect(await sendAll()).toEqual({ sent: 1, failed: 0 })
    expect(hook.taken).toMatchObject([
      { channel: 'sms', body: { phone: '13612345678', template: 'SMS_1', params: { count: '1' } } },
    ])
  })

  it('a bot that is down is tried again after a minute, and in the end given up', async () => {
    await reach('wecom', `${hook.origin}/down`)
    await county.handOver('城南路口积水', county.roads)
    expect(await sendAll()).toEqual({ sent: 0, failed: 1 })
    expect(await sendAll()).toEqual({ sent: 0, failed: 0 })
    for (let n = 1; n <= 6; n += 1) {
      county.clock.goTo(addDays(county.clock.today(), 1))
      await sendAll()
    }
    const admin = county.as('admin')
    expect(value(await readUndelivered(county.world, admin)).rows).toMatchObject([
      { fault: 'http-503', tries: 6 },
    ])
  })

  it('a bot elsewhere than was set up is never asked', async () => {
    const asked = {
      channel: 'wecom',
      address: 'http://169.254.169.254/latest',
      secret: null,
    } as const
    const claiming = { world: county.world, settings: settings(), by: staff }
    expect(await claimContact(claiming, asked)).toMatchObject({
      ok: false,
      refusal: { code: 'contact-host-not-set-up' },
    })
    await reach('wecom', `${hook.origin}/redirect`)
    await county.handOver('城南路口积水', county.roads)
    expect(await sendAll()).toEqual({ sent: 0, failed: 1 })
    expect(hook.taken.filter(({ channel }) => channel === 'elsewhere')).toEqual([])
  })

  it('mail that must be encrypted is not sent to a server that cannot', async () => {
    await reach('email', 'staff@roads.example')
    await county.handOver('城南路口积水', county.roads)
    await follow()
    await gatherDigests(county.world, county.congress)
    const strict = { ...settings(), mail: { ...mail.settings, requireTls: true } }
    const rest = { congressName: '测试县人大常委会', link: 'https://luoshi.example' }
    expect(
      await deliver({ world: county.world, settings: strict, ...rest }, county.congress),
    ).toEqual({ sent: 0, failed: 1 })
    expect(mail.letters).toEqual([])
  })

  it('nor to one that shows a certificate nobody has reason to trust', async () => {
    await reach('email', 'staff@roads.example')
    await county.handOver('城南路口积水', county.roads)
    await follow()
    await gatherDigests(county.world, county.congress)
    const doubtful = await localMail(true)
    const strict = { ...settings(), mail: { ...doubtful.settings, requireTls: true } }
    const rest = { congressName: '测试县人大常委会', link: 'https://luoshi.example' }
    const sending = { world: county.world, settings: strict, ...rest }
    expect(await deliver(sending, county.congress)).toEqual({ sent: 0, failed: 1 })
    expect(doubtful.letters).toEqual([])
    await doubtful.close()
  })

  it('an address that was erased is nowhere any more, and what waited for it is not sent', async () => {
    await reach('email', 'staff@roads.example')
    await county.handOver('城南路口积水', county.roads)
    await follow()
    await gatherDigests(county.world, county.congress)
    value(await eraseContact(county.world, settings(), staff, 'email'))
    expect(await sendAll()).toEqual({ sent: 0, failed: 1 })
    const { rows } = await county.database.owner.query<{ found: string }>(
      `select string_agg(t::text, '') as found from (select to_jsonb(m) t from luoshi.message m
        union all select to_jsonb(n) from luoshi.note n union all select to_jsonb(c) from luoshi.contact c
        union all select to_jsonb(e) from luoshi.event e) s`,
    )
    expect(rows[0]?.found).not.toContain('staff@roads.example')
  })

  it('another congress sees neither address nor message', async () => {
    await reach('email', 'staff@roads.example')
    for (const table of [
      'contact',
      'contact_claim',
      'contact_code',
      'message_taste',
      'note',
      'message',
      'deadline_scan',
      'scan_reader',
      'news_read',
    ]) {
      const client = await county.database.pool.connect()
      await client.query(`select set_config('luoshi.congress', $1, false)`, ['congress_other0001'])
      const { rows } = await client.query(`select from luoshi.${table}`)
      client.release(true)
      expect({ table, rows }).toEqual({ table, rows: [] })
    }
  })
})

it('without any channel set up everything else works: the bell rings', async () => {
  await county.handOver('城南路口积水', county.roads)
  await follow()
  expect(await gatherDigests(county.world, county.congress)).toBe(0)
  const rest = { congressName: '测试县人大常委会', link: '' }
  expect(
    await deliver({ world: county.world, settings: noChannels, ...rest }, county.congress),
  ).toEqual({ sent: 0, failed: 0 })
  expect(await causesOf(staff)).toEqual(['handedOver'])
})
