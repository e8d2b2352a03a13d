/** Why a step of a ballot cast here is turned down, and what to do about it. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import type { HeldBallot } from './ballot.ts'
import { ballotStatusLabels } from './ballot-labels.ts'
import type { CastStatus } from './cast-here.ts'

export type Unready = 'issuerKeys' | 'locks' | 'tellerKey' | 'secondIssuer'

export type CourseRefusal = ByCode<{
  'cast-elsewhere': Nothing
  'cast-not-its-turn': {
    wanted: readonly (CastStatus | 'open')[]
    status: HeldBallot['status']
  }
  'cast-no-such-lock': Nothing
  'cast-both-locks-one-person': Nothing
  'cast-lock-twice': Nothing
  'cast-one-issuer': Nothing
  'cast-not-ready': { missing: readonly Unready[] }
  'cast-nobody-on-roll': Nothing
  'cast-few-paper': { paper: number; least: number }
  'cast-few-paper-back': { paper: number; least: number }
  'cast-few-tokens': { tokens: number; least: number }
  'cast-closes-in-the-past': Nothing
  'cast-key-is-in': { lock: number }
  'cast-no-paper': Nothing
  'cast-paper-not-counted': Nothing
  'cast-paper-not-stated': Nothing
  'cast-paper-is-stated': Nothing
  'ballot-rows-differ': { given: number; wanted: number }
  'ballot-two-entered': Nothing
  'ballot-chief-missing': Nothing
  'ballot-tellers-missing': Nothing
  PAPER_DOES_NOT_ADD_UP: { contest: number }
  MORE_PAPER_THAN_ISSUED: { contest: number }
}>

const unready: Readonly<Record<Unready, Readonly<{ zh: string; en: string }>>> = {
  issuerKeys: { zh: '发票密钥还在生成', en: 'the issuer’s keys are still being made' },
  locks: { zh: '两把计票锁没有登记齐', en: 'the two count locks are not both registered' },
  tellerKey: { zh: '监票人签名公钥没有登记', en: 'the tellers’ signing key is not registered' },
  secondIssuer: { zh: '监票人发票机没有登记', en: 'the tellers’ own issuer is not registered' },
}

type AboutPaper = Extract<
  CourseRefusal,
  {
    code:
      | `cast-${'few' | 'no'}-paper`
      | 'cast-few-paper-back'
      | `cast-paper-${string}`
      | `ballot-${string}`
      | `${'PAPER' | 'MORE_PAPER'}_${string}`
  }
>

export function explainCourseRefusal(refusal: CourseRefusal): Bilingual {
  return isOfPaper(refusal) ? ofPaper(refusal) : ofCourse(refusal)
}

function isOfPaper(refusal: CourseRefusal): refusal is AboutPaper {
  return /-paper|^ballot-|PAPER/.test(refusal.code)
}

function ofCourse(refusal: Exclude<CourseRefusal, AboutPaper>): Bilingual {
  switch (refusal.code) {
    case 'cast-elsewhere':
      return bilingual(
        '这次测评不在本系统投票。',
        '请录入计票结果；要在本系统投票的，另开一次测评。',
        'This ballot is not cast here.',
        'Enter its count; to cast one here, open another ballot.',
      )
    case 'cast-not-its-turn': {
      const [is, wanted] = [ballotStatusLabels[refusal.status], refusal.wanted]
      const zh = wanted.map((one) => `“${ballotStatusLabels[one].zh}”`).join('、')
      const en = wanted.map((one) => `“${ballotStatusLabels[one].en}”`).join(', ')
      return bilingual(
        `这次测评现在是“${is.zh}”，这一步在${zh}时才能办。`,
        '请刷新后按当前的步骤办理。',
        `The ballot is at “${is.en}”; this step belongs to ${en}.`,
        'Reload and go on from where it stands.',
      )
    }
    case 'cast-no-such-lock':
      return bilingual('没有这把计票锁。', '计票锁只有两把。', 'No such lock.', 'There are two.')
    case 'cast-both-locks-one-person':
      return bilingual(
        '两把计票锁不能由同一个人登记。',
        '请由另一位监票人登录后登记这一把（双人双锁）。',
        'One person cannot register both locks.',
        'Have another teller sign in and register this one.',
      )
    case 'cast-lock-twice':
      return bilingual(
        '两把锁用了同一把公钥。',
        '请重新生成其中一把。',
        'Both locks have the same key.',
        'Make one of them anew.',
      )
    case 'cast-one-issuer':
      return bilingual(
        '这次测评只用一台发票机。',
        '要用监票人发票机的，作废后重新准备，选两台发票机。',
        'This ballot has one issuer only.',
        'To have the tellers issue too, void it and prepare it with two.',
      )
    case 'cast-not-ready':
      return bilingual(
        `还不能封定票样：${refusal.missing.map((one) => unready[one].zh).join('；')}。`,
        '请逐项办好后再封定。',
        `Not ready: ${refusal.missing.map((one) => unready[one].en).join('; ')}.`,
        'Complete these first.',
      )
    case 'cast-nobody-on-roll':
      return bilingual(
        '名册上没有可以投票的人。',
        '请先按姓名签到，再登记这次测评。',
        'Nobody is on the roll.',
        'Call the roll by name when the ballot is opened.',
      )
    case 'cast-closes-in-the-past':
      return bilingual(
        '截止时间已经过去。',
        '请填写以后的时间，或者不填，由主持人宣布结束。',
        'The closing time has passed.',
        'Give a later one, or none.',
      )
    case 'cast-few-tokens':
      return bilingual(
        `领电子票证的只有${refusal.tokens}人，不足${refusal.least}人，其余用纸质票：电子选票单独公布，等于公开这几个人怎样投的票。`,
        '请让他们交回票证，改用纸质票；或者请几位用纸质票的交回纸质票，改领票证，凑够人数再开始。投票已经开始的，请用会场平板投，不改用纸质票。',
        `Only ${refusal.tokens} would hold tokens, fewer than ${refusal.least}, and the others have paper: ballots cast here are published apart and would tell how these people voted.`,
        'Have them give the tokens up for paper, or some with paper take tokens instead. Once voting has begun they use a tablet of the hall and not paper.',
      )
    case 'cast-key-is-in':
      return bilingual(
        `第${refusal.lock}把锁已经打开。`,
        '请打开另一把。',
        `Lock ${refusal.lock} is open already.`,
        'Open the other one.',
      )
  }
}

function ofPaper(refusal: AboutPaper): Bilingual {
  switch (refusal.code) {
    case 'cast-few-paper':
      return bilingual(
        `纸质票只有${refusal.paper}张，不足${refusal.least}张：单独计票等于公开这几个人怎样投的票。`,
        '请收回这几位的纸质票登记，改领票证，由两名监票人在会场平板上按其所划代为录入（投票结束以前）；或者全体改用纸质票。',
        `Only ${refusal.paper} paper ballots, fewer than ${refusal.least}: counted apart, they would tell how these people voted.`,
        'Take them back, draw tokens in these voters’ names and have two tellers transcribe them on a hall tablet before the close; or use paper for all.',
      )
    case 'cast-few-paper-back':
      return bilingual(
        `收回的纸质票只有${refusal.paper}张，不足${refusal.least}张：单独计票等于公开这几个人怎样投的票，所以不能录入。`,
        '请先核对有没有漏点的、夹在一起的；确实不足的，这一轮不能计票，请主持人宣布作废，用“重新测评”再来一轮。',
        `Only ${refusal.paper} paper ballots came back, fewer than ${refusal.least}: counted apart, they would tell how these people voted, so they are not taken.`,
        'Look for some that were missed or stick together; if there are really so few, this round cannot be counted: the chair voids it and another is held.',
      )
    case 'cast-no-paper':
      return bilingual(
        '没有发出纸质票。',
        '无需录入纸质票。',
        'No paper ballot was handed out.',
        'There is nothing to enter.',
      )
    case 'cast-paper-not-counted':
      return bilingual(
        '纸质票还没有清点一致。',
        '请由两人各自清点录入，一致后再签名。',
        'The paper ballots are not counted yet, or the counts differ.',
        'Have them entered by two people independently.',
      )
    case 'cast-paper-not-stated':
      return bilingual(
        '发出过纸质票，监票人还没有对纸质票计数签名。',
        '请先清点录入，并由监票人签名。',
        'Paper was handed out and the tellers have not signed its count.',
        'Count it and have the tellers sign.',
      )
    case 'cast-paper-is-stated':
      return bilingual(
        '纸质票计数已经签名公布，不能再改。',
        '确有错误的，作废本轮，重新投票。',
        'The paper count is signed and stands.',
        'If it is wrong, void this round and vote again.',
      )
    case 'ballot-rows-differ':
      return bilingual(
        `票上有${refusal.wanted}项，填了${refusal.given}项，或者选项数不符。`,
        '请刷新后重新填写。',
        `There are ${refusal.wanted} contests; ${refusal.given} were given, or their options differ.`,
        'Reload and fill it in again.',
      )
    case 'ballot-two-entered':
      return bilingual(
        '两人已经分别录入，正在核对。',
        '请由这两人各自更正。',
        'Two people have entered it and are comparing.',
        'Let them correct their own figures.',
      )
    case 'ballot-chief-missing':
      return bilingual(
        '没有填写总监票人。',
        '请填写姓名。',
        'The chief scrutineer is missing.',
        'Give the name.',
      )
    case 'ballot-tellers-missing':
      return bilingual(
        '没有填写计票人。',
        '请至少填写一人。',
        'There is no teller.',
        'Name at least one.',
      )
    case 'PAPER_DOES_NOT_ADD_UP':
      return bilingual(
        `第${refusal.contest}项纸质票的各项票数加不拢。`,
        '各选项、未填和废票之和应等于收回的张数，请重新清点。',
        `The paper counts of contest ${refusal.contest} do not add up.`,
        'Options, blanks and spoiled ones make those returned. Count again.',
      )
    case 'MORE_PAPER_THAN_ISSUED':
      return bilingual(
        `第${refusal.contest}项收回的纸质票多于发出的纸质票。`,
        '请重新清点；确实多出的，作废本轮，重新投票。',
        `More paper came back in contest ${refusal.contest} than was handed out.`,
        'Count again; if it is so, void this round and vote again.',
      )
  }
}
