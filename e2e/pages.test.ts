/**
 * Every room at a desk and on a phone, in both languages: no error, nothing sideways, nothing that keeps a person with
 * a screen reader or only a keyboard out. Source: issue 2, "Console"; WCAG 2.2 AA.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editCell } from '../papers/testing/edit-sheet.ts'
import { oddSheet } from '../papers/testing/odd-sheet.ts'
import {
  appraisalTabKeys,
  isAt,
  peopleTabKeys,
  routedPaths,
  thingPages,
} from './support/addresses.ts'
import { callerBy, type Caller } from './support/asking.ts'
import { openBrowser, openHousehold, type Browsing, type Household } from './support/browser.ts'
import { demoFolder } from './support/demo-folder.ts'
import {
  dataFolder,
  isRecord,
  linkOf,
  luoshiRuns,
  type LuoshiProcess,
} from './support/luoshi-process.ts'
import { movingOn } from './support/moving.ts'
import { surveyPages } from './support/survey-pages.ts'
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
  const sheets = [`/imports/${await mapping(clerk)}/columns`, `/comebacks/${await back(clerk)}`]
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

async function imported(clerk: Caller): Promise<string> {
  const text = [
    '关于评议县水利局工作的意见',
    '一、北沟村三组反映，机井电费分摊不公开，请县水利局于2026年12月底前公开。',
    '二、石坝镇饮水管网漏水严重，建议尽快更换。',
    '三、河道采砂巡查记录不全，请补齐。',
  ].join('\n')
  const answer: unknown = JSON.parse(
    (await clerk.send('POST', '/api/v1/imports', { body: JSON.stringify({ text }) })).text,
  )
  return isRecord(answer) ? String(answer['import']) : ''
}

const named = (name: string, body: Uint8Array | string) => ({
  headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
  body,
})

/** A county's own sheet whose columns wait to be mapped. */
async function mapping(clerk: Caller): Promise<string> {
  const sent = await clerk.send('POST', '/api/v1/imports', named('ledger.xlsx', oddSheet()))
  const answer: unknown = JSON.parse(sent.text)
  return isRecord(answer) ? String(answer['import']) : ''
}

/** An exported ledger that came back with a change. */
async function back(clerk: Caller): Promise<string> {
  const made = await fetch(`${server.url}/api/v1/ledger.xlsx`, {
    headers: { cookie: clerk.cookie },
  })
  const bytes = new Uint8Array(await made.arrayBuffer())
  const changed = editCell(bytes, { name: 'matter_', column: 'T' }, () => '已销号')
  const sent = await clerk.send('POST', '/api/v1/comebacks', named('back.xlsx', changed))
  const answer: unknown = JSON.parse(sent.text)
  return isRecord(answer) ? String(answer['comeback']) : ''
}

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

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** Some of a look is waiting for the page to come to rest: so three at a time, each with a language of its own. */
const tabs = 3

async function expectAllSound(login: string, paths: readonly string[]): Promise<void> {
  const waiting = [...paths]
  await become(login, browsing)
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      await using device = await household.open()
      await become(login, device)
      const page = await device.context.newPage()
      const [complaints, moving] = [complaintsOf(page), movingOn(page)]
      await page.goto(server.url)
      await moving.settled()
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await moving.to(path)
        await expectSoundAt(page, complaints, path, async () => {
          await moving.settled()
          await unmoved(page)
        })
      }
    }),
  )
}

/**
 * A page is shown once and changes its language as a person changes it; axe, which takes the longest, looks at a desk in
 * Chinese and at a phone in English.
 */
async function expectSoundAt(
  page: Page,
  complaints: ReturnType<typeof complaintsOf>,
  path: string,
  rest: () => Promise<void>,
): Promise<void> {
  await page.locator('main h1').first().waitFor()
  expect(page.url()).toContain(path.split('?')[0])
  await expectSound(page, complaints, true, rest)
  await page.setViewportSize(phone)
  await expectSound(page, complaints, false, rest)
  await page.setViewportSize(desk)
  await changeLanguage(page, 'English')
  await expectSound(page, complaints, false, rest)
  await page.setViewportSize(phone)
  await expectSound(page, complaints, true, rest)
  await page.setViewportSize(desk)
  await changeLanguage(page, '中文')
}

/** Not by the mouse: the big screen covers the head of the console. */
async function changeLanguage(page: Page, language: 'English' | '中文'): Promise<void> {
  await page
    .locator('header')
    .getByRole('button', { name: language, exact: true })
    .dispatchEvent('click')
  await page.locator(`html[lang=${language === 'English' ? 'en' : 'zh-CN'}]`).waitFor()
}

/** Of a ballot cast in the hall, which the demo county has none of: they are looked at by `ballot-journey.test.ts`. */
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

type Stop = Readonly<{ what: string; outlined: boolean }>

/** Presses Tab until there; every stop on the way must be seen to be one. */
async function tabTo(page: Page, there: () => Promise<boolean>): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  while (stops.length < 60) {
    await page.keyboard.press('Tab')
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement
        if (!at) return { what: 'nothing', outlined: false }
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
        const outlined = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
        return { what: at.outerHTML.slice(0, 120), outlined }
      }),
    )
    if (await there()) return stops
  }
  throw new Error(`60 times Tab: ${stops.map(({ what }) => what).join('\n')}`)
}
