import { describe, expect, it } from 'vitest'
import { kindOf, sizeText } from './file-size.ts'

describe('a file in the list', () => {
  it('has a size people can read', () => {
    expect([12, 2048, 3 * 1024 * 1024].map(sizeText)).toEqual(['12 B', '2 KB', '3.0 MB'])
  })

  it('shows the ending of its name, or its type when the name has none', () => {
    expect(kindOf({ name: '现场照片.jpeg', mediaType: 'image/jpeg' })).toBe('JPEG')
    expect(kindOf({ name: '现场照片', mediaType: 'image/png' })).toBe('PNG')
  })
})
