/** Whether a word has the shape of a full name: a common surname and one or two characters more. */
export function isFullName(word: string | undefined): boolean {
  if (word === undefined || word.length < 2 || word.length > 4) return false
  if (COMPOUND.has(word.slice(0, 2))) return word.length > 2
  return word.length < 4 && COMMON.has(word.charAt(0))
}

const COMMON: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔崔康毛邱秦史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚',
)
const COMPOUND: ReadonlySet<string> = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '令狐',
])
