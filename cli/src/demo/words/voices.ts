/** What people of the demo county wrote in open calls, without a name; and what became of it. */
export type Heard = Readonly<{
  text: string
  /** The title of the matter; a reply; sealed; or still to be read. */
  outcome:
    | Readonly<{ kind: 'matter'; title: string }>
    | Readonly<{ kind: 'reply'; reply: string }>
    | Readonly<{ kind: 'sealed' }>
    | Readonly<{ kind: 'waits' }>
}>

export const callNotice = (unit: string, name: string): string =>
  `县人大常委会将对${unit}局长${name}同志开展述职评议，现向社会公开征求意见。请实事求是反映履职方面的成绩、问题和建议。不需要填写姓名；提交后请保存回执码，凭码可以查询办理情况。`

export const heardOnTransport: readonly Heard[] = [
  {
    text: '柳河镇的末班公交下午四点半就走了，赶集回来只能自己找车。',
    outcome: { kind: 'matter', title: '末班公交过早' },
  },
  {
    text: '出租车起步价太高，希望降下来。',
    outcome: {
      kind: 'reply',
      reply:
        '出租车运价由县发展改革部门会同交通运输部门制定，已将您的意见转县发展改革局，可拨打其公开电话查询。',
    },
  },
  { text: '某养护工程验收的时候有人收了好处。', outcome: { kind: 'sealed' } },
  {
    text: '通组路修到家门口，雨天不再踩泥，感谢。',
    outcome: { kind: 'reply', reply: '感谢您的来言，已转告被评议单位，并记入调查记录的成绩部分。' },
  },
]

export const heardOnHealth: readonly Heard[] = [
  { text: '县医院出院结算要排一个多小时队，能不能分时段办理。', outcome: { kind: 'waits' } },
  { text: '卫生院晚上去看急诊，值班的只有护士。', outcome: { kind: 'waits' } },
  {
    text: '村卫生室药品种类太少，慢性病药经常断货。',
    outcome: { kind: 'matter', title: '村卫生室慢性病药断货' },
  },
]
