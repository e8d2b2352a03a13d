/**
 * Sets of questions to begin with, each with where it comes from. They are data: whoever takes one can change every word
 * before the survey starts. All but one are on the scale 满意、基本满意、不满意 (不了解 always there).
 *
 * Source: domain.md §11, question sets, checked against it question by question: public [S68] all eight heads; law [S67]
 * its eight heads (the note ends in “…”), overall ours; deputies six [S57] and five with overall [S41]; staff 德能勤绩廉
 * [S73 S74], 民主作风 and 班子团结 without a number there; a dissatisfied answer opens follow-up questions [S69]; the set
 * about the fix: seed map S09 (measures, time, quality), “inferred wording” there. Originals were not seen: 未核实.
 */
import type { PopulationKind } from './population.ts'
import type { Option, Question, Questionnaire } from './questionnaire.ts'
import type { ScaleKey } from './scales.ts'
import { wording } from './wording.ts'

export const templateKeys = ['public', 'law', 'deputies', 'staff', 'fix'] as const

export type TemplateKey = (typeof templateKeys)[number]

export type QuestionnaireTemplate = Readonly<{
  form: Questionnaire
  /** Whom the set was made for. */
  populations: readonly PopulationKind[]
  source: Readonly<{ zh: string; en: string }>
}>

function ask(code: string, scale: ScaleKey, zh: string, en: string): Question {
  return { type: 'scale', code, text: wording(zh, en), scale, when: null }
}

const satisfied = (code: string, zh: string, en: string) => ask(code, 'satisfied3', zh, en)
const part = (code: string, zh: string, en: string): Option => ({ code, text: wording(zh, en) })

const suggestions: Question = {
  type: 'text',
  code: 'say',
  text: wording('您还有什么意见建议？', 'What else would you like to say?'),
  when: null,
}

/** Opened by a dissatisfied answer to the question it is about. */
function why(about: string, zh: string, en: string, options: readonly Option[]): Question {
  const when = { question: about, anyOf: ['dissatisfied'] }
  const code = `${about}-why`
  return { type: 'choice', code, text: wording(zh, en), options, many: true, when }
}

const publicForm: Questionnaire = {
  title: wording('群众和服务对象评议问卷', 'What the public and users of the service say'),
  questions: [
    satisfied(
      'duty',
      '履行职责（依法办事、规范审批，不作为、慢作为的情况）',
      'Doing its duty: by the law, proper approvals, no idling',
    ),
    satisfied(
      'pace',
      '办事效率（兑现承诺、限时办结）',
      'Speed: promises kept, done within the time',
    ),
    why('pace', '您对办事效率不满意，是因为：', 'You are dissatisfied with the speed because of:', [
      part('late', '超过承诺的时限', 'Promised times not kept'),
      part('trips', '来回跑、多次补材料', 'Several trips, papers asked for again'),
      part('pushed', '部门之间推诿', 'Sent from one office to the next'),
      part('silent', '没有人答复进展', 'Nobody said how it stood'),
      part('other', '其他', 'Something else'),
    ]),
    satisfied(
      'manner',
      '服务态度（门难进、脸难看、事难办的情况）',
      'Manner: shut doors, sour faces, hard going',
    ),
    satisfied(
      'open',
      '政务公开（收费、程序、监督电话）',
      'Openness: fees, procedures, where to complain',
    ),
    satisfied('clean', '廉洁自律', 'Integrity'),
    satisfied('solve', '解决群众反映的问题', 'Solving what people raise'),
    satisfied('overall', '总体评价', 'Overall'),
    why('overall', '您总体上不满意，主要是哪些方面？', 'What mainly makes you dissatisfied?', [
      part('duty', '履行职责', 'Doing its duty'),
      part('pace', '办事效率', 'Speed'),
      part('manner', '服务态度', 'Manner'),
      part('open', '政务公开', 'Openness'),
      part('clean', '廉洁自律', 'Integrity'),
      part('solve', '解决问题', 'Solving problems'),
    ]),
    suggestions,
  ],
}

const lawForm: Questionnaire = {
  title: wording('依法行政评议问卷', 'Administration by the law'),
  questions: [
    satisfied('duties', '依法全面履行职责', 'All duties done, by the law'),
    satisfied('rules', '规范性文件合法、适当', 'Normative documents lawful and fitting'),
    satisfied('decisions', '行政决策听取各方面意见', 'Decisions made after hearing people'),
    satisfied('enforce', '公正文明执法', 'Enforcement fair and civil'),
    satisfied('open', '信息公开', 'Information made public'),
    satisfied('petitions', '行政复议和信访办理', 'Reconsideration and petitions handled'),
    satisfied(
      'watched',
      '接受人大监督和舆论监督',
      'Accepting supervision by the congress and the press',
    ),
    satisfied('spirit', '工作人员的法治意识', 'Staff who think by the law'),
    satisfied('overall', '总体评价', 'Overall'),
    suggestions,
  ],
}

const deputiesForm: Questionnaire = {
  title: wording('人大代表评议问卷', 'What deputies say'),
  questions: [
    satisfied(
      'resolutions',
      '执行人大及其常委会决议决定',
      'Carrying out resolutions of the congress',
    ),
    satisfied('proposals', '办理代表建议', 'Dealing with deputies’ proposals'),
    satisfied('honest', '述职报告真实、全面', 'The duty report true and whole'),
    satisfied('problems', '查找问题准确', 'Problems found where they are'),
    satisfied('measures', '整改措施可行', 'Measures that can work'),
    satisfied('effect', '工作实效和社会反响', 'Results, and what people say of them'),
    {
      type: 'matrix',
      code: 'work',
      text: wording('对下列各方面的工作，您是否满意？', 'Are you satisfied with the work on'),
      rows: [
        part('decisions', '贯彻落实县委决策', 'carrying out the county’s decisions'),
        part('lawful', '依法行政', 'administration by the law'),
        part('growth', '服务发展', 'serving development'),
        part('living', '民生政务', 'people’s livelihood'),
        part('style', '机关作风', 'style of work'),
      ],
      scale: 'satisfied3',
      when: null,
    },
    satisfied('overall', '总体评价', 'Overall'),
    suggestions,
  ],
}

