/**
 * The ballot's verifier as one file: opened from disk, without a network, by somebody who has only the published folder.
 * Source: ballot.md 3.1, 4; issue 5, "Verifier".
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type Browsing } from './support/browser.ts'
import { complaintsOf, seriousFindings, sideways } from './support/page-checks.ts'

const ballots = join(import.meta.dirname, '..', 'ballots')
const frozen = join(ballots, 'testdata', 'bulletin')
const published = readdirSync(frozen).map((name) => ({
  name,
  mimeType: 'application/json',
  buffer: readFileSync(join(frozen, name)),
}))

let browsing: Browsing
let page: Page
let complaints: ReturnType<typeof complaintsOf>

beforeAll(async () => {
  browsing = await openBrowser({ width: 390, height: 844 })
  await browsing.context.setOffline(true)
  page = await browsing.context.newPage()
  complaints = complaintsOf(page)
  await page.goto(pathToFileURL(join(ballots, 'dist', 'verifier.html')).href)
}, 60_000)
afterAll(() => browsing?.[Symbol.asyncDispose]())

async function verified(files: typeof published, code = ''): Promise<string> {
  await page.getByLabel('公布的文件').setInputFiles(files)
  await page.getByLabel('您的核对码').fill(code)
  await page.getByRole('button', { name: '开始复核' }).click()
  const answer = page.getByRole('region', { name: '复核结果' })
  await answer.getByText(/[✓✗] 复核/).waitFor()
  return answer.innerText()
}

describe('the verifier on paper and disk', () => {
  it('counts the published ballots anew and finds the own one', { timeout: 60_000 }, async () => {
    const objection: unknown = JSON.parse(readFileSync(join(frozen, 'objections.jsonl'), 'utf8'))
    const id =
      typeof objection === 'object' && objection && 'id' in objection ? String(objection.id) : ''
    const said = await verified(published, id.slice(0, 10))
    expect(said).toContain('复核通过')
    expect(said).toMatch(/总体评价　收回 5 张\s+满意\s+3 票/)
    expect(said).toContain('您的选票在内：第1位述职人员　总体评价：未填；整改质量：满意')
    expect(await seriousFindings(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
    expect(complaints.take()).toEqual([])
  })

  it('says in words what was changed', { timeout: 60_000 }, async () => {
    const changed = published.map((file) => {
      if (file.name !== 'sealed.jsonl') return file
      const [, ...kept] = file.buffer.toString('utf8').split('\n')
      return { ...file, buffer: Buffer.from(kept.join('\n')) }
    })
    const said = await verified(changed)
    expect(said).toContain('复核不通过：封存的选票文件在封票以后被改过')
    expect(said).toContain('SEALED_FILE_CHANGED')
  })
})
