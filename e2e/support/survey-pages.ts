/** Surveys for pages to be looked at: asked twice and answered from outside, its texts opened, and one that is open with paper. */
import { randomBytes } from 'node:crypto'
import { ask, type Caller } from './asking.ts'
import { isRecord } from './luoshi-process.ts'

const said = (zh: string) => ({ zh, en: null })

const form = {
  title: said('道路养护群众评议'),
  questions: [
    {
      type: 'scale',
      code: 'duty',
      text: said('坑槽修补是否及时'),
      scale: 'satisfied3',
      when: null,
    },
    { type: 'text', code: 'say', text: said('意见建议'), when: null },
  ],
}

const people = {
  code: 'users',
  kind: 'serviceUsers',
  name: '服务对象',
  sizeSource: '窗口台账',
  strata: [{ code: 'all', name: '全部', size: null, quota: null }],
  sampling: { type: 'open' },
}

const channels = ['poster', 'paper'].map((kind) => ({
  code: kind,
  kind,
  population: people.code,
  stratum: 'all',
  place: '政务大厅',
}))

/** Enough for the smallest group, no two thirds alike. */
const answers = 16

type Step = (path: string, body: object) => Promise<Readonly<Record<string, unknown>>>

export async function surveyPages(
  url: string,
  clerk: Caller,
  appraisal: string,
): Promise<readonly string[]> {
  const send: Step = async (path, body) => {
    const answer = await clerk.send('POST', path, { body: JSON.stringify(body) })
    const read: unknown = JSON.parse(answer.text)
    if (answer.status !== 200 || !isRecord(read)) throw new Error(`${path}: ${answer.text}`)
    return read
  }
  const session: unknown = JSON.parse((await clerk.get('/api/v1/session')).text)
  const today = isRecord(session) ? String(session['today']) : ''
  const days = { from: today, until: today }
  const begin = { appraisal, matters: [], stage: 'before', form, ...days }
  const first = await asked(url, send, '/api/v1/surveys', begin, days)
  const again = { stage: 'after', ...days }
  const second = await asked(url, send, `/api/v1/surveys/${first}/ask-again`, again, days)
  await send(`/api/v1/surveys/${second}/open-texts`, {})
  const { id: open } = await started(send, '/api/v1/surveys', begin, days)
  const forms = { channel: 'paper', stratum: 'all', forms: 2 }
  const batch = await clerk.send('POST', `/api/v1/surveys/${open}/paper-batches`, {
    body: JSON.stringify(forms),
  })
  const [paper] = /surveypaper_[a-z0-9]+/.exec(batch.text) ?? []
  const tabs = ['questions', 'reach', 'sample', 'entry', 'coverage', 'results', 'texts']
  return [
    '/surveys',
    ...tabs.map((tab) => `/surveys/${second}?tab=${tab}`),
    ...['sample', 'entry'].map((tab) => `/surveys/${open}?tab=${tab}`),
    `/surveys/${second}/results`,
    `/surveys/${open}/posters`,
    ...(paper === undefined ? [] : [`/survey-papers/${paper}`]),
    `/appraisals/${appraisal}?tab=effect`,
  ]
}

type Started = Readonly<{ id: string; version: unknown }>

async function started(send: Step, path: string, begin: object, days: object): Promise<Started> {
  const drafted = await send(path, begin)
  const at = `/api/v1/surveys/${String(drafted['id'])}`
  const reach = { populations: [people], channels, ...days }
  const reached = await send(`${at}/set-reach`, { version: drafted['version'], reach })
  const { version } = await send(`${at}/start`, { version: reached['version'] })
  return { id: String(drafted['id']), version }
}

async function asked(
  url: string,
  send: Step,
  path: string,
  begin: object,
  days: object,
): Promise<string> {
  const { id: survey, version } = await started(send, path, begin, days)
  for (let at = 0; at < answers; at += 1) await answer(url, survey, at)
  await send(`/api/v1/surveys/${survey}/close`, { version, reason: '答卷已经收齐' })
  return survey
}

async function answer(url: string, survey: string, at: number): Promise<void> {
  const duty = ['satisfied', 'mostly', 'dissatisfied'][at % 3]
  const texts =
    at < 4 ? [{ question: 'say', text: `第${at}号路口的坑没有补，请打13912345678` }] : []
  const [id, secret] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
  const body = { id, secret, channel: 'poster', stratum: 'all', answers: { duty }, texts }
  const done = await ask(url, `/s/${survey}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  })
  if (done.status !== 200) throw new Error(`An answer met ${done.status}: ${done.text}`)
}
