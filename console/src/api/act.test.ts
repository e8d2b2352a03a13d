import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { ApiFailure } from '@luoshi/server/contract/client'
import { describe, expect, it } from 'vitest'
import { actOptions } from './act.ts'

const sentence = { what: '其他人已经更新了这条记录。', fix: '请核对后再提交一次。' }
const refused = (code: string) =>
  new ApiFailure({
    type: `urn:luoshi:${code}`,
    title: 'Refused',
    status: 409,
    code,
    zh: sentence,
    en: sentence,
  })

/** A page that shows a record at its first version, while another has already written the second. */
async function shownPage() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  let version = 0
  const record = new QueryObserver(queries, {
    queryKey: ['letter', 'one'],
    queryFn: async () => (version += 1),
    staleTime: Infinity,
  })
  const stop = record.subscribe(() => {})
  await record.refetch()
  const act = (send: () => Promise<unknown>) =>
    new MutationObserver(queries, actOptions(queries, send, ['letter']))
      .mutate(undefined)
      .catch((error: unknown) => error)
  return {
    shown: () => record.getCurrentResult().data,
    act,
    leave: () => {
      stop()
      queries.clear()
    },
  }
}

describe('an act on a record', () => {
  it('that another was faster with finds the page read anew when it says so: pressing again works', async () => {
    const page = await shownPage()
    expect(page.shown()).toBe(1)
    expect(await page.act(async () => Promise.reject(refused('version-conflict')))).toMatchObject({
      problem: { code: 'version-conflict' },
    })
    expect(page.shown()).toBe(2)
    page.leave()
  })

  it('that is refused for another reason leaves the page as it is; one that is done reads it anew', async () => {
    const page = await shownPage()
    expect(await page.act(async () => Promise.reject(refused('reason-missing')))).toMatchObject({
      problem: { code: 'reason-missing' },
    })
    expect(page.shown()).toBe(1)
    expect(await page.act(async () => 'done')).toBe('done')
    expect(page.shown()).toBe(2)
    page.leave()
  })
})
