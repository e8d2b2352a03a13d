/**
 * Every room at a desk and on a phone, in both languages: no error, nothing sideways, nothing that keeps a person with
 * a screen reader or only a keyboard out. Source: issue 2, "Console"; WCAG 2.2 AA.
 */
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  appraisalTabKeys,
  isAt,
  peopleTabKeys,
  routedPaths,
  thingPages,
} from './support/addresses.ts'
import { callerBy, type Caller } from './support/asking.ts'
import { desk, expectSoundAt, phone } from './support/both-languages.ts'
import { back, imported, mapping } from './support/brought-in.ts'
import { openBrowser, openHousehold, type Browsing, type Household } from './support/browser.ts'
import { demoFolder } from './support/demo-folder.ts'
import { dataFolder, linkOf, luoshiRuns, type LuoshiProcess } from './support/luoshi-process.ts'
import { movingOn, type Moving } from './support/moving.ts'
import { surveyPages } from './support/survey-pages.ts'
import { tabTo } from './support/tab-to.ts'
import {
  atRest,
  complaintsOf,
  expectSound,
  seriousFindings,
  sideways,
  unmoved,
} from './support/page-checks.ts'

const clerkRooms = [
  '/',
  '/matters',
  '/supervision',
  '/supervision/samples',
  '/closures',
  '/imports',
  '/appraisals',
  ...peopleTabKeys().map((tab) => `/people?tab=${tab}`),
  '/people/import',
  '/people/terms',
  '/hand-overs',
  '/self-check-framework',
  '/paper-templates',
  '/own-layouts',
  '/comebacks',
  '/rule-books',
  '/rule-books/nanxiong',
  '/rule-books/compare?a=nanchang&b=nanxiong',
  '/year-plans',
  '/calendar',
  '/messages',
  '/proof',
  '/not-there',
]
const adminRooms = [
  '/',
  '/accounts',
  '/accounts/rules',
  '/approvals',
  '/audit',
  '/erasures',
  '/quarantine',
  '/proof',
]

let folder: Awaited<ReturnType<typeof demoFolder>>
let server: LuoshiProcess
let browsing: Browsing
let household: Household
let rooms: readonly string[]
let issued: string
const callers = new Map<string, Caller>()

beforeAll(async () => {
  folder = await demoFolder()
  server = await luoshiRuns('demo', '--data', folder.path, '--port', '0')
  const clerk = await callerBy(server.url, linkOf(server, 'clerk'))
  callers.set('clerk', clerk)
  const things = await thingPages(clerk)
  issued = things.find((one) => one.startsWith('/matters/')) ?? ''
  const sheets = [
    `/imports/${await mapping(clerk)}/columns`,
    `/comebacks/${await back(clerk, server.url)}`,
  ]
  const surveys = await surveyPages(clerk)
  rooms = [...clerkRooms, `/imports/${await imported(clerk)}`, ...sheets, ...things, ...surveys]
  browsing = await openBrowser()
  household = await openHousehold()
}, 240_000)

afterAll(async () => {
  await browsing?.[Symbol.asyncDispose]()
  await household?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await folder?.[Symbol.asyncDispose]()
})

/** Signs in as somebody; a link signs in only once, so who it was before is kept. */
async function become(login: string, { context }: Browsing): Promise<void> {
  const caller = callers.get(login) ?? (await callerBy(server.url, linkOf(server, login)))
  callers.set(login, caller)
  const [name = '', value = ''] = caller.cookie.split('=', 2)
  await context.addCookies([{ name, value, url: server.url }])
}

async function pageAs(login: string): Promise<Page> {
  await browsing.context.clearCookies()
  await become(login, browsing)
  const page = await browsing.context.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Some of a look is waiting for the page to come to rest: so three at a time, each with a language of its own. */
const tabs = 3

/** Two seconds are usual; whatever looks longer has to do with a browser that answers nothing any more. */
const longestLookMs = 90_000

type Tab = AsyncDisposable &
  Readonly<{ page: Page; complaints: ReturnType<typeof complaintsOf>; moving: Moving }>

async function tabAs(login: string): Promise<Tab> {
  const device = await household.open()
  await become(login, device)
  const page = await device.context.newPage()
  const [complaints, moving] = [complaintsOf(page), movingOn(page)]
  await page.goto(server.url)
  await moving.settled()
  return { page, complaints, moving, [Symbol.asyncDispose]: () => device[Symbol.asyncDispose]() }
}

async function expectAllSound(login: string, paths: readonly string[]): Promise<void> {
  const waiting = [...paths]
  await become(login, browsing)
  const next = () => waiting.shift()
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      for (let again = next(); again !== undefined; again = await lookOn(login, again, next));
    }),
  )
}

