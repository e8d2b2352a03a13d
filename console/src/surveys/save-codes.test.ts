import { expect, it } from 'vitest'
import { codesIn, codesSheet } from './save-codes.ts'

const heads = {
  place: '序号',
  stratum: '分层',
  name: '姓名',
  contact: '联系方式',
  code: '邀请码',
  link: '网址',
}

it('writes a line for each code, and nothing that a sheet would run', () => {
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

it('reads back what it wrote, and nothing else', () => {
  const rows = ['=A1', '李"某",三', ''].map((name, at) => ({
    place: at + 1,
    stratum: 's1',
    name,
    contact: '-138',
    code: `AB1${at}`,
    link: `https://x/s/survey_1?c=c1#AB1${at}`,
  }))
  const text = codesSheet(rows, heads)
  expect(codesIn(`\uFEFF${text}`, 'survey_1')).toEqual(rows)
  // As a spreadsheet saves it.
  expect(codesIn(text.replaceAll('"s1"', 's1').replaceAll('\r', ''), 'survey_1')).toEqual(rows)
  expect(codesIn(text, 'survey_2')).toBeNull()
  expect(codesIn('姓名,手机\n李某,138', 'survey_1')).toBeNull()
  expect(codesIn('', 'survey_1')).toBeNull()
})
