/** The county's own 办法 in the demo: what it changes of the profile it began from, with the article it says so in. */
import type { SettingKey } from '@luoshi/domain/rule-books/rule-book'

export const ownRulesName = '清禾县人大常委会评议工作办法（试行）'

type Change = Readonly<{ key: SettingKey; value: unknown; text: string; article: string }>

export const firstEdition: readonly Change[] = [
  {
    key: 'noticeLead',
    value: { count: 20, unit: 'day' },
    text: '召开评议会二十日前，将评议通知书面送达被评议人及其所在单位。',
    article: '第九条',
  },
  {
    key: 'planDue',
    value: { count: 20, unit: 'day', from: 'handOver' },
    text: '被评议人应当自收到评议意见书之日起二十日内，报送整改工作方案。',
    article: '第十九条',
  },
  {
    key: 'letterPrefix',
    value: '清常评意',
    text: '评议意见书由办公室统一编号，发文机关代字为“清常评意”。',
    article: '第十七条',
  },
  {
    key: 'silenceDays',
    value: 40,
    text: '事项超过四十日没有进展记录的，由人事代表工委催办。',
    article: '第二十三条',
  },
  {
    key: 'lookBackAfter',
    value: { count: 3, unit: 'month' },
    text: '事项销号满三个月，由评议调查组组织“回头看”。',
    article: '第二十八条',
  },
]

/** Being drafted, to be compared with the one in force. */
export const nextEdition: readonly Change[] = [
  {
    key: 'planDue',
    value: { count: 15, unit: 'day', from: 'handOver' },
    text: '将整改工作方案的报送时间由二十日缩短为十五日。',
    article: '第十九条（修改稿）',
  },
  {
    key: 'remindDays',
    value: 10,
    text: '期限届满前十日，向承办单位发出提醒。',
    article: '第二十二条（修改稿）',
  },
]
