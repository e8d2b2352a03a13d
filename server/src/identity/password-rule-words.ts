/** What is wrong with a password and what to change, in both languages. */
import type { CharacterKind, PasswordFault } from './password-rule.ts'
import { passwordRule } from './password-rule.ts'

export type Language = 'zh' | 'en'

const kindWords: Readonly<Record<CharacterKind, Readonly<Record<Language, string>>>> = {
  lower: { zh: '小写字母', en: 'lower-case letters' },
  upper: { zh: '大写字母', en: 'capital letters' },
  digit: { zh: '数字', en: 'digits' },
  sign: { zh: '符号或汉字', en: 'signs or Chinese characters' },
}

export function passwordFaultWords(fault: PasswordFault, language: Language): string {
  const { leastLength, mostLength, kinds, notAgain } = passwordRule
  const zh = language === 'zh'
  switch (fault.code) {
    case 'too-short':
      return zh
        ? `密码至少 ${leastLength} 个字符，现在只有 ${fault.length} 个，请加长。`
        : `A password has at least ${leastLength} characters; this one has ${fault.length}. Make it longer.`
    case 'too-long':
      return zh
        ? `密码最多 ${mostLength} 个字符，现在有 ${fault.length} 个，请缩短。`
        : `A password has at most ${mostLength} characters; this one has ${fault.length}. Make it shorter.`
    case 'too-few-kinds': {
      const names = fault.missing.map((kind) => kindWords[kind][language])
      return zh
        ? `大写字母、小写字母、数字、符号四类中至少要有 ${kinds} 类，可以再加入${names.join('、')}。`
        : `At least ${kinds} of four kinds of characters are needed: add ${names.join(' or ')}.`
    }
    case 'about-owner':
      return zh
        ? `密码里不能有登录名、姓名或单位名称（“${fault.word}”），请换掉这一部分。`
        : `A password must not hold your login, name or unit ("${fault.word}"). Replace that part.`
    case 'too-common':
      return zh
        ? '这个密码由常见的词、拼音、年份或键盘顺序拼成，容易被猜中。可以用几个互不相干的词连成一句，或请浏览器生成。'
        : 'This password is made of common words, years or keyboard runs and is soon guessed. Join several unrelated words, or let the browser make one.'
    case 'used-before':
      return zh
        ? `最近 ${notAgain} 次用过的密码不能再用，请换一个新的。`
        : `The last ${notAgain} passwords cannot be used again. Choose a new one.`
  }
}
