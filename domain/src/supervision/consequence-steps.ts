/**
 * The ladder of consequences, lightest first, and what is good: each step with its rung, its name and the rule it rests on.
 * The ballot itself removes nobody; every step here is a decision of a body, with a paper.
 *
 * Source: domain.md §12 (ladder), §3.1 (监督法 2024: arts 17, 46–50, 51–54, 55–59, 60–62), §3.3 (代表法 art. 29). What is
 * said of an article is its substance as read there, not its wording.
 */
export const consequenceSteps = [
  'affirmation',
  'commendation',
  'talk',
  'circular',
  'listed',
  'redo',
  'selfCriticism',
  'honours',
  'inquiry',
  'thematicInquiry',
  'interpellation',
  'specialInquiry',
  'superior',
  'organisational',
  'dismissal',
  'removal',
] as const

export type ConsequenceStep = (typeof consequenceSteps)[number]

export function isConsequenceStep(raw: unknown): raw is ConsequenceStep {
  return consequenceSteps.some((one) => one === raw)
}

type StepText = Readonly<{
  /** 0: good results; 1 to 9: the rungs of domain.md §12. */
  rung: number
  zh: string
  en: string
  /** What it rests on, and what it takes. */
  law: Readonly<{ zh: string; en: string }>
}>

const localRule = {
  zh: '依本级办法，由主任会议等有权机关决定；未见国家法律专门规定。',
  en: 'By the county’s own rules, decided by the body they name; no national law on it was found.',
}

export const stepTexts: Readonly<Record<ConsequenceStep, StepText>> = {
  affirmation: { rung: 0, zh: '肯定', en: 'Approval expressed', law: localRule },
  commendation: { rung: 0, zh: '建议表彰', en: 'Commendation', law: localRule },
  talk: {
    rung: 1,
    zh: '约谈（约见）',
    en: 'Summons to talk',
    law: {
      zh: '代表法第二十九条：代表在闭会期间可以提出约见有关国家机关负责人。约谈依本级办法。',
      en: 'Deputies Law art. 29: deputies may ask to meet the head of an organ.',
    },
  },
  circular: {
    rung: 2,
    zh: '通报',
    en: 'Circular',
    law: {
      zh: '监督法第十七条：报告、审议意见和办理情况向代表通报并向社会公布。',
      en: 'Supervision Law art. 17: reports, opinions and what became of them are told to deputies and published.',
    },
  },
  listed: { rung: 3, zh: '主任会议重点督办', en: 'Listed by the chairs', law: localRule },
  redo: {
    rung: 4,
    zh: '责成继续整改并再次报告',
    en: 'Redo and report again',
    law: {
      zh: '监督法第十七条：常委会可以作出决议；主任会议可以将办理情况报告列入会议议程，跟踪监督。',
      en: 'Supervision Law art. 17: the committee may resolve and follow up; the chairs may put the report on the agenda.',
    },
  },
  selfCriticism: { rung: 5, zh: '责成作出检查', en: 'Self-criticism', law: localRule },
  honours: { rung: 6, zh: '建议取消评先评优资格', en: 'Honours withheld', law: localRule },
  inquiry: {
    rung: 7,
    zh: '询问',
    en: 'Questioning',
    law: {
      zh: '监督法第四十六条至第五十条：组成人员可以询问，没有人数要求；有关机关负责人到会答复。',
      en: 'Supervision Law arts 46–50: any member may question; no number is needed.',
    },
  },
  thematicInquiry: {
    rung: 7,
    zh: '专题询问',
    en: 'Thematic questioning',
    law: {
      zh: '监督法第四十六条至第五十条：可以组织专题询问，询问中的意见交由有关机关研究处理并报告。',
      en: 'Supervision Law arts 46–50: thematic questioning; its opinions are handled and reported on.',
    },
  },
  interpellation: {
    rung: 7,
    zh: '质询',
    en: 'Interpellation',
    law: {
      zh: '监督法第五十一条至第五十四条：县级常委会组成人员三人以上联名，书面提出，写明对象、问题和内容；提案人过半数对答复不满意的，经主任会议决定再作答复。',
      en: 'Supervision Law arts 51–54: at least 3 members jointly at county level, in writing, naming target, question and content; when more than half of them are dissatisfied the chairs may order a second answer.',
    },
  },
  specialInquiry: {
    rung: 7,
    zh: '特定问题调查',
    en: 'Special inquiry',
    law: {
      zh: '监督法第五十五条至第五十九条：由主任会议或者五分之一以上组成人员提议，提请常委会决定；有利害关系的人员回避。',
      en: 'Supervision Law arts 55–59: proposed by the chairs or at least a fifth of the members, decided by the committee.',
    },
  },
  superior: {
    rung: 8,
    zh: '向上级主管部门提出建议',
    en: 'Recommendation to the superior department',
    law: {
      zh: '垂直管理单位的人员不由本级人大任免，只能向其上级主管部门提出建议。',
      en: 'Vertically managed posts are not the county’s to fill; it may only recommend.',
    },
  },
  organisational: {
    rung: 8,
    zh: '建议组织处理',
    en: 'Recommendation to the Party committee',
    law: {
      zh: '不由本级人大及其常委会选举、任命的人员，建议县委依照干部管理权限处理。',
      en: 'For people the congress did not appoint: a recommendation to the Party committee.',
    },
  },
  dismissal: {
    rung: 9,
    zh: '提请免职',
    en: 'Dismissal moved',
    law: {
      zh: '组织法、监督法：只限本级常委会任命的人员，由有提请权的机关提出，全体组成人员过半数通过。',
      en: 'Only for those the committee appointed, moved by the organ that may, by more than half of all members.',
    },
  },
  removal: {
    rung: 9,
    zh: '撤职案',
    en: 'Motion of removal',
    law: {
      zh: '监督法第六十条至第六十二条：由本级政府、监察委员会、法院、检察院、主任会议或者五分之一以上组成人员提出，写明对象和理由并附材料；被提出人有权口头或者书面申辩；无记名投票，全体组成人员过半数通过。',
      en: 'Supervision Law arts 60–62: moved by government, commission, court, procuratorate, chairs or at least a fifth of the members, with person, reason and material; right of defence; secret ballot, more than half of all members.',
    },
  },
}
