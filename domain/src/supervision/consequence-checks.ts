/**
 * Rule: which step of the ladder is open against whom, and who may move it. A step that is not open says why and names the
 * lawful way; the ballot on a report opens none of them by itself.
 *
 * Source: domain.md §3.1 (监督法 arts 51, 55, 60–62), §12 items 7–9 (`appointedBy` must gate them); [S83] the ballot has no
 * legal power to remove anyone. 以上 includes the number (民法典 art. 1259); 过半数 is more than half.
 */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { Appointer } from '../people/directory.ts'
import type { ConsequenceStep } from './consequence-steps.ts'

export const movers = [
  'chairs',
  'members',
  'government',
  'supervisory',
  'court',
  'procuratorate',
] as const

export type Mover = (typeof movers)[number]

export const moverLabels: Readonly<Record<Mover, Readonly<{ zh: string; en: string }>>> = {
  chairs: { zh: '主任会议', en: 'Chairs' },
  members: { zh: '常委会组成人员联名', en: 'Members jointly' },
  government: { zh: '本级人民政府', en: 'Government' },
  supervisory: { zh: '监察委员会', en: 'Supervisory commission' },
  court: { zh: '人民法院', en: 'Court' },
  procuratorate: { zh: '人民检察院', en: 'Procuratorate' },
}

/** Who answers: appointed by whom; null where a unit is appraised and no person. */
export type Standing = Readonly<{
  appointedBy: Appointer | null
  /** 个别副县长等: elected by the congress, removable by its committee between sessions (监督法 art. 60). */
  electedDeputy: boolean
}>

/** Members who must sign an interpellation, at county level. */
export const interpellationSigners = 3

/** A fifth or more of all members. */
export function fifthOf(members: number): number {
  return Math.ceil(members / 5)
}

export type CheckFault = Readonly<{ code: string; words: Bilingual }>

/** Null: open against this person. */
export function standingFault(
  step: ConsequenceStep,
  { appointedBy, electedDeputy }: Standing,
): CheckFault | null {
  switch (step) {
    case 'organisational':
      return appointedBy === 'notByCongress' ? null : notOrganisational(appointedBy)
    case 'superior':
      return appointedBy === 'verticallyManaged' ? null : notSuperior(appointedBy)
    case 'dismissal':
      return appointedBy === 'committeeAppointed' ? null : notOurs(appointedBy, electedDeputy)
    case 'removal':
      return appointedBy === 'committeeAppointed' ||
        (appointedBy === 'congressElected' && electedDeputy)
        ? null
        : notOurs(appointedBy, electedDeputy)
    case 'selfCriticism':
      return appointedBy === null ? noOfficial : null
    case 'affirmation':
    case 'commendation':
    case 'talk':
    case 'circular':
    case 'listed':
    case 'redo':
    case 'honours':
    case 'inquiry':
    case 'thematicInquiry':
    case 'interpellation':
    case 'specialInquiry':
      return null
  }
}

export type Moving = Readonly<{
  mover: Mover
  /** Members who signed. */
  signers: number
  /** All members of the Standing Committee, present or not. */
  members: number
}>

/** Null: these may move it. */
export function moverFault(
  step: ConsequenceStep,
  { mover, signers, members }: Moving,
): CheckFault | null {
  switch (step) {
    case 'interpellation':
      return mover === 'members' && signers >= interpellationSigners
        ? null
        : tooFewForQuestion(signers)
    case 'specialInquiry':
      if (mover === 'chairs') return null
      return mover === 'members' ? fifthFault(step, signers, members) : wrongMover
    case 'removal':
      return mover === 'members' ? fifthFault(step, signers, members) : null
    case 'dismissal':
      return mover === 'members' ? wrongMover : null
    case 'affirmation':
    case 'commendation':
    case 'talk':
    case 'circular':
    case 'listed':
    case 'redo':
    case 'selfCriticism':
    case 'honours':
    case 'inquiry':
    case 'thematicInquiry':
    case 'superior':
    case 'organisational':
      return null
  }
}

function fifthFault(
  step: 'specialInquiry' | 'removal',
  signers: number,
  members: number,
): CheckFault | null {
  const needed = fifthOf(members)
  if (signers >= needed && needed > 0) return null
  const article = step === 'removal' ? '监督法第六十一条' : '监督法第五十五条'
  return {
    code: 'consequence-too-few-signers',
    words: bilingual(
      `联名的只有${signers}人，不足全体组成人员${members}人的五分之一（${needed}人，${article}）。`,
      '请补足联名，或者提请主任会议提出。',
      `${signers} signed; a fifth of ${members} members is ${needed}.`,
      'Find more signers, or have the chairs move it.',
    ),
  }
}

