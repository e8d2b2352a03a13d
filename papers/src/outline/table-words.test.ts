import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline-of.ts'
import { opinionsOf } from './opinions-of.ts'
import { rowLine } from './read-lines.ts'

const list = (unit: string, ...words: readonly string[]) =>
  [['序号', '存在问题', '责任单位'], ...words.map((one, at) => [`${at + 1}`, one, unit])]
    .map(rowLine)
    .join('\n')
const water = list('县水利局', '城区管网漏损率高。', '东渠淤塞多年。')
const homes = list('县住建局', '二次供水管理不到位。')

function read(...parts: readonly string[]) {
  const { items, leftOut, paragraphs } = opinionsOf(outlineOf(parts.join('\n')))
  const rows = leftOut.flatMap(({ paragraph, reason }) => {
    const words = paragraphs[paragraph]?.text ?? ''
    return words === '' || reason === 'table-heading' ? [] : [`${reason} ${words}`]
  })
  return { opinions: items.map(({ text }) => text), leftOut: rows }
}

describe('words around tables', () => {
  const all = ['城区管网漏损率高。', '东渠淤塞多年。', '二次供水管理不到位。']

  it('are titles above them, also between two of them, and notes below', () => {
    const read1 = read(
      '附件1',
      '问题清单',
      water,
      '附件2',
      '县住建局问题清单',
      homes,
      '注：另行交办。',
    )
    expect(read1.opinions).toEqual(all)
    expect(read1.leftOut).toEqual([
      'table-title 附件1',
      'table-title 问题清单',
      'table-title 附件2',
      'table-title 县住建局问题清单',
      'table-footer 注：另行交办。',
    ])
    expect(read('县水利局', water, '县住建局（1项）', homes).opinions).toEqual(all)
  })

  it('go on no opinion before them', () => {
    const { opinions } = read(
      '一、管网老化，群众反映强烈。',
      '县水利局问题清单',
      water,
      '表二',
      homes,
    )
    expect(opinions).toEqual(['管网老化，群众反映强烈。', ...all])
  })

  it('lead into the table that says what they announce', () => {
    const { opinions, leftOut } = read('会议肯定了工作，同时指出以下问题：', water)
    expect(opinions).toEqual(['城区管网漏损率高。', '东渠淤塞多年。'])
    expect(leftOut).toEqual(['lead-in 会议肯定了工作，同时指出以下问题：'])
  })

  it('stay headings of the text where they are numbered', () => {
    const { opinions, leftOut } = read('一、县水利局问题清单', water, '二、县住建局问题清单', homes)
    expect(opinions).toEqual(all)
    expect(leftOut).toEqual(['heading 一、县水利局问题清单', 'heading 二、县住建局问题清单'])
  })

  it('are opinions where they are sentences, and around tables that nobody knows', () => {
    const { opinions } = read('饮水安全还有差距。', water, '污水直排仍然存在。', homes)
    expect(opinions).toEqual([
      '饮水安全还有差距。',
      '城区管网漏损率高。',
      '东渠淤塞多年。',
      '污水直排仍然存在。',
      '二次供水管理不到位。',
    ])
    const phones = rowLine(['姓名', '电话'])
    expect(read('饮水安全还有差距。', phones, '污水直排', phones).opinions).toContain('污水直排')
  })
})
