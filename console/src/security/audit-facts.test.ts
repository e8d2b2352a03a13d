import { describe, expect, it } from 'vitest'
import { factText } from './audit-facts.ts'

const zh = (label: Readonly<{ zh: string }>): string => label.zh

describe('the particulars of a security event', () => {
  it('are read as words', () => {
    expect(factText('roles', ['official', 'unitStaff'], zh, '：')).toBe('角色：述职人员、承办单位')
    expect(factText('method', 'password+code', zh, '：')).toBe('方式：密码 + 验证器')
    expect(factText('by', 'demo-link', zh, '：')).toBe('凭据：演示链接')
    expect(factText('sessions', 2, zh, '：')).toBe('结束的登录数：2')
  })

  it('stay as recorded where there is no word for them', () => {
    expect(factText('passkey', '办公室+钥匙', zh, '：')).toBe('通行密钥：办公室+钥匙')
    expect(factText('unheard', 'toString', zh, '：')).toBe('unheard：toString')
  })
})
