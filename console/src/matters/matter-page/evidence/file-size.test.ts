import { describe, expect, it } from 'vitest'
import { kindOf, previewOf, sizeText } from './file-size.ts'

describe('a file in the list', () => {
  it('has a size people can read', () => {
    expect([12, 2048, 3 * 1024 * 1024].map(sizeText)).toEqual(['12 B', '2 KB', '3.0 MB'])
  })

  it('can be looked at when it is a picture, a PDF or plain text, and nothing else', () => {
    expect(['image/png', 'application/pdf', 'text/plain; charset=utf-8'].map(previewOf)).toEqual([
      'image',
      'pdf',
      'text',
    ])
    expect(['image/svg+xml', 'text/html', 'application/zip'].map(previewOf)).toEqual([
      null,
      null,
      null,
    ])
  })

  it('shows the ending of its name, or its type when the name has none', () => {
    expect(kindOf({ name: '现场照片.jpeg', mediaType: 'image/jpeg' })).toBe('JPEG')
    expect(kindOf({ name: '现场照片', mediaType: 'image/png' })).toBe('PNG')
  })
})