/** In one tab, until there is nothing left, or until it answers no more: then that page, to be looked at in a fresh one. */
async function lookOn(
  login: string,
  first: string,
  next: () => string | undefined,
): Promise<string | undefined> {
  await using tab = await tabAs(login)
  for (let path: string | undefined = first; path !== undefined; path = next()) {
    const answers = await isLookedAt(tab, path)
    if (answers) continue
    // A page that stops a browser does so in a fresh one, too.
    if (path === first) expect.fail(`${path}: the browser answers nothing any more`)
    return path
  }
  return undefined
}

async function isLookedAt({ page, complaints, moving }: Tab, path: string): Promise<boolean> {
  const looking = (async () => {
    await moving.to(path)
    await expectSoundAt(page, complaints, path, async () => {
      await moving.settled()
      await unmoved(page)
    })
    return true
  })()
  // Of a look that was given up nothing more is heard.
  looking.catch(() => undefined)
  return Promise.race([looking, setTimeout(longestLookMs, false, { ref: false })])
}

/** Of a ballot while it is cast in the hall: they are looked at by `ballot-journey.test.ts`. */
const ofTheHall = ['/ballots/$ballot/screen', '/ballots/$ballot/trust']

it('no routed page and no tab of an appraisal is left out', () => {
  const looked = [...rooms, ...adminRooms, ...ofTheHall]
  expect(routedPaths().length).toBeGreaterThan(40)
  expect(routedPaths().filter((path) => !looked.some((one) => isAt(one, path)))).toEqual([])
  expect(appraisalTabKeys().length).toBeGreaterThan(8)
  expect(peopleTabKeys().length).toBeGreaterThan(4)
})

describe('every room is sound at a desk and on a phone, in both languages', () => {
  it('for the clerk', async () => {
    await expectAllSound('clerk', rooms)
  }, 480_000)

  it('for the administrator', async () => {
    await expectAllSound('admin', adminRooms)
  }, 120_000)

  it('for the head of a unit', async () => {
    await expectAllSound('water', ['/', '/matters', '/supervision', '/messages'])
  }, 120_000)

  it('for somebody who is not signed in yet', async () => {
    await browsing.context.clearCookies()
    await using empty = await dataFolder()
    await using fresh = await luoshiRuns('serve', '--data', empty.path, '--port', '0')
    const page = await browsing.context.newPage()
    const complaints = complaintsOf(page)
    const setup = String(fresh.said['setup'])
    for (const size of [desk, phone]) {
      await page.setViewportSize(size)
      for (const address of [`${server.url}/sign-in`, `${server.url}/sign-in?lang=en`, setup]) {
        await page.goto(address)
        await expectSound(page, complaints, true)
      }
    }
    await page.close()
  }, 120_000)

  it('and the page to sign in on is at most 15 kB, with all it loads', async () => {
    const page = await browsing.context.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (answer) => sizes.push(answer.body().then((body) => body.byteLength)))
    await page.goto(`${server.url}/sign-in`)
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThanOrEqual(15_000)
    await page.close()
  })
})

describe('the checks themselves', () => {
  it('find a picture without words, grey on grey, a wide box and an error', async () => {
    const page = await browsing.context.newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    const complaints = complaintsOf(page)
    // Latin letters too: in a browser without a Chinese font axe takes Chinese text for icons and passes its colours by.
    await page.setContent(
      `<!doctype html><html lang="zh"><title>坏</title><main style="width:900px"><img src="data:,">
      <p style="color:#999;background:#aaa">Hard to read 看不清</p><script>throw new Error('坏了')</script></main>`,
    )
    const found = (await seriousFindings(page)).map((one) => one.split(':')[0])
    expect(new Set(found)).toEqual(new Set(['color-contrast', 'image-alt']))
    expect(await sideways(page)).not.toEqual([])
    expect(complaints.take().join()).toContain('坏了')
    await page.close()
  })
})

describe('with the keyboard alone', () => {
  it('one skips the menu, sees where one is, takes the main step and leaves it again', async () => {
    const page = await pageAs('clerk')
    await page.evaluate(() => localStorage.setItem('luoshi.language', 'zh'))
    await page.goto(server.url + issued)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await atRest(page)

    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '跳到正文' })
    expect(await skip.evaluate((one) => one === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')

    const step = page.locator('main').getByRole('button', { name: '催办', exact: true }).first()
    const seen = await tabTo(page, () => step.evaluate((one) => one === document.activeElement))
    expect(seen.filter(({ outlined }) => !outlined)).toEqual([])

    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    const inside = () => drawer.evaluate((one) => one.contains(document.activeElement))
    await atRest(page)
    const held = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))
    await page.keyboard.press('Tab')
    expect({ held, inside: await inside() }).toEqual({ held, inside: true })
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    await page.close()
  }, 120_000)
})
