import { expect, it } from 'vitest'
import { codesSheet } from './save-codes.ts'

it('writes a line for each code, and nothing that a sheet would run', () => {
  const heads = {
    place: '序号',
    stratum: '分层',
    name: '姓名',
    contact: '联系方式',
    code: '邀请码',
    link: '网址',
  }
  const row = {
    place: 3,
    stratum: 's1',
    contact: '',
    code: 'AB12',
    link: 'https://x/s/1?c=c1',
    sent: false,
  }
  const text = codesSheet([{ ...row, name: '=HYPERLINK("x")' }], heads)
  expect(text.split('\r\n')[0]).toBe('"序号","分层","姓名","联系方式","邀请码","网址"')
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  expect(text).toContain('"AB12"')
})
