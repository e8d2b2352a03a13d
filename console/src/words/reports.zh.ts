/** Words of the rectification report, of samples and of the closure form. */
import type { Achieved } from '@luoshi/domain/letters/report'

const achieved: Readonly<Record<Achieved, string>> = {
  done: '已完成',
  partly: '部分完成',
  notDone: '没有完成',
}

export const reportsZh = {
  title: '整改情况报告',
  none: '还没有整改情况报告',
  noneFix: '单位签收意见书以后，报告自动列在这里。',
  unit: '报告单位',
  answers: '对应文号',
  state: '状态',
  on: '日期',
  open: '打开',
  status: {
    owed: '待撰写',
    forComment: '征求意见中',
    commented: '待正式报送',
    signed: '已正式报送',
  },
  back: '← 返回',
  lead: '意见书里的每一件事项都要单独回答；先送人大征求意见，再由述职人员签名正式报送。',
  waiting: '单位正在撰写，送来征求意见以后可以看到。',
  demand: '意见原文',
  achieved: '完成情况',
  achievedWords: achieved,
  resultClass: '办理结果类别',
  account: '做了什么、结果如何',
  whyNot: '没有完成的原因和下一步安排',
  files: '佐证材料',
  noFiles: '没有佐证材料',
  assembled: '已从事项的办理记录汇集，请核对补充',
  save: '保存',
  send: '送人大征求意见',
  sendNote: '送出以后，人大提出意见以前不能修改。',
  comment: '提出意见',
  commentText: '对报告稿的意见',
  comments: (day: string) => `人大意见（${day}）`,
  sign: '签名正式报送',
  signer: '述职人员签名',
  signNote: '由述职人员本人签名；报送以后不能修改。',
  signedBy: (signer: string, day: string) => `述职人员：${signer}　${day}`,
  sentOn: (day: string) => `${day}送征求意见`,
  to: (congress: string) => `${congress}：`,
  formerUnit: (former: string, unit: string) =>
    `上述事项原由${former}承办，单位合并后由${unit}承接。`,
  intro: (reference: string) => `现将${reference}所列事项的整改情况逐件报告如下：`,
  matter: (n: number, title: string) => `第${n}号事项　${title}`,
  print: '打印',
}
