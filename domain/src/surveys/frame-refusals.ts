/** Why a sampling frame cannot take the next step, in words. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type FrameRefusal = ByCode<{
  'frame-exists': Nothing
  'frame-wrong-status': Nothing
  'frame-not-needed': Nothing
  'frame-empty': Nothing
  'frame-too-long': { most: number }
  'frame-stratum-unknown': { line: number }
  'frame-not-a-commitment': Nothing
  'frame-called-by-sealer': Nothing
  'frame-number-wrong': Nothing
  'frame-commitment-differs': Nothing
  'frame-channel-without-codes': Nothing
  'frame-codes-issued': Nothing
  'frame-codes-out': Nothing
  'frame-codes-used': Nothing
  'frame-being-asked': Nothing
  'frame-codes-void': Nothing
  'frame-all-sent': Nothing
  'frame-still-sending': Nothing
  'frame-erased': Nothing
}>

const words: Readonly<Record<Exclude<FrameRefusal['code'], FrameNumbered>, Bilingual>> = {
  'frame-exists': bilingual(
    '这份名单已经导入。',
    '请刷新后查看。',
    'This list is in already.',
    'Reload to see it.',
  ),
  'frame-all-sent': bilingual(
    '没有未发出的邀请码。',
    '请刷新后查看。',
    'No code is left that was not sent.',
    'Reload to see it.',
  ),
  'frame-still-sending': bilingual(
    '邀请短信还在发。',
    '请稍候；一分钟没有动静的，会显示没有发出的人数，再补发。',
    'Messages are still going out.',
    'Wait; after a minute without any the number of those not sent is shown, and they can be sent again.',
  ),
  'frame-wrong-status': bilingual(
    '抽样还没有到这一步，或者已经过了这一步。',
    '依次是：导入名单、封存密数、他人报数、开封抽样。',
    'The draw is not at this step.',
    'The order is: list, seal, a number called by another person, draw.',
  ),
  'frame-not-needed': bilingual(
    '这类对象不从名单上选人。',
    '需要抽样的，请在开始调查前把“怎样选人”改为全体、等距、随机或者分层。',
    'This population is not chosen from a list.',
    'Choose another way of sampling before the survey starts.',
  ),
  'frame-empty': bilingual(
    '名单里没有人。',
    '请检查文件：第一行是表头，至少有“姓名”一列。',
    'The list is empty.',
    'Check the file: headings in the first row, 姓名 among them.',
  ),
  'frame-not-a-commitment': bilingual(
    '封存的不是一个 SHA-256 值。',
    '请用页面上的按钮封存。',
    'What was sealed is not a SHA-256.',
    'Use the button on the page.',
  ),
  'frame-called-by-sealer': bilingual(
    '报数的人不能是封存密数的人。',
    '请在场的其他人（主任会议成员、组成人员、代表或者调查组）登录后报数。',
    'Whoever sealed the secret cannot call the number.',
    'Let somebody else sign in and call it.',
  ),
  'frame-number-wrong': bilingual(
    '报的数不能用。',
    '请报 1 到 20 位数字或者字母。',
    'This number cannot be used.',
    'One to twenty digits or letters.',
  ),
  'frame-commitment-differs': bilingual(
    '开封的密数与封存时不一致。',
    '请在封存时用的电脑上开封，或者按当时抄下的密数填写。',
    'The secret is not the one that was sealed.',
    'Open it on the computer that sealed it, or type what was written down.',
  ),
  'frame-channel-without-codes': bilingual(
    '这个渠道不发邀请码。',
    '请选择本类对象的邀请码信函或者短信渠道。',
    'This channel has no codes.',
    'Choose letters or text messages of this population.',
  ),
  'frame-codes-issued': bilingual(
    '邀请码已经制作过。',
    '请用当时下载的文件。文件丢了、信函还没有人用过的，可以“作废重做”：先前的码全部作废，每人另做一个。',
    'The codes have been made.',
    'Use the file downloaded then. If it is lost and nobody has used a code, make all of them void and new.',
  ),
  'frame-being-asked': bilingual(
    '调查正在进行，抽定的名单不能再换。',
    '抽中的人已经在答。要另问一批人的，请另做一次调查。',
    'The survey is open: the people drawn stay.',
    'They are being asked. Make another survey for others.',
  ),
  'frame-codes-void': bilingual(
    '先前的邀请码已经作废，新做的这一套没有送到您手里。',
    '请刷新后再“作废重做”一次。',
    'The earlier codes are void, and the new ones did not reach you.',
    'Reload, and make them void and new once more.',
  ),
  'frame-codes-used': bilingual(
    '已经有人用过邀请码，不能作废重做。',
    '系统查不出是谁用的，另做一套会让同一个人能答两次。没有收到信函的人，可以加一个电话、入户或者纸质渠道去问。',
    'Somebody has used a code: they cannot be made void.',
    'Nobody knows whose it was, and a new set would let that person answer twice. Add a channel by telephone, visit or paper for those without a letter.',
  ),
  'frame-codes-out': bilingual(
    '这类对象的邀请码已经发出，不能再换名单。',
    '换了名单，收到过邀请码的人就能答两次。要另问一批人的，请在开始调查前另列一类对象，或者另做一次调查。',
    'Codes of this population are out: its list stays.',
    'Whoever has a code could answer twice. Make another population or another survey.',
  ),
  'frame-erased': bilingual(
    '名单上的姓名和联系方式已经删除。',
    '不能再用来联系，也不需要再删。',
    'Names and contacts are erased.',
    'Nobody can be written to from this list any more.',
  ),
}

type FrameNumbered = 'frame-too-long' | 'frame-stratum-unknown'

export function explainFrameRefusal(refusal: FrameRefusal): Bilingual {
  if (refusal.code === 'frame-too-long')
    return bilingual(
      `名单最多 ${refusal.most} 人。`,
      '请按分层分成几类对象，分别导入。',
      `A list holds at most ${refusal.most}.`,
      'Divide the population.',
    )
  if (refusal.code === 'frame-stratum-unknown')
    return bilingual(
      `名单第 ${refusal.line} 人的分层与调查里的都不同。`,
      '请把“分层”一列改成与调查里完全一样的名称。',
      `The stratum of person ${refusal.line} is none of the survey’s.`,
      'Write the names as they are in the survey.',
    )
  return words[refusal.code]
}