const staffForm: Questionnaire = {
  title: wording('本单位干部职工民主测评问卷', 'What the unit’s own staff say of its head'),
  questions: [
    {
      type: 'matrix',
      code: 'head',
      text: wording('您对单位主要负责人的评价', 'What you think of the head of the unit'),
      rows: [
        part('virtue', '德：政治品质和道德品行', 'Character'),
        part('ability', '能：业务水平和工作能力', 'Ability'),
        part('diligence', '勤：敬业精神和工作作风', 'Diligence'),
        part('results', '绩：履行职责和工作实绩', 'Results'),
        part('clean', '廉：廉洁自律', 'Integrity'),
      ],
      scale: 'competent4',
      when: null,
    },
    ask(
      'democracy',
      'good4',
      '民主作风：听取不同意见，按规则议事',
      'Listening, and deciding by the rules',
    ),
    ask('unity', 'good4', '领导班子团结', 'Unity of the leadership'),
    ask('overall', 'competent4', '总体评价', 'Overall'),
    suggestions,
  ],
}

const fixForm: Questionnaire = {
  title: wording('整改成效群众评价问卷', 'Has it really been put right'),
  questions: [
    satisfied('measures', '整改措施对症、可行', 'The measures met the problem'),
    satisfied('timeliness', '按照承诺的时间完成', 'Done by the promised time'),
    satisfied('quality', '整改的质量和实际效果', 'The quality and the real effect'),
    ask(
      'solved',
      'done3',
      '您反映的或者您遇到的问题是否已经解决？',
      'Is the problem you met solved?',
    ),
    {
      type: 'choice',
      code: 'solved-why',
      text: wording('没有完全解决，主要是：', 'What is mainly left:'),
      options: [
        part('notbegun', '还没有动手', 'Nothing was begun'),
        part('onpaper', '只做了表面、材料', 'Done on paper only'),
        part('half', '做了一半', 'Half done'),
        part('new', '带来了新的问题', 'It brought new problems'),
        part('other', '其他', 'Something else'),
      ],
      many: true,
      when: { question: 'solved', anyOf: ['partly', 'no'] },
    },
    ask(
      'relapse',
      'happened2',
      '整改以后，问题有没有反弹？',
      'Did the problem come back afterwards?',
    ),
    satisfied('overall', '对这项整改的总体评价', 'Overall'),
    suggestions,
  ],
}

/** Nobody of us has compared these with the originals: a county that takes a set confirms or replaces its source. */
export const questionnaireTemplates: Readonly<Record<TemplateKey, QuestionnaireTemplate>> = {
  public: {
    form: publicForm,
    populations: ['residents', 'serviceUsers', 'enterprises'],
    source: {
      zh: '八个方面（履行职责、办事效率、服务态度、政务公开、廉洁自律、解决群众反映问题、总体评价、意见建议）照一地部门评议公开的群众问卷整理，原件未核实；不满意的追问，做法见临沂市2022年，原件未核实，追问的选项由本系统拟写',
      en: 'The eight heads follow a published questionnaire of departmental appraisals, not compared with the original; follow-up on a dissatisfied answer as in Linyi 2022, not compared either, its options worded by us',
    },
  },
  law: {
    form: lawForm,
    populations: ['residents', 'enterprises', 'deputies'],
    source: {
      zh: '“依法全面履职”至“法治意识”八项，摘自一地法治政府满意度调查，原件还有其他项目，未核实；“总体评价”由本系统加上',
      en: 'Eight heads from a survey on government by the law that has more, not compared with the original; “overall” is ours',
    },
  },
  deputies: {
    form: deputiesForm,
    populations: ['deputies', 'partyAndCppcc'],
    source: {
      zh: '前六题照深圳市2011年评议规则，原件未核实；“贯彻县委决策、依法行政、服务发展、民生政务、机关作风”和总体评价，照广安市2014年评议（中国人大网，www.npc.gov.cn，2019年5月21日上网），未逐字核实',
      en: 'The first six follow the rules of Shenzhen 2011, not compared; the five fields and “overall” follow Guang’an 2014 (www.npc.gov.cn, put online 21 May 2019), not compared word for word',
    },
  },
  staff: {
    form: staffForm,
    populations: ['ownStaff', 'subordinates'],
    source: {
      zh: '“德、能、勤、绩、廉”是干部考核通行的五个方面，各题说明由本系统拟写；“民主作风”“班子团结”见于一些地方的民主测评，出处未核实',
      en: 'The five virtues are customary in staff reviews, their explanations ours; “style” and “unity” are found in some places, source not verified',
    },
  },
  fix: {
    form: fixForm,
    populations: ['raisers', 'serviceUsers', 'residents'],
    source: {
      zh: '“措施、时间、质量”是述职评议对整改的三条要求；“是否解决”“有没有反弹”和全部题目的写法由本系统拟写，没有出处',
      en: 'Measures, time and quality are what an appraisal demands of rectification; “solved”, “came back” and all wording are ours, without a source',
    },
  },
}
