/**
 * The address of every page of the console, with real things of the demo county in it. A page whose address is not made
 * here is found missing by `pages.test.ts`: it reads the routes and the tabs from the console's own source.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Caller } from './asking.ts'
import { isRecord } from './luoshi-process.ts'

const consoleSource = join(import.meta.dirname, '..', '..', 'console', 'src')

/** Every path that the console routes: `/letters/$letter`. */
export function routedPaths(): readonly string[] {
  const files = readdirSync(consoleSource, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('routes.tsx'))
    .flatMap((file) => [
      ...readFileSync(join(consoleSource, file), 'utf8').matchAll(/path: '([^']+)'/g),
    ])
    .map(([, path = '']) => path)
}

/** Keys of the tabs of an appraisal: `letters`. */
export function appraisalTabKeys(): readonly string[] {
  const source = readFileSync(join(consoleSource, 'shell', 'appraisal-tabs.ts'), 'utf8')
  return [...source.matchAll(/^ {4}key: '([^']+)'/gm)].map(([, key = '']) => key)
}

/** The tabs of the room of people: `member`. */
export function peopleTabKeys(): readonly string[] {
  const source = readFileSync(join(consoleSource, 'people', 'people-tabs.ts'), 'utf8')
  const [, listed = ''] = /peopleTabs = \[([^\]]+)\]/.exec(source) ?? []
  return [...listed.matchAll(/'([^']+)'/g)].map(([, key = '']) => key)
}

/** Whether an address belongs to a routed path. */
export function isAt(address: string, path: string): boolean {
  const [plain = ''] = address.split('?')
  const pattern = path.replaceAll(/\$[a-zA-Z]+/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(plain)
}

type Row = Readonly<Record<string, unknown>>

export async function rowsAt(caller: Caller, path: string): Promise<readonly Row[]> {
  const answer: unknown = JSON.parse((await caller.get(path)).text)
  const rows = isRecord(answer) ? answer['rows'] : []
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}

/** Stands for what the county has none of; its page cannot be looked at. */
const none = 'none'

/** The first that fits. */
async function idAt(
  caller: Caller,
  path: string,
  fits: (row: Row) => boolean = () => true,
): Promise<string> {
  const found = (await rowsAt(caller, path)).find(fits)
  return found === undefined ? none : String(found['id'])
}

const stands =
  (...statuses: readonly string[]) =>
  ({ status }: Row) =>
    statuses.includes(String(status))

/** The pages of things, each with one that exists; without those of which the county has none. */
export async function thingPages(clerk: Caller): Promise<readonly string[]> {
  const id = (path: string, fits?: (row: Row) => boolean) => idAt(clerk, path, fits)
  const appraisal = await fullAppraisal(clerk)
  const matters = ['issued', 'inProgress', 'closed'].map((one) =>
    id(`/api/v1/matters?status=${one}`),
  )
  const letter = await id('/api/v1/letters', stands('delivered', 'received'))
  const [ballot, meeting] = [await id('/api/v1/ballots'), await id('/api/v1/meetings')]
  const pages = [
    ...(await Promise.all(matters)).map((one) => `/matters/${one}`),
    ...appraisalTabKeys().map((key) => `/appraisals/${appraisal}?tab=${key}`),
    `/appraisals/${appraisal}/inquiry-report`,
    `/appraisals/${appraisal}/rule-book`,
    `/new-letter?appraisal=${appraisal}`,
    `/letters/${letter}`,
    `/letters/${letter}/edit`,
    `/reports/${await id('/api/v1/reports')}`,
    `/ballots/${ballot}`,
    `/ballots/${ballot}/tally`,
    `/ballots/${ballot}/announcement`,
    `/meetings/${meeting}`,
    `/meetings/${meeting}/screen`,
    `/notices/${await id('/api/v1/notices')}`,
    `/briefings/${await id('/api/v1/briefings')}`,
    `/consequences/${await consequenceIn(clerk)}`,
    `/hand-overs/${await id('/api/v1/hand-overs')}`,
    `/year-plans/${await id('/api/v1/year-plans')}`,
    `/drawings/${await id('/api/v1/drawings')}`,
  ]
  return pages.filter((page) => !page.split('/').includes(none))
}

/** The appraisal with the most in it: one that has a letter, else the newest. */
async function fullAppraisal(clerk: Caller): Promise<string> {
  const [letter] = await rowsAt(clerk, '/api/v1/letters')
  return letter === undefined ? idAt(clerk, '/api/v1/appraisals') : String(letter['appraisal'])
}

async function consequenceIn(clerk: Caller): Promise<string> {
  for (const { id } of await rowsAt(clerk, '/api/v1/appraisals')) {
    const answer: unknown = JSON.parse(
      (await clerk.get(`/api/v1/appraisals/${String(id)}/ladder`)).text,
    )
    const taken = isRecord(answer) && Array.isArray(answer['taken']) ? answer['taken'] : []
    const first = taken.find(isRecord)
    if (first !== undefined) return String(first['id'])
  }
  return none
}
