/** Words for what the sheet that brought a matter in says of its plan. */
export const planNotesZh = {
  title: '来表里的安排',
  lead: '随来表转来，供填报方案参考，不是方案；方案由述职人员报送。',
  take: '填入来表里的安排',
  takeHint: '只填还空着的栏目，填入后请逐项核对。',
  analysis: '原因分析',
  task: '目标',
  measures: '措施',
  due: '时限',
  oversees: '管',
  leads: '抓',
  does: '做',
  section: '责任科室',
}
