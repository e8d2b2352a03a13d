/**
 * Words that sound like a demand and demand nothing anybody could check, and what to write in their place. Data: a
 * county's clerk may know more of them; these are the ones the trade itself complains of.
 *
 * Source: domain.md §14 (S23, S81: “提高思想认识”“加大工作力度”“加强组织领导”).
 */
export type VagueWord = Readonly<{ word: RegExp; instead: string }>

export const vagueWords: readonly VagueWord[] = [
  { word: /(?:进一步)?提高(?:思想|政治)?(?:认识|站位)/u, instead: '写明要学什么、改哪项做法' },
  {
    word: /(?:进一步)?加大(?:工作|整治|执法|宣传|查处)?力度/u,
    instead: '写明增加多少人、多少次、查多少处',
  },
  { word: /(?:进一步)?加强(?:组织)?领导/u, instead: '写明由谁牵头、多久研究一次' },
  {
    word: /(?:进一步)?加强(?:协调|沟通|管理|监管|宣传|学习|队伍建设|作风建设)/u,
    instead: '写明由谁做哪件事、做到什么程度',
  },
  { word: /高度重视/u, instead: '写明由谁在哪天研究什么' },
  {
    word: /(?:进一步)?(?:强化|增强)(?:责任|服务|法治|宗旨|大局)?意识/u,
    instead: '写明要改的具体行为',
  },
  { word: /(?:切实|认真|扎实)(?:抓好|做好|落实)/u, instead: '写明要完成的事和验收的标准' },
  {
    word: /(?:不断|进一步)(?:完善|健全|优化|提升|深化)/u,
    instead: '写明要出台或者修改的制度名称、要达到的数值',
  },
  { word: /统筹(?:推进|兼顾|协调)/u, instead: '写明先做什么、后做什么' },
  { word: /有效(?:措施|举措|办法)/u, instead: '写明是哪几项措施' },
  { word: /(?:逐步|适时|尽快|早日|及时)(?:解决|完成|推进|落实|整改)/u, instead: '写明完成的日期' },
  { word: /(?:等方面|等问题)/u, instead: '逐一列出，不用“等”字' },
]
