import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordFaults } from './password-rule.ts'
import { passwordFaultWords } from './password-rule-words.ts'

const owner = { login: 'wenren', names: ['闻人素', '清禾县人大常委会', '清禾县', '水利局'] }

function codes(password: string) {
  return passwordFaults(password, owner).map(({ code }) => code)
}

describe('a password', () => {
  it.each([
    '青山-Oboe-七里-39',
    'tUmble7-weave-crag',
    'Kx9#vR2mTq',
    'gravel Teapot 47 mime',
    'Mzq8vXw3Rt',
    '雨打芭蕉Vn7夜半后',
  ])('may be %s', (password) => {
    expect(codes(password)).toEqual([])
  })

  it.each([
    ['Kx9#vR2', 'too-short'],
    ['', 'too-short'],
    ['kxvrtqmzwnbh', 'too-few-kinds'],
    ['kx9vr2tqm4zw', 'too-few-kinds'],
    ['xK9-wenren-Qm', 'about-owner'],
    ['xK9-nernew-Qm', 'about-owner'],
    ['xK9-闻人素-Qmv', 'about-owner'],
    ['水利局-Xk9-vRq', 'about-owner'],
    [`Aa1-${'x'.repeat(125)}`, 'too-long'],
  ])('may not be %s: %s', (password, code) => {
    expect(codes(password)).toContain(code)
  })

  it.each([
    'Password123!',
    'P@ssw0rd2026',
    'Admin@2026!!',
    'Renda@2026',
    'Qwer1234!@#$',
    'Woaini1314!',
    'Woaini5201314',
    'Zhangsan@123',
    'Wangwei1988!',
    'Abc123456!',
    'Aa123456!!',
    'A1b2c3d4!!'.replace('b2c3d4', '23456789'),
    '1qaz@WSX3edc',
    'Q1w2e3r4t5',
    'Huawei@12345',
    'Zhongguo2026!',
    'Lixiaoming1990',
    'Welcome@2026',
    'Beijing20260301!',
    'Aaaaaaaa1!',
    'AbcAbcAbc123!',
    'Renmin@Zhengfu1',
    'Iloveyou2026',
    'Ｐａｓｓｗｏｒｄ１２３！',
  ])('may not be the guessable %s', (password) => {
    expect(codes(password)).toContain('too-common')
  })

  it('of 14 random characters is never called guessable', () => {
    const signs = fc.constantFrom(...'ABDEGHKNQRTXYZabdeghknqrtxyz23456789-_#%+=')
    const law = fc.property(fc.array(signs, { minLength: 14, maxLength: 14 }), (picked) => {
      expect(codes(picked.join(''))).not.toContain('too-common')
    })
    fc.assert(law, { numRuns: 300, seed: 20_261 })
  })

  it('is told all its faults at once, and what to change', () => {
    const faults = passwordFaults('abc', owner)
    expect(faults.map(({ code }) => code)).toEqual(['too-short', 'too-few-kinds', 'too-common'])
    const zh = faults.map((fault) => passwordFaultWords(fault, 'zh'))
    expect(zh[0]).toBe('密码至少 10 个字符，现在只有 3 个，请加长。')
    expect(zh[1]).toContain('可以再加入大写字母、数字、符号或汉字')
  })
})
