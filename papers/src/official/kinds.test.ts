/** Every paper, as a clerk opens it: written as .docx and read back by our own reader. */
import { protectedSource } from '@luoshi/domain/inquiries/inquiry'
import { day } from '@luoshi/domain/kernel/day'
import { defaultTemplates } from '@luoshi/domain/papers/default-templates'
import { paperKinds, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { describe, expect, it } from 'vitest'
import { frame } from '../../testing/sample-frame.ts'
import { samplePapers } from '../../testing/sample-papers.ts'
import { ballot, counted, letter, ofAppraisal, secretName } from '../../testing/sample-records.ts'
import { writeDocx } from '../docx/write-docx.ts'
import { openPackage } from '../readers/office-package.ts'
import { readDocx } from '../readers/read-docx.ts'
import { assemble } from './assemble.ts'
import { appraisalNoticePaper } from './kinds/appraisal-papers.ts'
import { ballotSheetPaper, tallySheetPaper } from './kinds/ballot-papers.ts'
import { receiptPaper } from './kinds/receipt.ts'
import type { OfficialPaper } from './paper.ts'
import { staysTogether } from './last-words.ts'
import { numbersText } from './paper-words.ts'
import { titleLines } from './title-lines.ts'

function textOf(kind: PaperKind): string {
  return wordsOf(samplePapers[kind]())
}

function wordsOf(paper: OfficialPaper): string {
  const pack = openPackage(writeDocx(paper))
  const read = pack.ok ? readDocx(pack.value) : pack
  if (!read.ok) throw new Error(read.refusal.code)
  return JSON.stringify(read.value)
}

/** Each must stand in the paper by itself: numbers, days, names, words. */
const expected: Readonly<Record<PaperKind, readonly string[]>> = {
  'term-plan': [
    '第十八届任期自2024年1月10日至2027年1月9日',
    '共6人，其中本届任期内已经开展评议的2人，已列入年度评议计划、尚未开展的1人，尚未安排的3人',
    '（一）2024年',
    '年度评议计划没有登记',
    '年度评议计划于2025年2月12日经第3次主任会议通过。',
    '述职评议对象2人：',
    '抽签产生',
    '2025年3月3日',
    '启动，已归档',
    '计划外开展',
    '年度评议计划正在起草，尚未通过',
    '届内轮换',
    '宁海川',
    '没有评议过',
    '2021年4月6日',
    '经第＿＿次主任会议通过',
  ],
  'implementation-plan': [
    '组长：赵组长',
    '成员：钱组员',
    '个别谈话',
    '2026年4月15日',
    '走访',
    '日期待定',
  ],
  notice: [
    '清人常办〔2026〕6号',
    '县水利局刘明远同志。',
    '2026年6月25日',
    '自查报告',
    '述职报告正式稿',
  ],
  'interview-record': [protectedSource, '管网漏损点多年没有普查', '第7号', '应急抢修及时'],
  'investigation-report': [
    '一、贯彻执行法律法规情况',
    '二、勤政廉政情况',
    '漏损成因应再核实',
    '记录3\\n个别谈话',
    '2026年5月22日签名（纸质签名）',
  ],
  'opinion-letter': [
    '清人常评意〔2026〕3号',
    '（一）第7号事项',
    '（二）第12号事项',
    '（三）第15号事项',
    '作废：2026年7月10日改办，见清人常评意〔2026〕5号',
    '整改方案于2026年7月20日前报送',
    '整改情况报告于2026年10月3日前报送',
    '附件：问题清单',
    '（自送达之日起15日内：期满之日为2026年7月20日）。',
    '群众多次报修。',
    '原因：支管老化。',
    '（已作废，见清人常评意〔2026〕5号）',
    '县委办公室，县纪委监委',
  ],
  'reissue-notice': [
    '改办通知',
    '清人常评意〔2026〕3号所列',
    '职责已调整',
    '第15号事项',
    '县住建局：',
  ],
  'chair-script': [
    '应到33人，实到29人，缺席4人',
    '周五（病假）',
    '1.清点到会人数；',
    '请县水利局局长刘明远同志作述职报告',
    '下面请县住建局局长何志远同志作述职报告',
    '请赵组长（调查组）报告调查情况',
    '无记名投票',
    '按规定回避、不参加测评的有：吴七',
    '总监票人：郑一；',
    '监票人：钱二、孙三；',
    '计票人：李四。',
    '刘明远同志履职情况：满意24票，测评结果为满意',
    '总监票人：＿＿＿＿；',
    '何志远同志履职情况：满意＿＿票，基本满意＿＿票，不满意＿＿票，弃权＿＿票',
    '请＿＿＿＿讲话',
    '现在散会',
  ],
  'meeting-minutes': [
    '应到33人，实到29人（过半数为17人）',
    '周五（病假）',
    '已进行',
    '赵六（组成人员）询问：支管什么时候换完？（列为第7号事项）',
    '刘明远（述职人员）就第12号事项申辩：清淤经费今年才落实。',
    '测评结果为满意',
  ],
  'survey-results': [
    '2026年5月6日至2026年5月20日',
    '分层抽样，渠道为邀请码信函、入户访问',
    '总体人数依据：2025年末户籍人口统计',
    '开放参与，不代表全体',
    '白河乡、云岭乡',
    '65.9%（n=47，95%置信区间',
    '不足10人的组别与其他组合并公布',
    '图　城乡居民各题结果',
  ],
  receipt: ['第7号、第12号', '县住建局', '宋佳', '2026年7月6日'],
  'feedback-talk': [
    '县水利局局长刘明远',
    '＿＿＿＿年＿＿月＿＿日＿＿时＿＿分至＿＿时＿＿分',
    '清人常评意〔2026〕3号',
    '总体评价：总体较好，部分职责落实不够。',
    '青石街片区供水管网漏损严重',
    '东渠淤塞三年未清',
    '改进工作的建议：建立漏损台账，按月公布。',
    '测评结果：基本满意。',
    '说明和申辩',
    '谈话对象（签名）：',
  ],
  'rectification-plan': [
    '（一）第7号事项：供水管网漏损',
    '（1）分段检漏。',
    '（2）更换老旧支管。',
    '定时间：2026年9月30日前完成',
    '定人员：管——刘明远（局长）；抓——何志远（副局长）；做——宋佳（供水股股长）',
    '（二）第12号事项（第2轮）：东渠淤塞',
    '定任务：清淤并通水',
    '定时间：2026年8月31日前完成',
    '（三）第15号事项：围挡占道',
    '整改方案尚未制定',
  ],
  'three-lists': [
    '一、问题清单',
    '二、任务清单',
    '三、责任清单',
    '供水管网漏损',
    '东渠淤塞',
    '宋佳',
  ],
  'supervision-notice': [
    '督办〔2026〕2号',
    '督办通知书',
    '供水管网漏损',
    '东渠淤塞',
    '2026年9月30日',
    '请于2026年10月20日前书面报告办理情况。经第18次主任会议决定。',
    '经办人：周某，办公室',
    '附件：回执',
    '签收人',
  ],
  'rectification-report': [
    '一、第7号事项　供水管网漏损',
    '更换支管三公里',
    '检漏记录.docx。',
    '佐证材料：无。',
    '二、第12号事项　东渠淤塞',
    '部分完成。办理结果类别：B（正在解决）',
    '汛期停工',
    '述职人员：刘明远',
  ],
  'ballot-sheet': ['供水管网漏损', '第7号事项', '第12号事项', '无记名', '每行只能选一个等次'],
  'tally-sheet': ['应到33人，实到29人', '收回29张', '第12号事项', '郑一', '钱二、孙三', '李四'],
  'ballot-record': [
    '应到33人，实到29人',
    '票样指纹：3f9a 0c1d 77e2 b4a5',
    '发出票证24人，领用纸质票5人。每人每项一张票证，共',
    '2026年6月25日10时32分封存',
    '由李四清点，郑一总监票',
    '重新计票，结果一致',
    'sealed.jsonl',
    '异议1件，经核对，所涉选票均在公布的文件中',
    '缺席的监票人和代行情况',
  ],
  'result-announcement': [
    '2026年6月25日，县第十八届人大常委会第三十次会议对2026年述职评议意见的整改情况进行测评',
    '工作措施满意，完成时间满意',
    '第12号事项“',
  ],
  'closure-form': [
    '第7号事项',
    '漏点已修复',
    '秦岚',
    '公示：2026年3月1日至2026年11月30日',
    '没有异议',
  ],
  'hand-over-list': [
    '移交〔2026〕4号',
    '供水管网漏损',
    '东渠淤塞',
    '2026年9月30日',
    '监交人',
    '共2件',
  ],
  briefing: [
    '督办通报〔2026〕第7期',
    '2026年7月',
    '县水利局',
    '县住建局',
    '合计',
    '第16次主任会议',
  ],
  'archive-catalogue': ['评议意见书', '清人常评意〔2026〕3号', '征求意见公告：经决定不作要求'],
}

it('papers of a ballot say when it is a rehearsal, and else do not', () => {
  const source = { type: 'castHere', secrecy: 'secret', rehearsal: true } as const
  const sheet = ballotSheetPaper(frame('ballot-sheet'), { ...ballot, source })
  const tally = tallySheetPaper(frame('tally-sheet'), { ...counted, source })
  for (const paper of [sheet, tally]) expect(wordsOf(paper)).toContain('【演练】')
  const real = { ...ballot, source: { ...source, rehearsal: false } }
  expect(wordsOf(ballotSheetPaper(frame('ballot-sheet'), real))).not.toContain('演练')
})

it('a ballot sheet says how to mark it before its rows, and tells of each matter once', () => {
  const { body } = ballotSheetPaper(frame('ballot-sheet'), ballot)
  expect(body.map(({ kind }) => kind)).toEqual(['line', 'paragraph', 'table', 'form'])
  const table = body.find((block) => block.kind === 'table')
  expect(table?.rows.map(([words]) => words)).toEqual([
    '供水管网漏损\n第7号事项：工作措施',
    '第7号事项：完成时间',
    '第7号事项：整改质量',
    '东渠淤塞\n第12号事项：工作措施',
    '第12号事项：完成时间',
    '第12号事项：整改质量',
  ])
})

it('a notice promises what was to come when it was written, whatever happened since', () => {
  const steps = ofAppraisal.steps.map((one) =>
    one.step === 'dutyReportFinal' ? { ...one, on: day('2026-06-17') } : one,
  )
  const written = { ...frame('notice'), on: day('2026-03-05') }
  const { body } = appraisalNoticePaper(written, { ...ofAppraisal, steps })
  const rows = body.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  expect(rows.find(([, step]) => step === '述职报告正式稿')?.[3]).toBe('2026年6月15日前')
  expect(rows.find(([, step]) => step === '评议通知送达')?.[3]).toBe('2026年3月5日')
})

it('minutes put an answer below its question, whenever it was given', () => {
  const text = textOf('meeting-minutes')
  expect(text.replaceAll('\n', '')).toMatch(/支管什么时候换完.*九月底以前换完.*东渠两年/)
})

describe('a paper of every kind', () => {
  it.each(paperKinds)('%s says all that is on record, each thing by itself', (kind) => {
    const text = textOf(kind)
    for (const words of expected[kind]) expect(text).toContain(words)
    expect(text).not.toMatch(/\{[a-z]+\}|undefined|null号|NaN/)
    // Two stops, a stop before a bracket that closes, brackets in brackets, a day as machines write it.
    expect(text).not.toMatch(/[。，；：][。，；：]|。）|））|（（|\d{4}-\d{2}-\d{2}/)
  })

  it('never names a protected source', () => {
    for (const kind of paperKinds) expect(textOf(kind)).not.toContain(secretName)
  })

  it('has a row for every matter in each of the three lists', () => {
    const tables = samplePapers['three-lists']().body.flatMap((block) =>
      block.kind === 'table' ? [block.rows.map(([place, number]) => [place, number])] : [],
    )
    expect(tables).toHaveLength(3)
    for (const [first, second] of tables.slice(0, 2)) {
      expect(first).toEqual(['1', '7'])
      expect(second).toEqual(['2', '12'])
    }
  })

  it('keeps the few lines that are signed together, not a long form', () => {
    const formOf = (kind: PaperKind) => {
      const form = samplePapers[kind]().body.findLast((block) => block.kind === 'form')
      return form?.kind === 'form' && staysTogether(form)
    }
    expect((['hand-over-list', 'ballot-record', 'tally-sheet'] as const).map(formOf)).toEqual([
      true,
      true,
      true,
    ])
    expect(formOf('closure-form')).toBe(false)
  })

  it('leaves what is signed by hand blank, with room to write', () => {
    const form = samplePapers['closure-form']().body.find((block) => block.kind === 'form')
    expect(form?.kind === 'form' && form.rows.find(({ label }) => label === '工委意见')).toEqual({
      label: '工委意见',
      text: '',
      lines: 3,
    })
  })
})

it('a receipt says whether a letter or a notice of re-issue is signed for', () => {
  expect(samplePapers.receipt().title).toBe('评议意见书签收单')
  const reissue = receiptPaper(frame('receipt'), { ...letter, form: 'reissue' })
  expect(reissue.title).toBe('改办通知签收单')
})

it('numbers that follow each other are told by the first and the last', () => {
  expect(numbersText([1, 2, 3, 4, 7, 9, 10])).toBe('第1号至第4号、第7号、第9号、第10号')
  expect(numbersText([])).toBe('')
})

describe('a title of several lines', () => {
  it('has no short tail where words need a line more, and parts no figure', () => {
    const long =
      '关于对欧阳堃喆镕昇䶮同志清禾县第十八届人民代表大会常务委员会对县人民政府组成部门负责人二〇二六年度履行职责情况开展述职评议的意见'
    const lines = titleLines(long, 20, ['欧阳堃喆镕昇䶮同志'])
    expect(lines.join('')).toBe(long)
    expect(Math.min(...lines.map((line) => line.length))).toBeGreaterThan(8)
    for (const one of ['第十八届', '二〇二六年'])
      expect(lines.some((line) => line.includes(one))).toBe(true)
  })

  it('never parts the name of a person, nor from 同志; its figures are wide', () => {
    const title = '关于县交通运输局局长宁海川同志履职情况的调查报告'
    const lines = titleLines(title, 20, ['宁海川'])
    const figures = '关于2026年10月评议意见整改情况的督办通报'
    expect(titleLines(figures, 20)).toHaveLength(2)
    const ofComrade = samplePapers['opinion-letter']().whole
    expect(ofComrade).toEqual(['刘明远', '刘明远同志'])
    expect(lines.join('')).toBe(title)
    expect(lines).toHaveLength(2)
    expect(lines.some((line) => line.includes('宁海川'))).toBe(true)
    expect(titleLines(title, 20).some((line) => line.includes('宁海川'))).toBe(false)
  })
})

describe('a county’s own template', () => {
  const template = {
    ...defaultTemplates['supervision-notice'],
    number: '清人督〔{year}〕{n}号',
    title: '{unit}{level}书',
    opening: '',
    sections: [
      { key: 'demand', heading: '要求' },
      { key: 'matters', heading: '' },
      { key: 'report', heading: '时限' },
      { key: 'problem', heading: '问题' },
    ],
  }
  const frame = { template, congress: '清禾县人大常委会', on: day('2026-07-05') }
  const said = (text: string) => [{ kind: 'paragraph', text }] as const
  const paper = assemble(
    frame,
    { reference: '督办〔2026〕2号', unit: '县水利局', level: '催办' },
    { demand: said('甲'), matters: said('乙'), problem: said('丙') },
  )

  it('fills its blanks and writes the number with its own prefix', () => {
    expect(paper.number).toBe('清人督〔2026〕2号')
    expect(paper.title).toBe('县水利局催办书')
  })

  it('keeps its order; what has no heading has no number, what has nothing to say is not there', () => {
    expect(paper.body.map((block) => ('text' in block ? block.text : ''))).toEqual([
      '一、要求',
      '甲',
      '乙',
      '二、问题',
      '丙',
    ])
  })
})
