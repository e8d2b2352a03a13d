import { describe, expect, it } from 'vitest'
import { lackingOf } from './lacking.ts'

describe('what a form still lacks', () => {
  it('is named in the order of the fields, each once', () => {
    const needs = [
      ['理由', '  '],
      ['日期', null],
      ['责任人', undefined],
      ['佐证', []],
      ['已留底', false],
      ['日期', null],
    ] as const
    expect(lackingOf(...needs)).toEqual(['理由', '日期', '责任人', '佐证', '已留底'])
  })

  it('is nothing once every field holds something; a nought is something', () => {
    expect(lackingOf(['理由', '已核'], ['票数', 0], ['佐证', ['一']], ['已留底', true])).toEqual([])
  })
})
