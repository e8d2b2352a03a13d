/** Why a step of a county's 办法 is turned down, and the way out. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { explainRuleBookRefusal, type RuleBookRefusal } from './check-rule-book.ts'
import type { Contradiction } from './contradiction.ts'
import { settingLabels } from './setting-words.ts'

export type CountyBookRefusal = ByCode<{
  'book-not-there': Nothing
  'book-already-there': Nothing
  'book-not-a-draft': Nothing
  'book-not-adopted': Nothing
  'book-name-missing': Nothing
  'setting-refused': { refusal: RuleBookRefusal }
  'source-names-no-document': Nothing
  'book-contradicts-itself': { contradictions: readonly Contradiction[] }
  'adopted-by-whom': Nothing
  'approval-faulty': { fault: 'reference-missing' | 'in-the-future' }
  'reason-missing': Nothing
}>

export function explainCountyBookRefusal(refusal: CountyBookRefusal): Bilingual {
  switch (refusal.code) {
    case 'book-not-there':
      return bilingual(
        '没有这一版办法。',
        '请从办法列表中进入。',
        'There is no such version.',
        'Come in from the list.',
      )
    case 'book-already-there':
      return bilingual(
        '下一版已经在起草。',
        '请打开草案继续修改，或者先撤销草案。',
        'The next version is being drafted already.',
        'Go on with that draft, or drop it first.',
      )
    case 'book-not-a-draft':
      return bilingual(
        '这一版已经定稿，不能再改。',
        '需要变动的，请起草新的一版。',
        'This version is settled and never edited.',
        'Draft a new version.',
      )
    case 'book-not-adopted':
      return bilingual(
        '只有已经通过的办法才能废止。',
        '草案不用的，请撤销草案。',
        'Only an adopted version can be withdrawn.',
        'Drop a draft instead.',
      )
    case 'book-name-missing':
      return bilingual(
        '办法没有名称。',
        '请填写全称，例如“某县人大常委会述职评议办法”。',
        'It has no name.',
        'Give its full title.',
      )
    case 'setting-refused':
      return explainRuleBookRefusal(refusal.refusal)
    case 'source-names-no-document':
      return bilingual(
        '“中性默认”不是文件，不能勾选“已与文件逐字核对”。',
        '请在“原文”里照抄本级办法的那一句，在“出处”里写明文件名称和条款；还没有原文的，不要勾选。',
        'The neutral default is no document, so nothing can have been compared with it.',
        'Copy the sentence of your own rules and name document and article; or leave the box unticked.',
      )
    case 'book-contradicts-itself':
      return contradicted(refusal.contradictions)
    case 'adopted-by-whom':
      return bilingual(
        '办法由常委会会议或者主任会议决定。',
        '请选择作出决定的会议，并填写日期和文号。',
        'The Standing Committee or the chairs decide on it.',
        'Name the meeting, its day and number.',
      )
    case 'approval-faulty':
      return refusal.fault === 'reference-missing'
        ? bilingual(
            '没有填写会议届次或者文号。',
            '请照会议记录填写。',
            'The session or document number is missing.',
            'Copy it from the minutes.',
          )
        : bilingual(
            '决定的日期在今天之后。',
            '请核对日期。',
            'The decision lies in the future.',
            'Check the day.',
          )
    case 'reason-missing':
      return bilingual(
        '没有写明理由。',
        '请写明为什么废止。',
        'The reason is missing.',
        'Say why it is withdrawn.',
      )
  }
}

function contradicted(contradictions: readonly Contradiction[]): Bilingual {
  const said = contradictions.map(({ key, zh, en }) => ({
    zh: `“${settingLabels[key].zh}”：${zh}`,
    en: `“${settingLabels[key].en}”: ${en}`,
  }))
  return bilingual(
    `办法自相矛盾，不能通过。${said.map(({ zh }) => zh).join('')}`,
    '请修改所列设置后再提交通过。',
    `It contradicts itself and cannot be adopted. ${said.map(({ en }) => en).join(' ')}`,
    'Mend the settings named, then adopt it.',
  )
}
