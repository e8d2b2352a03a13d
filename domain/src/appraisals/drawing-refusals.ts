/** Why a step of a drawing is turned down, and the way out. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type DrawingRefusal = ByCode<{
  'drawing-already-open': Nothing
  'drawing-not-open': Nothing
  'too-few-candidates': { candidates: number; count: number }
  'candidate-twice': { label: string }
  'too-few-participants': Nothing
  'no-such-participant': Nothing
  'not-yet-all-sealed': Nothing
  'already-sealed': Nothing
  'already-opened': Nothing
  'not-a-commitment': Nothing
  'commitment-differs': { name: string }
  'secret-too-plain': Nothing
  'nobody-missing': Nothing
  'nobody-left': Nothing
  'decision-not-by-chairs': Nothing
  'approval-faulty': { fault: 'reference-missing' | 'in-the-future' }
  'reason-missing': Nothing
  'title-missing': Nothing
}>

export function explainDrawingRefusal(refusal: DrawingRefusal): Bilingual {
  switch (refusal.code) {
    case 'drawing-already-open':
      return bilingual(
        '这次抽签已经开始。',
        '请打开它继续。',
        'This drawing is open already.',
        'Go on with it.',
      )
    case 'drawing-not-open':
      return bilingual(
        '这次抽签已经结束，或者已经作废。',
        '结果不能改动；需要重抽的，请另开一次抽签。',
        'This drawing has ended.',
        'Its outcome stands; open another one if need be.',
      )
    case 'too-few-candidates':
      return bilingual(
        `名单有 ${refusal.candidates} 个，要抽 ${refusal.count} 个，抽签没有意义。`,
        '请增加候选对象，或减少抽取个数。',
        `${refusal.candidates} candidate(s) for ${refusal.count} to be drawn.`,
        'Add candidates, or draw fewer.',
      )
    case 'candidate-twice':
      return bilingual(
        `“${refusal.label}”在名单里出现了两次。`,
        '请去掉重复的一行。',
        `“${refusal.label}” is on the list twice.`,
        'Take one of them off.',
      )
    case 'too-few-participants':
      return bilingual(
        '至少要有两名不同的参与人，才没有人能单独左右结果。',
        '请再加一名，例如监签人。',
        'At least two different participants are needed, so that nobody steers alone.',
        'Add another, such as a scrutineer.',
      )
    case 'no-such-participant':
      return bilingual(
        '没有这名参与人，或其已不参加。',
        '请刷新后核对。',
        'No such participant.',
        'Reload and check.',
      )
    case 'not-yet-all-sealed':
      return bilingual(
        '还有参与人没有提交封存码，现在不能公开。',
        '请等全部封存后再公开；有人不参加的，由主任会议决定。',
        'Not everybody has sealed yet; nobody may open.',
        'Wait for all; if somebody stays away, the chairs decide.',
      )
    case 'already-sealed':
      return bilingual(
        '这名参与人已经封存，不能更换。',
        '请按原来的内容公开。',
        'Sealed already; it cannot be changed.',
        'Open what was sealed.',
      )
    case 'already-opened':
      return bilingual(
        '这名参与人已经公开。',
        '请刷新查看。',
        'Opened already.',
        'Reload the page.',
      )
    case 'not-a-commitment':
      return bilingual(
        '封存码不是64位的十六进制数。',
        '请重新生成并原样粘贴。',
        'The seal is not 64 hexadecimal digits.',
        'Make it again and paste it whole.',
      )
    case 'commitment-differs':
      return bilingual(
        `${refusal.name}公开的内容与封存码对不上。`,
        '请核对凭条上的内容，一个字符也不能差；确实找不到的，由主任会议决定作废或者不计此人。',
        `What ${refusal.name} opened does not match the seal.`,
        'Compare with the slip, character by character; if it is lost, the chairs decide.',
      )
    case 'secret-too-plain':
      return bilingual(
        '内容为空、带有换行，或随机码不足16位。',
        '请按凭条填写。',
        'The secret is blank or has a line break, or the salt has fewer than 16 characters.',
        'Copy both from the slip.',
      )
    case 'nobody-missing':
      return bilingual(
        '没有人缺席，不需要决定。',
        '请继续抽签。',
        'Nobody is missing.',
        'Go on with the drawing.',
      )
    case 'nobody-left':
      return bilingual(
        '没有任何人完成，不能继续抽签。',
        '请决定作废，另行组织抽签。',
        'Nobody did their part; it cannot go on.',
        'Declare it void and open another.',
      )
    case 'decision-not-by-chairs':
      return bilingual(
        '这项决定由主任会议作出。',
        '请填写主任会议的届次和日期。',
        'This is for the chairs to decide.',
        'Give the session of the chairs.',
      )
    case 'approval-faulty':
      return refusal.fault === 'reference-missing'
        ? bilingual(
            '没有填写会议届次。',
            '请按会议记录填写。',
            'The session is missing.',
            'Copy it from the minutes.',
          )
        : bilingual(
            '决定日期晚于今天。',
            '请按会议记录填写。',
            'The decision is dated in the future.',
            'Give the day from the minutes.',
          )
    case 'reason-missing':
      return bilingual('没有填写理由。', '请说明后再提交。', 'The reason is missing.', 'Give it.')
    case 'title-missing':
      return bilingual(
        '没有填写抽签事由。',
        '请填写后再开始。',
        'The drawing has no title.',
        'Give it one.',
      )
  }
}
