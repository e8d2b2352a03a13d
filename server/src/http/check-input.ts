/** What came in, checked by the contract's own schema; every fault named in both languages, by its place. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import * as z from 'zod/mini'
import type { Schema } from '../contract/kit.ts'
import type { Problem } from '../contract/problem.ts'
import type { Refused } from '../execute/refused.ts'
import { unkeepable, type Unkeepable } from './unkeepable.ts'

type Issue = NonNullable<Problem['issues']>[number]

export type NotUnderstood = Refused & Readonly<{ issues: readonly Issue[] }>

const zh = z.locales.zhCN().localeError
const en = z.locales.en().localeError

const own: Readonly<Record<string, Readonly<{ zh: string; en: string }>>> = {
  'not-a-day': { zh: '不是有效日期，应写成 2026-03-01', en: 'Not a day: write 2026-03-01' },
  'not-an-instant': {
    zh: '不是有效时刻，应写成 2026-03-01T08:00:00.000Z',
    en: 'Not an instant: write 2026-03-01T08:00:00.000Z',
  },
}

function isZod<Output>(
  schema: Schema<unknown, Output>,
): schema is Schema<unknown, Output> & z.core.$ZodType<Output> {
  return 'run' in schema._zod
}

export function checkInput<Output>(
  place: 'path' | 'query' | 'body',
  schema: Schema<unknown, Output>,
  raw: unknown,
): Result<Output, NotUnderstood> {
  if (!isZod(schema)) throw new Error('The contract is written in zod')
  const fault = unkeepable(raw)
  if (fault) return refuse({ ...notUnderstood, issues: [saidOf(place, fault)] })
  const checked = z.safeParse(schema, raw, { error: inBothLanguages })
  if (checked.success) return accept(checked.data)
  const issues = checked.error.issues.slice(0, 50).map((issue) => said(place, issue))
  return refuse({ ...notUnderstood, issues })
}

/** zod keeps one message an issue: both languages travel in it, apart by a character no text has. */
const apart = '\u0000'

/** A pattern is for machines: a person is told that the form is wrong, not how it is written in code. */
const wrongForm = `写法不对，请核对后重填${apart}Not in a form known here: check it and fill it in again`

const inBothLanguages: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'invalid_format' && issue.format === 'regex' ? wrongForm : faultIn(issue)

const faultIn = (issue: Parameters<z.core.$ZodErrorMap>[0]) =>
  [zh(issue), en(issue)].map((one) => (typeof one === 'string' ? one : one?.message)).join(apart)

function said(place: string, { path, message }: z.core.$ZodIssue): Issue {
  const where = [place, ...path.map(String)].join('.')
  const known = own[message]
  if (known) return { path: where, ...known }
  const [zh = message, en = message] = message.split(apart)
  return { path: where, zh, en }
}

function saidOf(place: string, { kind, path }: Unkeepable): Issue {
  const where = path === '' ? place : `${place}.${path}`
  switch (kind) {
    case 'character':
      return {
        path: where,
        zh: '含有无法保存的控制字符或不完整的字符，请删去后再提交',
        en: 'Holds a control character or half a character that cannot be kept: take it out',
      }
    case 'too-deep':
      return { path: where, zh: '嵌套层数太多', en: 'Nested too deep' }
  }
}

const notUnderstood: Refused = {
  status: 400,
  code: 'not-understood',
  words: bilingual(
    '提交的内容不完整或者格式不对，没有保存。',
    '请按提示逐项改正后再提交；已填写的内容不会丢失。',
    'What was sent is incomplete or not in the right form; nothing was saved.',
    'Mend the places named and send it again; nothing you typed is lost.',
  ),
}

export function bodyNotJson(): Result<never, NotUnderstood> {
  const issue = { path: 'body', zh: '不是有效的 JSON', en: 'Not valid JSON' }
  return refuse({ ...notUnderstood, issues: [issue] })
}
