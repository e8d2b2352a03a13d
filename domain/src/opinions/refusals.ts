/** Why a command on an opinion was turned down, beyond what it shares with matters. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import type { Opinion } from './opinion.ts'

export type OpinionRefusal = ByCode<{
  'opinion-already-raised': Nothing
  'opinion-not-answerable': { actual: Opinion['status'] }
  'split-needs-two-parts': { got: number }
}>

const statusNames: Readonly<Record<Opinion['status'], Readonly<{ zh: string; en: string }>>> = {
  none: { zh: '尚未提出', en: 'not raised' },
  raised: { zh: '刚刚提出', en: 'just raised' },
  answerable: { zh: '已立项', en: 'carried by a matter' },
  exited: { zh: '已有其他去向', en: 'exited' },
  split: { zh: '已拆分', en: 'split' },
}

export function explainOpinionRefusal(refusal: OpinionRefusal): Bilingual {
  switch (refusal.code) {
    case 'opinion-already-raised':
      return bilingual(
        '这条意见已经登记过。',
        '请在台账中查看，不要重复登记。',
        'This opinion is already on record.',
        'Look it up in the ledger; do not raise it twice.',
      )
    case 'opinion-not-answerable':
      return bilingual(
        `这条意见${statusNames[refusal.actual].zh}，不能再拆分或者改变去向。`,
        '请刷新页面查看它的来龙去脉。',
        `This opinion is ${statusNames[refusal.actual].en}; it can no longer be split or sent elsewhere.`,
        'Reload it and look at its lineage.',
      )
    case 'split-needs-two-parts':
      return bilingual(
        `拆分至少要有两部分，现在只有 ${refusal.got} 部分。`,
        '请把原文分成两条以上再保存。',
        `A split needs two parts or more; there is ${refusal.got}.`,
        'Divide the words into two parts or more.',
      )
  }
}
