import { describe, expect, it } from 'vitest'
import { problem } from '../contract/problem.ts'
import { failureAnswer, loggable } from './failure-answer.ts'

const coded = (code: string) => Object.assign(new Error('inner detail'), { code })

describe('a failure nobody foresaw', () => {
  it.each([
    ['PostgreSQL finds no room', coded('53100'), 507, 'disk-full', /磁盘已满/, /disk is full/],
    ['the store is read only', coded('25006'), 507, 'disk-full', /磁盘已满/, /disk is full/],
    ['a file finds no room', coded('ENOSPC'), 507, 'disk-full', /磁盘已满/, /disk is full/],
    ['the engine starts', coded('57P03'), 503, 'database-unreachable', /重新启动/, /restarting/],
    [
      'nobody listens',
      coded('ECONNREFUSED'),
      503,
      'database-unreachable',
      /重新启动/,
      /restarting/,
    ],
    ['the line broke', coded('EPIPE'), 503, 'database-unreachable', /重新启动/, /restarting/],
    [
      'the connection was ended',
      new Error('Connection terminated unexpectedly'),
      503,
      'database-unreachable',
      /重新启动/,
      /restarting/,
    ],
    ['all connections are taken', coded('53300'), 503, 'database-busy', /忙不过来/, /Too many/],
    ['anything else', new Error('inner detail'), 500, 'internal', /内部出错/, /failed inside/],
  ])('when %s: says so, in both languages, with a way out', (_, failure, status, code, zh, en) => {
    const answer = failureAnswer(failure, 'r7')
    expect(answer.status).toBe(status)
    const said = problem.parse(answer.problem)
    expect(said).toMatchObject({ status, code })
    expect(said.zh.what).toMatch(zh)
    expect(said.en.what).toMatch(en)
    expect(said.zh.fix).not.toBe('')
    expect(said.en.fix).not.toBe('')
    expect(JSON.stringify(said)).not.toContain('inner detail')
  })

  it('goes into the log without the row that a database shows with it', () => {
    const failure = Object.assign(new Error('null value in column “x”'), {
      code: '23502',
      detail: 'Failing row contains (张丰收的手机13912345678).',
    })
    expect(loggable(failure)).toMatchObject({ code: '23502', message: failure.message })
    expect(JSON.stringify(loggable(failure))).not.toContain('张丰收')
    expect(loggable('a string')).toEqual({ message: 'not an error' })
  })

  it('gives the number to find it by only when nothing better can be said', () => {
    expect(failureAnswer(new Error('x'), 'r7').problem.zh.fix).toContain('r7')
  })
})
