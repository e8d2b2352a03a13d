/**
 * A demo county with a clerk and two more who are tellers with him, each at a browser of their own, and the steps of a
 * ballot cast here that a journey may take more than once: opening it, keys, slips, both locks.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openHousehold, type Household } from './browser.ts'
import { startDemo, type DemoServer } from './demo-server.ts'
import { button, ceremony, register, take } from './hall-desk.ts'
import { personAt, type Person } from './person.ts'

export type HallJourney = AsyncDisposable & {
  readonly server: DemoServer
  readonly household: Household
  readonly folder: string
  readonly clerk: Person
  readonly team: Person
  readonly chief: Person
  /** Of the ballot that is on, and how many may vote in it. */
  ballot: string
  eligible: number
  /** By name: what is on the slip that was handed to him. */
  slips: ReadonlyMap<string, string>
  /** What the tellers hold: three shares of each lock, then the key that signs. */
  held: readonly (readonly string[])[]
}

export async function openHallJourney(): Promise<HallJourney> {
  const [server, household, folder] = await Promise.all([
    startDemo(),
    openHousehold(),
    mkdtemp(join(tmpdir(), 'luoshi-published-')),
  ])
  const at = async (login: string) =>
    personAt(server.url, await household.open(), (page) => page.goto(server.linkOf(login)))
  const [clerk, team, chief] = await Promise.all([at('clerk'), at('team'), at('team2')])
  return {
    server,
    household,
    folder,
    clerk,
    team,
    chief,
    ballot: '',
    eligible: 0,
    slips: new Map(),
    held: [],
    [Symbol.asyncDispose]: async () => {
      await household[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const rowOf = (page: Page, name: string) =>
  page.getByRole('row', { name: new RegExp(`^${name}`) })

/** The voter's page. */
export const addressOf = ({ server, ballot }: HallJourney) => `${server.url}/vote/${ballot}`
/** The console's page. */
export const pageOf = ({ ballot }: HallJourney) => `/ballots/${ballot}`

export async function openBallot(hall: HallJourney, official: string, way: string): Promise<void> {
  const { page, open } = hall.clerk
  await open('/appraisals')
  await page
    .getByRole('link', { name: new RegExp(official) })
    .first()
    .click()
  await page.getByRole('tab', { name: '测评', exact: true }).click()
  await button(page, '登记述职测评').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('方式', { exact: true }).click()
  await page.getByTitle(way, { exact: true }).click()
  await dialog.getByText(/^应到 \d+ 人，实到 \d+ 人/).waitFor()
  await button(page, '登记').click()
  await opened(hall)
}

/** Which ballot it is now, and how many may vote in it. */
export async function opened(hall: HallJourney): Promise<void> {
  const { page } = hall.clerk
  const before = pageOf(hall)
  await page.waitForURL(
    ({ pathname }) => pathname !== before && /\/ballots\/ballot_/.test(pathname),
  )
  hall.ballot = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const told = await page.getByText(/名册上可以投票的 \d+ 人/).innerText()
  hall.eligible = Number(/可以投票的 (\d+) 人/.exec(told)?.[1])
}

/** The ceremony at three browsers at the same time; nothing is registered yet. */
export async function makeKeys(hall: HallJourney): Promise<void> {
  const { clerk, team, chief } = hall
  const make = (of: Page) => button(of, '请三位监票人到场，生成')
  await make(clerk.page).first().waitFor()
  const here = pageOf(hall)
  await Promise.all(
    [team, chief].map(async (one) => {
      if (new URL(one.page.url()).pathname !== here) await one.open(here)
    }),
  )
  hall.held = await Promise.all([
    ceremony(clerk.page, make(clerk.page).first(), 3),
    ceremony(team.page, make(team.page).nth(1), 3),
    ceremony(chief.page, button(chief.page, '请总监票人到场，生成'), 1),
  ])
}

/** What is not registered yet is; then the manifest is frozen. Answers its fingerprint. */
export async function freeze(
  { clerk: { page } }: HallJourney,
  still: readonly Person[],
): Promise<string> {
  for (const one of still) await register(one.page)
  await expect.poll(() => button(page, '封定票样').isEnabled(), { timeout: 60_000 }).toBe(true)
  await take(page, '封定票样')
  await page.getByText('公布票样指纹').waitFor()
  return (await page.locator('.hall-print.is-big').first().innerText()).split(/\s+/).join(' ')
}

/** The codes are shown this once. */
export async function makeSlips(hall: HallJourney): Promise<void> {
  const { page } = hall.clerk
  await button(page, '生成领票条').click()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await button(page, `打印 ${hall.eligible} 张领票条`).click()
  const all = page.locator('.slip-sheet section')
  await all.first().waitFor({ state: 'attached' })
  const read = await all.evaluateAll((sections) =>
    sections.map((one) =>
      ['.slip-name b', '.slip-code'].map((part) => one.querySelector(part)?.textContent ?? ''),
    ),
  )
  hall.slips = new Map(read.map(([name = '', code = '']) => [name, code]))
}

/** Two tellers of three at one lock. */
export async function openLock(page: Page, name: string, shares: readonly string[]): Promise<void> {
  const lock = page.getByRole('region', { name, exact: true })
  const [one = '', other = ''] = shares
  await lock.getByLabel('一位监票人的口令', { exact: true }).fill(one)
  await lock.getByLabel('另一位监票人的口令').fill(other)
  await button(lock, `打开${name}`).click()
}
