/** Words for how a ballot was held and why one is void. */
import type { BallotMethod, VoidGround } from './ballot.ts'

type Labels<Name extends string> = Readonly<Record<Name, Readonly<{ zh: string; en: string }>>>

export const methodLabels: Labels<BallotMethod> = {
  paper: { zh: '纸质测评票', en: 'Paper' },
  keypads: { zh: '表决器', en: 'Keypads' },
  showOfHands: { zh: '举手', en: 'Show of hands' },
}

export const voidGroundLabels: Labels<VoidGround> = {
  overReturned: { zh: '收回的票多于发出的票', en: 'More returned than issued' },
  noQuorum: { zh: '不够法定人数', en: 'No quorum' },
  irregular: { zh: '程序有误', en: 'Not held by the rules' },
  wrongEntry: { zh: '登记有误', en: 'Recorded by mistake' },
}
