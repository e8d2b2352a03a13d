/** A letter with every part the standard knows, for the tests of the writers and of the linter. */
import { day } from '@luoshi/domain/kernel/day'
import { paperOf } from '../official/paper.ts'

export const sampleLetter = paperOf({
  head: '清禾县人民代表大会常务委员会文件',
  number: '清人常〔2026〕18号',
  title: '关于对县水务局局长某某同志履职情况述职评议意见的函',
  addressee: '县人民政府',
  body: [
    { kind: 'paragraph', text: '人'.repeat(28 * 30) },
    { kind: 'heading', level: 1, text: '一、存在的主要问题' },
    {
      kind: 'heading',
      level: 2,
      text: '（一）供水保障不到位。',
      body: '“青石街”一带水管漏损——多次报修。',
    },
    { kind: 'heading', level: 3, text: '1.措施不具体。' },
    { kind: 'heading', level: 4, text: '（1）时限不明确。', body: '共有12处、3.5公里。' },
    { kind: 'paragraph', text: '请在收到本意见之日起15日内报送整改方案。' },
    {
      kind: 'table',
      columns: [
        { heading: '序号', width: 1, align: 'center' },
        { heading: '问题', width: 5 },
      ],
      rows: Array.from({ length: 30 }, (_, at) => [`${at + 1}`, `供水管网漏损第${at + 1}处`]),
    },
    { kind: 'form', rows: [{ label: '签收人', text: '', lines: 2 }] },
    { kind: 'line', text: '以上意见，请研究处理。' },
  ],
  attachments: [
    {
      name: '县水务局局长履职情况述职评议问题清单和责任清单（第一批）及有关说明',
      body: [{ kind: 'paragraph', text: '见表。' }],
    },
    { name: '责任清单', body: [{ kind: 'line', text: '另附。' }] },
  ],
  signature: { by: '清禾县人民代表大会常务委员会', on: day('2026-09-04'), sealed: true },
  note: '此件公开发布',
  imprint: { copies: ['县委', '县委组织部'], by: '县人大常委会办公室', on: day('2026-09-05') },
})
