/** What takes two administrators where the three are apart: it waits, another one approves, and only then is it done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import { verifiedMatter } from '../../testing/verified-matter.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { grantRoles, listAccounts } from '../contract/accounts.ts'
import { eraseFile, eraseWords, findWords } from '../contract/erasures.ts'
import { getMatter } from '../contract/matters.ts'
import { discardHeld, releaseHeld } from '../contract/quarantine.ts'
import { recordInquiry } from '../contract/inquiries.ts'
import { eraseSource, readSource } from '../contract/sealed.ts'
import { checkFiles } from '../evidence/store/check-files.ts'
import { handIn } from '../evidence/arriving/hand-in.ts'
import { approveAct, listPendingActs, refuseAct } from '../contract/pending-acts.ts'
import { getSignInRules, setSignInRules } from '../contract/sign-in-rules.ts'

let site: TestSite
let admin: Browser
let security: Browser
let second: Browser
let audit: Browser

beforeAll(async () => {
  site = await testSite()
  ;[admin, security, second, audit] = [
    await site.as('admin'),
    await site.as('securityAdmin'),
    await site.as('securityAdmin'),
    await site.as('auditAdmin'),
  ]
  await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

const rulesNow = async () => answered(getSignInRules, await security.get('/api/v1/sign-in-rules'))

async function setAdmins(by: Browser, admins: 'together' | 'separate') {
  const { rules } = await rulesNow()
  const sent = await by.send('PUT', '/api/v1/sign-in-rules', { ...rules, admins })
  return answered(setSignInRules, sent)
}

const waiting = async (by: Browser) => {
  const { rows } = await answered(listPendingActs, await by.get('/api/v1/pending-acts'))
  return rows.filter(({ outcome }) => outcome === null)
}

async function newest(by: Browser) {
  const [act] = await waiting(by)
  if (!act) throw new Error('Nothing waits')
  return act
}

const on = (act: string, step: 'approve' | 'refuse') => `/api/v1/pending-acts/${act}/${step}`

async function recordOf(text: string): Promise<number> {
  const to = `/api/v1/erasures/candidates?text=${encodeURIComponent(text)}`
  const { rows } = await answered(findWords, await admin.get(to))
  return rows[0]?.event ?? 0
}

const erase = async (event: number) => {
  const ground = '个人信息保护法第四十七条'
  return admin.send('POST', '/api/v1/erasures', { event, ground, approval })
}

describe('where one administers alone', () => {
  it('words go at once', async () => {
    await site.county.raise('赵六家的低保')
    const event = await recordOf('赵六家')
    expect((await answered(eraseWords, await erase(event))).seq).not.toBeNull()
    expect(await recordOf('赵六家')).not.toBe(event)
  })
})

const filesOf = async (text: string) => {
  const to = `/api/v1/erasures/candidates?text=${encodeURIComponent(text)}`
  return (await answered(findWords, await admin.get(to))).rows.flatMap(({ files }) => files)
}

const eraseContent = async (sha256: string) =>
  answered(
    eraseFile,
    await admin.send('POST', '/api/v1/erasures/files', {
      sha256,
      approval,
      ground: '个人信息保护法第四十七条',
    }),
  )

describe('the content of a file', () => {
  it('is found with its record, and is destroyed while its fingerprint and every proof stay', async () => {
    const { county } = site
    const matter = await verifiedMatter(county, '城北路灯', county.roads)
    const [file] = await filesOf('验收单')
    if (!file) throw new Error('No file')
    const clerk = await site.as('clerk')
    expect((await clerk.get(`/api/v1/evidence/${file.sha256}`)).status).toBe(200)
    const forbidden = await clerk.send('POST', '/api/v1/erasures/files', {
      sha256: file.sha256,
      approval,
      ground: '试一试',
    })
    expect(forbidden.status).toBe(403)
    expect(await eraseContent(file.sha256)).toEqual({ erased: true })
    expect(await county.world.files.has(file.sha256)).toBe(false)
    const gone = await problemIn(await clerk.get(`/api/v1/evidence/${file.sha256}`))
    expect(gone.code).toBe('file-erased')
    expect(await filesOf('验收单')).toEqual([])
    const { rows } = await county.database.owner.query(
      `select facts ->> 'sha256' as sha256 from luoshi.security_event where kind = 'file-erased'`,
    )
    expect(rows).toEqual([{ sha256: file.sha256 }])
    const checked = await checkFiles(county.world.files, county.database.owner)
    expect(checked.missing).not.toContain(file.sha256)
    const read = await answered(getMatter, await clerk.get(`/api/v1/matters/${matter}`))
    expect(JSON.stringify(read)).toContain(file.sha256)
  })
})

describe('where the three are apart', () => {
  it('erasing waits for the security administrator; who asked cannot approve it', async () => {
    await setAdmins(security, 'separate')
    await site.county.raise('李四家的低保')
    const event = await recordOf('李四家')
    expect((await answered(eraseWords, await erase(event))).seq).toBeNull()
    expect(await recordOf('李四家')).toBe(event)
    const act = await newest(admin)
    expect(act).toMatchObject({ kind: 'eraseWords', may: { decide: false, withdraw: true } })
    expect(act.about[0]?.zh).toBe(`第 ${event} 号记录`)
    expect((await problemIn(await admin.send('POST', on(act.id, 'approve'), {}))).code).toBe(
      'role-forbids',
    )
    expect((await audit.send('POST', on(act.id, 'approve'), {})).status).toBe(403)
    const { rows } = await site.county.database.owner.query(
      `select distinct a.roles from luoshi.note n join luoshi.account a on a.id = n.account
        where n.cause = 'actWaits'`,
    )
    expect(rows).toEqual([{ roles: ['securityAdmin'] }])
    await answered(approveAct, await security.send('POST', on(act.id, 'approve'), {}))
    expect(await recordOf('李四家')).not.toBe(event)
    const again = await problemIn(await second.send('POST', on(act.id, 'approve'), {}))
    expect(again.code).toBe('act-over')
  })

  it('is carried out in the name of who asked, and both are in the audit', async () => {
    const { rows } = await site.county.database.owner.query<{ kind: string; roles: string[] }>(
      `select s.kind, a.roles from luoshi.security_event s join luoshi.account a on a.id = s.actor
        where s.kind like 'act-%' order by s.seq`,
    )
    expect(rows).toEqual([
      { kind: 'act-asked', roles: ['admin'] },
      { kind: 'act-decided', roles: ['securityAdmin'] },
    ])
    const { rows: erased } = await site.county.database.owner.query<{ roles: string[] }>(
      `select a.roles from luoshi.event e join luoshi.account a on a.id = e.actor::text
        where e.stream like 'erasure_%' order by e.seq desc limit 1`,
    )
    expect(erased).toEqual([{ roles: ['admin'] }])
  })

  it('what is sealed goes by two as well; who approves sees neither what it was nor whose', async () => {
    const { county } = site
    const base = `/api/v1/appraisals/${county.appraisal}`
    const clerk = await site.as('clerk')
    const name = '陆听风'
    const talk = {
      method: 'interview',
      on: county.clock.today(),
      place: '公路局',
      tookPart: '秦岚',
    }
    const rest = { whom: '', found: '养护经费拨付慢。', ratings: null, evidence: [] }
    const told = { ...talk, ...rest, protectedName: name }
    const made = await clerk.send('POST', `${base}/inquiries`, told)
    const { id } = await answered(recordInquiry, made)
    const path = `/api/v1/inquiries/${id}`
    const asked = { ground: 'consentWithdrawn', approval }
    const put = await clerk.send('POST', `${path}/erase-source`, asked)
    expect(await answered(eraseSource, put)).toEqual({ erased: false })
    const stillThere = await clerk.send('POST', `${path}/read-source`, {})
    expect(await answered(readSource, stillThere)).toMatchObject({ name })
    expect((await waiting(clerk)).map(({ kind, may }) => [kind, may.withdraw])).toEqual([
      ['eraseSealed', true],
    ])
    const act = await newest(security)
    expect(act).toMatchObject({ kind: 'eraseSealed', may: { decide: true } })
    const { rows } = await county.database.owner.query<{ all: string }>(
      `select string_agg(to_jsonb(p)::text, ' ') as all from luoshi.pending_act p where kind = 'eraseSealed'`,
    )
    for (const told of [id, 'source', name]) {
      expect(JSON.stringify(act.about)).not.toContain(told)
      expect(rows[0]?.all).not.toContain(told)
    }
    expect((await clerk.send('POST', on(act.id, 'approve'), {})).status).toBe(403)
    await answered(approveAct, await security.send('POST', on(act.id, 'approve'), {}))
    const gone = await problemIn(await clerk.send('POST', `${path}/read-source`, {}))
    expect(gone.code).toBe('nothing-to-read')
  })

  it('the content of a file goes by two', async () => {
    const { county } = site
    const { sha256 } = await handIn(county.world, county.congress, new TextEncoder().encode('病历'))
    expect(await eraseContent(sha256)).toEqual({ erased: false })
    expect(await county.world.files.has(sha256)).toBe(true)
    const act = await newest(security)
    expect(act).toMatchObject({ kind: 'eraseFile', may: { decide: true } })
    await answered(approveAct, await security.send('POST', on(act.id, 'approve'), {}))
    expect(await county.world.files.has(sha256)).toBe(false)
  })

  it('a held file is let go by two, and thrown away by one', async () => {
    const { county } = site
    const held = async (text: string) => {
      const { sha256 } = await handIn(county.world, county.congress, new TextEncoder().encode(text))
      await county.database.owner.query(
        `update luoshi.handed_in set state = 'held', finding = 'Eicar' where sha256 = $1`,
        [sha256],
      )
      return sha256
    }
    const [kept, thrown] = [await held('误报的附件'), await held('真的有毒')]
    const path = (sha256: string) => `/api/v1/quarantine/${sha256}`
    const asked = { reason: '厂商确认误报', approval: '主任会议第13次' }
    const put = await admin.send('POST', `${path(kept)}/release`, asked)
    expect(await answered(releaseHeld, put)).toEqual({ state: 'held' })
    await answered(discardHeld, await admin.send('POST', `${path(thrown)}/discard`, asked))
    const act = await newest(security)
    expect(act).toMatchObject({ kind: 'releaseHeld', about: [{}, { zh: asked.reason }, {}] })
    expect((await admin.send('POST', on(act.id, 'approve'), {})).status).toBe(403)
    await answered(approveAct, await security.send('POST', on(act.id, 'approve'), {}))
    const { rows } = await county.database.owner.query<{ state: string }>(
      'select state from luoshi.handed_in where sha256 = any ($1) order by state',
      [[kept, thrown]],
    )
    expect(rows.map(({ state }) => state)).toEqual(['discarded', 'released'])
  })

  it('what is refused or taken back is not done', async () => {
    await site.county.raise('王五家的低保')
    const event = await recordOf('王五家')
    await erase(event)
    const first = await newest(admin)
    await answered(refuseAct, await security.send('POST', on(first.id, 'refuse'), {}))
    await erase(event)
    const next = await newest(admin)
    await answered(refuseAct, await admin.send('POST', on(next.id, 'refuse'), {}))
    expect(await recordOf('王五家')).toBe(event)
    const { rows } = await answered(listPendingActs, await admin.get('/api/v1/pending-acts'))
    expect(rows.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['withdrawn', 'refused'])
  })

  it('an administrator is made by two, anybody else by one; what is no right grant is refused at once', async () => {
    const { rows } = await answered(listAccounts, await admin.get('/api/v1/accounts?search=clerk'))
    const clerk = rows[0]?.id
    const nowhere = { unit: null, official: null }
    const grant = (roles: readonly string[], held: readonly string[]) => {
      const body = { roles, ...nowhere, seen: { roles: held, ...nowhere } }
      return security.send('POST', `/api/v1/accounts/${clerk}/roles`, body)
    }
    expect(await answered(grantRoles, await grant(['team'], ['clerk']))).toMatchObject({
      roles: ['team'],
      waits: false,
    })
    expect((await problemIn(await grant(['auditAdmin', 'clerk'], ['team']))).code).toBe(
      'admin-with-others',
    )
    // Whoever looked before the last change is told before another one is asked.
    const late = await problemIn(await grant(['auditAdmin'], ['clerk']))
    expect(late.code).toBe('version-conflict')
    expect(await answered(grantRoles, await grant(['auditAdmin'], ['team']))).toMatchObject({
      roles: ['team'],
      waits: true,
    })
    const act = await newest(second)
    const self = await problemIn(await security.send('POST', on(act.id, 'approve'), {}))
    expect(self.code).toBe('act-same-person')
    await answered(approveAct, await admin.send('POST', on(act.id, 'approve'), {}))
    const after = await answered(listAccounts, await admin.get('/api/v1/accounts?search=clerk'))
    expect(after.rows[0]?.roles).toEqual(['auditAdmin'])
  })

  it('no link lets whoever opens accounts in as another administrator', async () => {
    const found = await answered(
      listAccounts,
      await admin.get('/api/v1/accounts?search=securityadmin'),
    )
    const to = `/api/v1/accounts/${found.rows[0]?.id}/invite`
    expect((await problemIn(await admin.send('POST', to, {}))).code).toBe('admin-link-apart')
  })

  it('joining the three again takes two as well; what fell away after seven days does not come back', async () => {
    expect(await setAdmins(security, 'together')).toMatchObject({
      waits: true,
      rules: { admins: 'separate' },
    })
    const stale = await newest(second)
    await site.county.database.owner.query(
      `update luoshi.pending_act set ends_at = asked_at where id = $1`,
      [stale.id],
    )
    const late = await problemIn(await second.send('POST', on(stale.id, 'approve'), {}))
    expect(late.code).toBe('act-over')
    // What somebody set meanwhile is not written over by two, either: it is said before another one is asked.
    const { rules } = await rulesNow()
    const former = { ...rules, admins: 'together', version: rules.version - 1 }
    const refused = await security.send('PUT', '/api/v1/sign-in-rules', former)
    expect((await problemIn(refused)).code).toBe('version-conflict')
    expect(await waiting(second)).toEqual([])
    await setAdmins(security, 'together')
    const act = await newest(second)
    await answered(approveAct, await second.send('POST', on(act.id, 'approve'), {}))
    expect((await rulesNow()).rules.admins).toBe('together')
  })
})
