/** The investigation, told as the trade tells it. */
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { assembleReport, type NumberedInquiry } from './assemble-report.ts'
import {
  decideEnvelope,
  evolveEnvelope,
  noEnvelope,
  type Envelope,
  type EnvelopeCommand,
} from './envelope.ts'
import { decideInquiry, type InquiryCommand, type Telling } from './inquiry-decider.ts'
import { explainInquiryRefusal } from './inquiry-refusals.ts'
import { evolveInquiry, noInquiry, type Inquiry } from './inquiry.ts'
import { decidePlan, evolvePlan, noPlan } from './plan.ts'
import { ratingFaults, ratingShare, type Ratings } from './ratings.ts'
import { usualHeadings } from './report.ts'

const appraisal = idOf('appraisal', 'appraisal_roads')
const account = idOf('account', 'account_team')
const today = day('2026-03-12')

const talk: Telling = {
  method: 'interview',
  on: day('2026-03-10'),
  place: '县水利局',
  tookPart: '秦岚、温若兰',
  whom: '副局长',
  protectedName: null,
  found: '管网改造拖了两年。',
  ratings: null,
  evidence: [],
}

function told(commands: readonly InquiryCommand[], from: Inquiry = noInquiry): Inquiry {
  return commands.reduce((state, command) => {
    const ruling = decideInquiry(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveInquiry, state)
  }, from)
}

const record = (change: Partial<Telling> = {}): InquiryCommand => ({
  type: 'RecordInquiry',
  appraisal,
  ...talk,
  ...change,
  today,
})

const codeOf = (state: Inquiry, command: InquiryCommand) => {
  const ruling = decideInquiry(state, command)
  return ruling.ok ? null : ruling.refusal.code
}

