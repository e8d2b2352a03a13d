/** Words for how a ballot was held and why one is void. */
import type { BallotMethod, BallotSource, HeldBallot, VoidGround } from './ballot.ts'

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

/** How it was held, as pages and papers say it. */
export function methodLabel(source: BallotSource): Readonly<{ zh: string; en: string }> {
  if (source.type === 'countedElsewhere') return methodLabels[source.method]
  return source.rehearsal
    ? { zh: '本系统投票（演练）', en: 'Cast here (rehearsal)' }
    : { zh: '本系统投票', en: 'Cast here' }
}

export const ballotStatusLabels: Labels<HeldBallot['status']> = {
  open: { zh: '已登记', en: 'Opened' },
  preparing: { zh: '准备中', en: 'Being prepared' },
  prepared: { zh: '票样已封定', en: 'Manifest frozen' },
  issuing: { zh: '正在发票', en: 'Issuing' },
  voting: { zh: '正在投票', en: 'Voting' },
  sealed: { zh: '已封票', en: 'Sealed' },
  opened: { zh: '已开票', en: 'Opened for counting' },
  entered: { zh: '一人已录入', en: 'Entered once' },
  differs: { zh: '两人录入不一致', en: 'Entries differ' },
  counted: { zh: '计票已确认', en: 'Counted' },
  surplus: { zh: '票数多出，待决定', en: 'More returned than issued' },
  announced: { zh: '已宣布', en: 'Announced' },
  void: { zh: '已作废', en: 'Void' },
}
