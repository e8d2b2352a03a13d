/**
 * What a section is there for, told by its title: one that raises problems and opinions, or one that frames them
 * (总体要求, 组织领导 …) and gives no items (documents.md §3, "Sections").
 */

export type SectionKind = 'problems' | 'suggestions' | 'general'

const framing =
  /^(?:总体(?:要求|评价|情况|目标|思路)|总的评价|指导思想|基本(?:情况|原则)|组织(?:领导|保障|实施)|(?:加强|强化|切实加强)?组织领导$|保障措施|工作(?:要求|目标|原则|步骤|成效|成绩|开展情况|情况$)|整改(?:工作)?(?:目标|要求|原则|步骤)|有关要求|几点要求|目标任务|(?:方法|实施|工作)步骤|时间安排|(?:评议|调查|检查|调研|履职|述职)(?:工作)?(?:的)?(?:基本|总体|开展)?情况|主要(?:成绩|成效|做法|工作$|工作成效)|取得的?(?:成绩|成效)|成绩与|成效与|测评结果|评价意见|办理(?:期限|时限|要求)|报告(?:期限|时限|要求)|附则|总则|对.{1,20}的(?:总体|基本)?评价$)/

/** 法律实施的基本情况, 成绩: what is told before the problems are. */
const telling =
  /^.{0,16}(?:基本|总体)(?:情况|评价)$|^(?:工作|主要|突出)?(?:成绩|成效|亮点|做法|经验)$/

const problems = /问题|不足|短板|差距|薄弱环节|整改(?:重点|任务|内容|事项|清单)|困难和/
const suggestions = /建议|意见|(?:主要|重点|整改)任务|整改措施|改进(?:工作|措施)|努力方向/

export function sectionKind(title: string): SectionKind | undefined {
  const words = title.replaceAll(/\s/g, '').replace(/[：:]$/, '')
  if (words === '' || [...words].length > 40) return undefined
  if (problems.test(words)) return 'problems'
  if (framing.test(words) || telling.test(words)) return 'general'
  return suggestions.test(words) ? 'suggestions' : undefined
}

/** A title of nothing but section words, so that what follows it are the opinions: 存在的主要问题 */
export function isSectionTitle(title: string): boolean {
  if (title.length > 30) return false
  return /^(?:当前|目前|存在|主要|突出|反映|评议|审议|整改|改进|下一步|工作|几点|方面|问题|不足|意见|建议|重点|任务|清单|困难|的|和|与|及|[：:。])+$/.test(
    title,
  )
}

/** A line without number or stop that heads a section: 存在的主要问题, 意见建议：, 总体评价 */
export function isBareHeading(line: string): boolean {
  const words = line.replace(/[：:]$/, '')
  if ([...words].length > 16 || /[。；！？，,：:、│]/.test(words)) return false
  return /^.{0,12}(?:问题|不足|意见|建议|问题清单|整改任务|整改重点|总体评价|总体要求|基本情况|指导思想|组织领导|保障措施|工作要求|主要成绩|工作成效)$/.test(
    words,
  )
}
