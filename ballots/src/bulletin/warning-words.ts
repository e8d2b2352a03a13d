/** What holds and yet has to be known, in words. Source: ballot.md 4 no. 13; 6 no. 8. */
import type { Warning } from './verify-bulletin.ts'

export function warningWords(warning: Warning): Readonly<{ zh: string; en: string }> {
  const number = warning.contest + 1
  switch (warning.kind) {
    case 'unanimous':
      return {
        zh: `第${number}项有一问全体一致，每个人怎样投的因此都知道了。`,
        en: `Contest ${number}: one question was answered by all alike, so everybody’s vote is known.`,
      }
    case 'small':
      return {
        zh: `第${number}项有表决权的人太少，无记名没有意义。`,
        en: `Contest ${number}: too few people are entitled for a secret.`,
      }
    case 'unused':
      return {
        zh: `第${number}项有 ${warning.count} 张票证没有投出；只有一台发票机时，这是可能被冒用的余地。`,
        en: `Contest ${number}: ${warning.count} tokens cast no ballot; with one issuer that is the room for stuffing.`,
      }
  }
}
