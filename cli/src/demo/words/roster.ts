/** The roster of the demo county; every name is invented. */
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import type { Capacity, Office } from '@luoshi/domain/people/person'

export const termNumber = 18

/** As papers write it: 第二十九次. */
export const sessionOf = (number: number): string =>
  `县第${chineseNumber(termNumber)}届人大常委会第${chineseNumber(number)}次会议`

/** Days before today on which sessions were held; the last two are to come. */
export const sessions: readonly Readonly<{ number: number; day: number | null }>[] = [
  { number: 28, day: -135 },
  { number: 29, day: -112 },
  { number: 30, day: -60 },
  { number: 31, day: -10 },
  { number: 32, day: 25 },
  { number: 33, day: null },
]

/** 应到：主任、副主任、委员合计。 */
export const membersByOffice: readonly Readonly<{ office: Office; names: string }>[] = [
  { office: 'director', names: '沈怀德' },
  { office: 'viceDirector', names: '顾云章 简素秋 路承远 邝少岩 白砚青' },
  {
    office: 'ordinary',
    names:
      '温若兰 纪长宁 樊一舟 单雨眠 岑远志 苗秋实 池明礼 褚向晚 甄北辰 虞清和 闻新雨 屈安澜 麦静川 华知秋 ' +
      '桑牧原 宓春山 厉行简 晏如一 冉小禾 祝长青 谈远山 费一诺 蓝晓峰 郁怀谷 阮南星 牧云开 舒望岭',
  },
]

type Others = Readonly<{ capacity: Capacity; name: string; place: string; post: string }>

export const others: readonly Others[] = [
  other('deputy', '丁麦收', '柳河镇代表团', '柳河村村民'),
  other('deputy', '武春耕', '石桥乡代表团', '石桥中心校教师'),
  other('deputy', '鲁禾生', '白马乡代表团', '种粮合作社理事长'),
  other('deputy', '常河清', '城关镇代表团', '县医院医生'),
  other('deputy', '翁稻香', '沙湾镇代表团', '个体工商户'),
  other('observer', '聂闻道', '公民旁听', '退休教师'),
  other('observer', '项思齐', '县工商联', '副主席'),
  other('investigator', '秦岚', '县人大人事代表工委', '评议调查组组长'),
  other('investigator', '方以宁', '县人大财经工委', '评议调查组成员'),
  other('investigator', '蓝晓峰', '县人大常委会', '评议调查组成员'),
  other('clerk', '秦小满', '县人大人事代表工委', '经办人'),
  other('clerk', '陆雨声', '县人大人事代表工委', '经办人'),
]

function other(capacity: Capacity, name: string, place: string, post: string): Others {
  return { capacity, name, place, post }
}

/** Who of the roster signs in, by login. */
export const linked: Readonly<Record<string, string>> = {
  沈怀德: 'chairs',
  温若兰: 'member',
  丁麦收: 'deputy',
  聂闻道: 'observer',
  秦岚: 'team',
  方以宁: 'team2',
  秦小满: 'clerk',
}
