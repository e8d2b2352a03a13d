/**
 * X3: how long a page waits while twenty people take the whole ledger as a workbook, beside how long it waits when
 * nobody does. Workbooks are written in threads of their own, a few at a time.
 */
import type { Scene } from './scene.ts'
import type { Side } from './measure.ts'
import type { Single } from './single.ts'
import { quantile, spreadOf } from './spread.ts'

const clients = 4
const quietPages = 400
const mostTimes = 2

export async function measureExports(
  side: Pick<Side, 'origin' | 'headers'>,
  { id, matters }: Scene['fullAppraisal'],
  exports: number,
): Promise<readonly Single[]> {
  const path = `/api/v1/matters?appraisal=${id}&sort=newest`
  const page = () => timed(side, path)
  await together(clients, quietPages, page)
  const quiet = await together(clients, quietPages, page)
  const began = performance.now()
  const going = new AbortController()
  const sheets = Promise.all(
    Array.from({ length: exports }, () =>
      timed(side, `/api/v1/ledger.xlsx?appraisal=${id}&layout=full`),
    ),
  ).finally(() => {
    going.abort()
  })
  const busy: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (!going.signal.aborted) busy.push(await page())
    }),
  )
  await sheets
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const [before, during] = [ninetyNinth(quiet), ninetyNinth(busy)]
  const workbooks = `${exports} workbooks of ${matters.toLocaleString('en')} matters`
  return [
    {
      id: 'X3',
      name: `a page (99 of 100) while ${workbooks} are written`,
      unit: 'ms',
      target: Math.round(before * mostTimes * 10) / 10,
      floor: spreadOf([before]),
      ours: spreadOf([during]),
      note: `floor: the same with none; ${busy.length} pages in ${seconds} s; median ${quantile(sorted(quiet), 0.5).toFixed(1)} and ${quantile(sorted(busy), 0.5).toFixed(1)} ms`,
    },
    {
      id: 'X3r',
      name: 'that wait, in times of the quiet one',
      unit: 'ms',
      target: mostTimes,
      floor: null,
      ours: spreadOf([during / before]),
      note: 'a ratio, no time',
    },
  ]
}

const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other)
const ninetyNinth = (values: readonly number[]) => quantile(sorted(values), 0.99)

async function together(
  clientsNow: number,
  count: number,
  act: () => Promise<number>,
): Promise<readonly number[]> {
  const each = Math.ceil(count / clientsNow)
  const waits = await Promise.all(
    Array.from({ length: clientsNow }, async () => {
      const own: number[] = []
      for (let n = 0; n < each; n += 1) own.push(await act())
      return own
    }),
  )
  return waits.flat()
}

async function timed(
  { origin, headers }: Pick<Side, 'origin' | 'headers'>,
  path: string,
): Promise<number> {
  const began = performance.now()
  const answer = await fetch(origin + path, { headers: headers('clerk') })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
  return performance.now() - began
}
