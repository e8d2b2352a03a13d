import { beforeAll, describe, expect, it } from 'vitest'
import { faceRoles } from './face-roles.ts'
import { type Faces, findFaces } from './faces.ts'

let faces: Faces | null

beforeAll(async () => {
  faces = await findFaces({ office: null, system: [], packages: true })
}, 120_000)

/** The Han characters of GB 2312, by its own code table. */
function hanOfGb2312(): readonly number[] {
  const decoder = new TextDecoder('gb18030')
  const all: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const code = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0) ?? 0
      if (code < 0xe000) all.push(code)
    }
  return all
}

describe('the faces that come with the installation', () => {
  it('together have all 6763 Han characters of GB 2312 and what names and numbers need', () => {
    const han = hanOfGb2312()
    expect(han).toHaveLength(6763)
    const has = (code: number) => faces?.all.some((face) => face.has(code)) === true
    const needed = [...'一丁仿宋—〔〕㎡堃喆镕昇“”‘’…·①'].map((one) => one.codePointAt(0) ?? 0)
    expect([...han, ...needed].filter((code) => !has(code))).toEqual([])
  })

  it('give every part of a paper its own, and say what stands in for what', () => {
    for (const role of faceRoles) expect(faces?.of[role]).toHaveLength(4)
    expect(faces?.of.first[0]?.called).toBe('Source Han Sans CN')
    expect(faces?.of.second[0]?.called).toBe('LXGW WenKai')
    expect(faces?.standIns).toContainEqual({ wanted: '仿宋', used: 'Noto Serif SC' })
  })
})