function tooFewForQuestion(signers: number): CheckFault {
  return {
    code: 'consequence-too-few-signers',
    words: bilingual(
      `质询案须由常委会组成人员${interpellationSigners}人以上联名（监督法第五十一条，县级），现在是${signers}人。`,
      '请补足联名人数；人数不足的，可以先提出询问，询问没有人数要求。',
      `An interpellation takes at least ${interpellationSigners} members; ${signers} signed.`,
      'Find more signers, or question instead: that takes no number.',
    ),
  }
}

const wrongMover: CheckFault = {
  code: 'consequence-wrong-mover',
  words: bilingual(
    '依法不能由这个主体提出。',
    '请核对提出主体；可以提出的主体见依据一栏。',
    'This body may not move it.',
    'See who may, beside the step.',
  ),
}

const noOfficial: CheckFault = {
  code: 'consequence-no-official',
  words: bilingual(
    '这次评议的对象是单位，没有述职人员。',
    '可以对单位采取通报、重点督办、再次报告等措施。',
    'A unit is appraised here, no person.',
    'Measures against the unit remain open.',
  ),
}

function notOrganisational(appointedBy: Appointer | null): CheckFault {
  if (appointedBy === null) return noOfficial
  if (appointedBy === 'verticallyManaged')
    return {
      code: 'consequence-vertically-managed',
      words: bilingual(
        '该职务属于垂直管理，不归县委管理。',
        '请改用“向上级主管部门提出建议”。',
        'The post is managed vertically.',
        'Recommend to the superior department instead.',
      ),
    }
  return {
    code: 'consequence-appointed-by-congress',
    words: bilingual(
      '该职务由本级人大选举或者常委会任命，不适用建议组织处理。',
      '可以把测评结果通报县委；需要免职、撤职的，依照法定程序提出。',
      'The post is filled by the congress or its committee.',
      'Tell the Party committee by circular; dismissal and removal have their own procedure.',
    ),
  }
}

function notSuperior(appointedBy: Appointer | null): CheckFault {
  if (appointedBy === null) return noOfficial
  return {
    code: 'consequence-not-vertically-managed',
    words: bilingual(
      '该职务不属于垂直管理，没有上级主管部门任免。',
      '不由人大任命的，改用“建议组织处理”；由人大任命的，依法提出免职或者撤职案。',
      'The post is not managed vertically.',
      'Recommend to the Party committee, or use the procedure for those the committee appointed.',
    ),
  }
}

function notOurs(appointedBy: Appointer | null, electedDeputy: boolean): CheckFault {
  switch (appointedBy) {
    case null:
      return noOfficial
    case 'congressElected':
      return {
        code: 'consequence-elected-by-congress',
        words: electedDeputy
          ? bilingual(
              '该职务由人民代表大会选举产生，常委会不能免职。',
              '个别副职领导人员在闭会期间可以提出撤职案；其他的由人民代表大会依法罢免。',
              'The post is filled by election of the congress; the committee cannot dismiss.',
              'For an individual deputy head, move for removal.',
            )
          : bilingual(
              '该职务由人民代表大会选举产生，常委会不能免职或者撤职。',
              '正职由人民代表大会依法罢免；属于个别副职领导人员的，请在提出时注明，再提出撤职案。',
              'The post is filled by election of the congress.',
              'The congress itself may recall; an individual deputy head may be removed by motion.',
            ),
      }
    case 'notByCongress':
      return {
        code: 'consequence-not-appointed-by-committee',
        words: bilingual(
          '该职务不由本级人大及其常委会任命，常委会无权免职或者撤职；测评结果本身也没有免除职务的效力。',
          '请改用“建议组织处理”，由县委依照干部管理权限处理。',
          'The committee did not appoint this person and cannot remove them.',
          'Recommend to the Party committee instead.',
        ),
      }
    case 'verticallyManaged':
      return {
        code: 'consequence-vertically-managed',
        words: bilingual(
          '该职务属于垂直管理，本级常委会无权免职或者撤职。',
          '请改用“向上级主管部门提出建议”。',
          'The post is managed vertically; the committee cannot remove its holder.',
          'Recommend to the superior department instead.',
        ),
      }
    case 'committeeAppointed':
      return wrongMover
  }
}