describe('a team', () => {
  const member = (name: string, isHead = false) => ({ name, account: null, isHead })
  const plan = (team: readonly ReturnType<typeof member>[]) =>
    decidePlan(noPlan, { type: 'PlanInquiry', appraisal, team, works: [], today })

  it.each([
    [[], 'team-incomplete'],
    [[member('秦岚')], 'team-one-head'],
    [[member('秦岚', true), member('温若兰', true)], 'team-one-head'],
    [[member('秦岚', true), member('秦岚')], 'team-name-twice'],
    [[member('秦岚', true), member(' ')], 'team-incomplete'],
  ])('has one head and every name once: %j', (team, code) => {
    expect(plan(team)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('may be planned anew after the kick-off, which stays', () => {
    const planned = plan([member('秦岚', true)])
    const kicked = { type: 'InquiryKickedOff', heldOn: today, words: { note: '动员' } } as const
    const events = planned.ok ? [...planned.value, kicked, ...planned.value] : []
    expect(events.reduce(evolvePlan, noPlan)).toMatchObject({
      status: 'started',
      kickOff: { heldOn: today, note: '动员' },
    })
  })
})

describe('a record', () => {
  it.each([
    [{ found: ' ' }, 'found-missing'],
    [{ tookPart: '' }, 'nobody-took-part'],
    [{ on: day('2026-03-13') }, 'day-to-come'],
    [{ method: 'fileCheck', protectedName: '李四' }, 'no-source-to-protect'],
    [{ protectedName: '李四', found: '李四说，管网改造拖了两年。' }, 'source-named'],
    [{ protectedName: ' ' }, 'source-missing'],
    [{ ratings: { enrolled: 5, took: 5, grades: ['好', '差'], rows: [] } }, 'ratings-no-table'],
  ] as const)('is refused with %j: %s', (change, code) => {
    expect(codeOf(noInquiry, record(change))).toBe(code)
  })

  it('keeps nothing of a protected source but that it is protected', () => {
    const ruling = decideInquiry(noInquiry, record({ protectedName: '李四', whom: '李四' }))
    expect(JSON.stringify(ruling)).not.toContain('李四')
    expect(ruling).toMatchObject({ ok: true, value: [{ isProtected: true }] })
  })

  it('does not lay a protected source open later, neither by amendment nor in a finding', () => {
    const state = told([record({ protectedName: '李四' })])
    expect(codeOf(state, { type: 'AmendInquiry', ...talk, today })).toBe('source-stays-protected')
    const finding = {
      type: 'NoteFinding',
      kind: 'fact',
      heading: null,
      carried: null,
      title: '',
    } as const
    const named = { ...finding, text: '李四反映水压不足', protectedName: '李四' }
    expect(codeOf(state, named)).toBe('source-named')
    const titled = { ...named, text: '水压不足', title: '李四反映的水压' }
    expect(codeOf(state, titled)).toBe('source-named')
  })

  it('lets an achievement go with a reason, and a problem never', () => {
    const note = { type: 'NoteFinding', heading: 'law', title: '', protectedName: null } as const
    const carried = { opinion: idOf('opinion', 'opinion_pipes'), matter: null }
    const state = told([
      record(),
      { ...note, kind: 'problem', text: '管网老化', carried },
      { ...note, kind: 'achievement', text: '提前完成除险加固', carried: null },
    ])
    const withdraw = (finding: string, reason = '记错') =>
      ({ type: 'WithdrawFinding', finding, reason }) as const
    expect(codeOf(state, withdraw('f1'))).toBe('finding-is-carried')
    expect(codeOf(state, withdraw('f2', ' '))).toBe('reason-missing')
    expect(told([withdraw('f2')], state)).toMatchObject({ findings: [{ finding: 'f1' }] })
  })
})

describe('a summary of ratings', () => {
  const sheet: Ratings = {
    enrolled: 30,
    took: 28,
    grades: ['优秀', '称职', '基本称职', '不称职'],
    rows: [
      { item: '依法履职', counts: [20, 6, 2, 0] },
      { item: '工作作风', counts: [20, 6, 1, 0] },
    ],
  }

  it('says which row does not add up, and keeps the counts as they are', () => {
    expect(ratingFaults(sheet)).toEqual([
      { code: 'row-does-not-add-up', item: '工作作风', given: 27, took: 28 },
    ])
    expect(ratingFaults({ ...sheet, took: 31, rows: [] })).toEqual([
      { code: 'more-than-enrolled', enrolled: 30, took: 31 },
    ])
  })

  it('reckons shares of those who took part', () => {
    expect(ratingShare(20, 28)).toBe('71.43%')
    expect(ratingShare(0, 0)).toBeNull()
  })
})

describe('an envelope', () => {
  const after = (commands: readonly EnvelopeCommand[]) =>
    commands.reduce<Envelope>((state, command) => {
      const ruling = decideEnvelope(state, command)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveEnvelope, state)
    }, noEnvelope)
  const note = { type: 'NoteAccusation', appraisal, text: '收受现金', today } as const
  const divert = {
    type: 'DivertAccusation',
    route: 'discipline',
    reference: '移交单第3号',
    on: today,
    today,
  } as const
  const read = { type: 'ReadEnvelope', by: account, today } as const

  it('counts every reading of a name', () => {
    const inquiry = idOf('inquiry', 'inquiry_talk')
    const seal = { type: 'SealSource', inquiry, name: '李四', today } as const
    expect(after([seal, read, read])).toMatchObject({
      readings: [{ by: account }, { by: account }],
    })
  })

  it('holds no word of an accusation that was diverted, and takes the outcome', () => {
    const diverted = after([note, read, divert])
    expect(JSON.stringify(diverted)).not.toContain('收受现金')
    expect(decideEnvelope(diverted, read)).toMatchObject({ refusal: { code: 'nothing-to-read' } })
    const outcome = { type: 'RecordOutcome', outcome: '已立案', on: today, today } as const
    expect(after([note, divert, outcome])).toMatchObject({ status: 'answered', outcome: '已立案' })
  })

  it.each([
    [[note], note, 'already-recorded'],
    [[], { ...note, text: ' ' }, 'accusation-text-missing'],
    [[note], { ...divert, reference: '' }, 'reference-missing'],
    [[note, divert], divert, 'accusation-not-here'],
    [[note], { type: 'RecordOutcome', outcome: '无', on: today, today }, 'accusation-not-diverted'],
  ] as const)('after %j refuses %j: %s', (before, command, code) => {
    expect(decideEnvelope(after(before), command)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('a report', () => {
  const numbered = (number: number, commands: readonly InquiryCommand[]): NumberedInquiry => {
    const inquiry = told(commands)
    if (inquiry.status === 'none') throw new Error('Nothing was recorded')
    return { id: idOf('inquiry', `inquiry_n00${number}`), number, inquiry }
  }
  const note = (kind: 'achievement' | 'problem', text: string, heading: string | null) =>
    ({
      type: 'NoteFinding',
      kind,
      heading,
      text,
      title: '',
      carried: null,
      protectedName: null,
    }) as const

  it('is assembled with achievements before problems, each with the record it rests on', () => {
    const { sections, items } = assembleReport(usualHeadings, [
      numbered(2, [record({ protectedName: '李四' }), note('problem', '管网老化', 'hotspots')]),
      numbered(1, [record({ method: 'visit' }), note('achievement', '水库提前加固', 'hotspots')]),
    ])
    const text = sections.find(({ key }) => key === 'hotspots')?.text
    expect(text).toBe(
      [
        '（一）成绩',
        '1. 水库提前加固。〔记录1，走访，3月10日〕',
        '（二）问题',
        '1. 管网老化。〔记录2，个别谈话，3月10日，身份保密〕',
      ].join('\n'),
    )
    expect(items.map(({ record: at }) => at)).toEqual([1, 2])
    expect(sections).toHaveLength(usualHeadings.length)
  })

  it('loses no finding whose heading is not in it', () => {
    const { sections } = assembleReport(
      [{ key: 'law', title: '一、贯彻执行法律' }],
      [
        numbered(1, [
          record(),
          note('problem', '管网老化', 'hotspots'),
          note('problem', '账不清', null),
        ]),
      ],
    )
    expect(sections.at(-1)).toMatchObject({ key: 'other' })
    expect(sections.at(-1)?.text).toContain('管网老化')
    expect(sections.at(-1)?.text).toContain('账不清')
  })
})

it('every refusal says in both languages what happened and how to mend it', () => {
  const named = explainInquiryRefusal({ code: 'signatures-missing', names: ['秦岚'] })
  expect(named.zh.what).toContain('秦岚')
  expect(Object.values(explainInquiryRefusal({ code: 'source-named' }).en)).not.toContain('')
})
