/** What holds and yet has to be known, in words. Source: ballot.md 4 no. 13; 6 no. 8. */
import type { Warning } from './warnings.ts'

const whose = {
  all: { zh: '', en: '' },
  cast: { zh: '电子票', en: ' cast here' },
  paper: { zh: '纸质票', en: ' on paper' },
} as const

export function warningWords(warning: Warning): Readonly<{ zh: string; en: string }> {
  const number = warning.contest + 1
  switch (warning.kind) {
    case 'unanimous': {
      const { zh, en } = whose[warning.of]
      return {
        zh: `第${number}项有一问${zh}全体一致，${warning.of === 'all' ? '每个人' : '这些人'}怎样投的因此都知道了。`,
        en: `Contest ${number}: one question was answered by all${en} alike, so everybody’s vote${en} is known.`,
      }
    }
    case 'small':
      return {
        zh: `第${number}项投票的人太少，无记名没有意义。`,
        en: `Contest ${number}: too few people vote for a secret.`,
      }
    case 'unreturned':
      return {
        zh: `第${number}项发出的纸质票有 ${warning.count} 张没有计入。`,
        en: `Contest ${number}: ${warning.count} paper ballots that were handed out are not counted.`,
      }
    case 'unused':
      return {
        zh: `第${number}项有 ${warning.count} 张票证没有投出；只有一台发票机时，这是可能被冒用的余地。`,
        en: `Contest ${number}: ${warning.count} tokens cast no ballot; with one issuer that is the room for stuffing.`,
      }
  }
}
