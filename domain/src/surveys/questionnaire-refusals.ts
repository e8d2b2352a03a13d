/** Why a questionnaire or an answer to it cannot be taken as it is, in words. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AnswerRefusal } from './answer.ts'
import type {
  FormRefusal,
  QuestionnaireLimit,
  QuestionnaireRefusal,
  QuestionRefusal,
} from './questionnaire.ts'

const limitNames: Readonly<Record<QuestionnaireLimit, Readonly<{ zh: string; en: string }>>> = {
  questions: { zh: '题目', en: 'questions' },
  closedAnswers: { zh: '需要勾选的小题', en: 'lines to tick' },
  texts: { zh: '文字题', en: 'free-text questions' },
  options: { zh: '一道题的选项或者小题', en: 'options or rows of one question' },
}

const codes: Readonly<Record<QuestionnaireRefusal['code'], true>> = {
  'questionnaire-without-title': true,
  'questionnaire-without-questions': true,
  'questionnaire-too-long': true,
  'question-without-words': true,
  'question-words-too-long': true,
  'question-code-wrong': true,
  'question-code-twice': true,
  'question-needs-options': true,
  'question-waits-for-nothing': true,
}

export function isQuestionnaireRefusal(
  refusal: Readonly<{ code: string }>,
): refusal is QuestionnaireRefusal {
  return Object.hasOwn(codes, refusal.code)
}

export function explainQuestionnaireRefusal(refusal: QuestionnaireRefusal): Bilingual {
  return 'question' in refusal ? explainQuestionRefusal(refusal) : explainFormRefusal(refusal)
}

function explainFormRefusal(refusal: FormRefusal): Bilingual {
  switch (refusal.code) {
    case 'questionnaire-without-title':
      return bilingual(
        '问卷没有标题。',
        '请填写标题。',
        'The questionnaire has no title.',
        'Give it one.',
      )
    case 'questionnaire-without-questions':
      return bilingual(
        '问卷里还没有题目。',
        '请选用一套模板，或者添加题目。',
        'The questionnaire has no questions.',
        'Take a template or add questions.',
      )
    case 'questionnaire-too-long': {
      const { zh, en } = limitNames[refusal.what]
      return bilingual(
        `${zh}最多 ${refusal.most} 个。`,
        '题目越多，答完的人越少。请删减，或者分成两次调查。',
        `At most ${refusal.most} ${en}.`,
        'The longer the form, the fewer finish it: cut it, or make two surveys.',
      )
    }
  }
}

function explainQuestionRefusal(refusal: QuestionRefusal): Bilingual {
  const { question } = refusal
  switch (refusal.code) {
    case 'question-without-words':
      return bilingual(
        `题目 ${question} 有空白的文字。`,
        '请写明题目和每个选项。',
        `Question ${question} has empty words.`,
        'Write the question and each of its options.',
      )
    case 'question-words-too-long':
      return bilingual(
        `题目 ${question} 的文字超过 ${refusal.most} 字。`,
        '请写短一些，让人一眼看明白。',
        `Question ${question} is longer than ${refusal.most} characters.`,
        'Say it shorter.',
      )
    case 'question-code-wrong':
      return bilingual(
        `编码 ${question} 不能用。`,
        '编码用小写字母开头，只含小写字母、数字和连字符，最多 24 个字符；unknown 留给“不了解”。',
        `The code ${question} cannot be used.`,
        'Begin with a lower-case letter; letters, digits and hyphens, 24 at most; unknown is taken.',
      )
    case 'question-code-twice':
      return bilingual(
        `编码 ${question} 用了两次。`,
        '请改掉其中一个。',
        `The code ${question} is used twice.`,
        'Change one of them.',
      )
    case 'question-needs-options':
      return bilingual(
        `题目 ${question} 至少要有 ${refusal.atLeast} 个选项或者小题。`,
        '请补充。',
        `Question ${question} needs at least ${refusal.atLeast} options or rows.`,
        'Add them.',
      )
    case 'question-waits-for-nothing':
      return bilingual(
        `题目 ${question} 的出现条件不成立：前面没有这样的题目或者选项。`,
        '请让它跟在排在前面的题目之后，并至少选一个选项；或者去掉条件。',
        `Question ${question} waits for an answer that no earlier question has.`,
        'Let it wait for an option of a question before it, or take the condition away.',
      )
  }
}

export function explainAnswerRefusal(refusal: AnswerRefusal): Bilingual {
  switch (refusal.code) {
    case 'answer-to-unknown-question':
      return bilingual(
        '这份答卷里有本问卷没有的题目。',
        '请重新打开问卷再作答。',
        'This form answers a question that was not asked.',
        'Open the questionnaire again.',
      )
    case 'answer-not-an-option':
      return bilingual(
        '这份答卷里有本题没有的选项。',
        '请重新打开问卷再作答。',
        'This form ticks an option the question does not have.',
        'Open the questionnaire again.',
      )
  }
}
