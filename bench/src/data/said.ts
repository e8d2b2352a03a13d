/** What people said, invented: one in nine speaks of street lamps, one in a thousand of one bridge. */
const places = [
  '青禾镇',
  '白沙坪',
  '柳湾村',
  '东坝街',
  '石门社区',
  '南渡口',
  '云岭乡',
  '新桥巷',
  '塘尾屯',
  '沙河里',
]
const things = [
  '村道破损',
  '饮水发黄',
  '垃圾积存',
  '河沟淤塞',
  '校门拥堵',
  '井盖松动',
  '危墙未拆',
  '公厕关闭',
  '窗口排队',
  '护栏缺失',
  '停车困难',
]

export const rareWord = '鹤嘴桥'
export const commonWord = '路灯'

export function said(place: number): Readonly<{ title: string; text: string }> {
  const where = places[place % places.length] ?? ''
  const what = things[(place * 7) % things.length] ?? ''
  const lamps = place % 9 === 4 ? `，沿线${commonWord}也有一半不亮` : ''
  const bridge = place % 1000 === 7 ? `，${rareWord}桥面同样开裂` : ''
  return {
    title: `${where}${what}（第${place + 1}件）`,
    text: `${where}${what}，群众反映多次，至今没有明确答复${lamps}${bridge}。请说明由谁负责、什么时候办结。`,
  }
}
