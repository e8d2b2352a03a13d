/** Words of my desk. */
export const deskZh = {
  title: '我的案头',
  lead: (waiting: number) =>
    waiting === 0 ? '今天没有等您办理的事项。' : `有 ${waiting} 件等您办理。`,
  waiting: '等我办理',
  late: '已经逾期',
  soon: '七天内到期',
  imports: '尚未确认的录入',
  importsLead: '文件已读入，但意见还没有记入台账。',
  openImport: '继续核对',
  all: (total: number) => `查看全部 ${total} 件`,
  more: (left: number) => `另有 ${left} 件`,
  count: (total: number) => `${total} 件`,
  nothingWaiting: '案头清了',
  nothingWaitingFix: '轮到您办理时，事项会按步骤排在这里，点一下就能办。',
  nothingLate: '没有逾期的事项。',
  nothingSoon: '七天内没有到期的事项。',
  empty: '台账还是空的',
  emptyFix:
    '先登记单位和述职人员，再立一次评议，然后把意见文件录入进来：每条意见都会成为一件事项，或者写明其他去向。',
  emptyFixReader: '经办人把意见录入台账以后，与您有关的事项会出现在这里。',
  startPeople: '登记单位与人员',
  startAppraisal: '立一次评议',
  startImport: '录入意见',
  law: '全县件件有去向',
  lawLine: (raised: number, matters: number, exits: number) =>
    `提出 ${raised} ＝ 事项 ${matters} ＋ 其他去向 ${exits}`,
  lawHolds: '相符',
  lawBroken: '不相符，请立即告诉管理员核对台账',
  lawExplain:
    '每条提出的意见，要么成为一件事项，要么写明其他去向（转办、当场答复、撤回、不属本级职权）；其他去向不算满意。',
  lawLeft: (all: number, left: number) =>
    `台账里共有 ${all} 个编号，其中 ${left} 件立项以后转为其他去向，已算在其他去向里。`,
  byStatus: '各阶段件数',
  ledger: '打开台账',
  byStep: '按步骤',
}
