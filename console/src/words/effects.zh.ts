/** Words of the effect: before and after, and the committee's judgement beside it. */
export const effectsZh = {
  tab: '成效',
  title: '成效对比',
  people: '群众怎么说',
  committee: '常委会怎么判',
  none: '还没有可以对比的调查',
  noneFix: '整改前后各做一次相同问卷的调查，这里就能看到有没有变化。',
  once: '只调查过一次，还不能对比。再调查一次后，这里显示变化。',
  notTold: '作答人数不足，不公开。',
  stages: { before: '整改前', after: '整改后', single: '单次' },
  point: (stage: string, day: string) => `${stage} ${day}`,
  counted: (names: string) => `${names}合计，不含“不了解”`,
  relapse: (wave: number) => `出现反弹：第${wave}次调查时已经好转，最近一次又明显变差。`,
  open: '自愿参与，不代表全体，不据此判断变化。',
  results: '查看调查结果',
  round: (n: number, day: string) => `第${n}轮（${day}）`,
  grades: (measures: string, timeliness: string, quality: string) =>
    `措施${measures}，时间${timeliness}，质量${quality}`,
  outcomes: {
    satisfied: '满意',
    conditional: '基本满意，限期完善',
    unsatisfied: '不满意，继续整改',
  },
  notJudged: '常委会尚未测评',
  matter: (n: number) => `第${n}号`,
  copy: '复制成一句话',
  apart: '常委会判为满意，而群众的看法没有好转或者又变差，请一并研究。',
}
