/**
 * Words by which a text may be an accusation against a person and not an opinion on work: a hint for the clerk, who
 * decides; an accusation is sealed and passed on, never listed. Nothing is decided by a word.
 * Source: domain.md section 13 (accusations are routed out sealed), section 9.1 (diverted).
 */
const words = [
  '举报',
  '受贿',
  '行贿',
  '贿赂',
  '贪污',
  '挪用',
  '索要',
  '好处费',
  '回扣',
  '红包',
  '送礼',
  '收钱',
  '收了钱',
  '吃拿卡要',
  '徇私',
  '包庇',
  '保护伞',
  '打击报复',
  '违纪',
  '情妇',
  '赌博',
  '打人',
  '殴打',
] as const

export function suspectWords(said: string): readonly string[] {
  return words.filter((word) => said.includes(word))
}
