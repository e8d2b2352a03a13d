import { describe, expect, it } from 'vitest'
import { fileNameOf } from './uploaded.ts'

const named = (name: string) => fileNameOf(encodeURIComponent(name))

describe('the name of a file that comes in', () => {
  it('is the last part of a path, without signs that hide or turn what it says', () => {
    expect(named('../../etc/passwd.docx')).toBe('passwd.docx')
    expect(named('..\\..\\win.docx')).toBe('win.docx')
    expect(named('意见\u0000.docx')).toBe('意见.docx')
    expect(named('意见\u202Excod.exe')).toBe('意见xcod.exe')
    expect(named('\u2066意\u200B见\u2069.docx')).toBe('意见.docx')
  })

  it('keeps its ending when it is too long, and is none when nothing is left', () => {
    expect(named(`${'长'.repeat(300)}.docx`)).toBe(`${'长'.repeat(195)}.docx`)
    expect(named('\u202E\u0000')).toBeNull()
    expect(fileNameOf('%E4%B')).toBeNull()
    expect(fileNameOf(undefined)).toBeNull()
  })
})
