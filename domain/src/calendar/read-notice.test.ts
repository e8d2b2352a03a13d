import { describe, expect, it } from 'vitest'
import { chinaHolidays } from './china-holidays.ts'
import { readNotice } from './read-notice.ts'

const of2026 = `各省、自治区、直辖市人民政府：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

const of2025 = `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`

describe('the notice of a year', () => {
  it.each([
    [2025, of2025],
    [2026, of2026],
  ])('of %i is read as the shipped table has it', (year, text) => {
    const shipped = chinaHolidays.find((one) => one.year === year)
    expect(readNotice(year, text)).toEqual({
      ok: true,
      value: { holidays: shipped?.holidays, workdays: shipped?.workdays },
    })
  })

  it('is read without line breaks, and with plain brackets', () => {
    const plain = of2026.replaceAll('\n', '').replaceAll('（', '(').replaceAll('）', ')')
    expect(readNotice(2026, plain)).toEqual(readNotice(2026, of2026))
  })

  it('is read line by line without full stops', () => {
    const lines = '元旦：1月1日至3日放假调休，共3天\n春节：2月5日至11日放假，共7天，2月14日上班'
    expect(readNotice(2027, lines)).toMatchObject({
      value: { holidays: [{ name: '元旦' }, { name: '春节' }], workdays: ['2027-02-14'] },
    })
  })

  it.each([
    ['', 'notice-names-no-holiday'],
    ['关于明年的安排，另行通知。', 'notice-names-no-holiday'],
    ['元旦：1月1日至3日放假，共4天。', 'notice-count-differs'],
    ['元旦：1月1日至32日放假。', 'notice-no-such-day'],
    ['元旦：1月1日照常。', 'notice-line-unclear'],
    ['元旦：1月1日放假1天。2月30日上班。', 'notice-no-such-day'],
  ])('“%s” is refused as %s', (text, code) => {
    expect(readNotice(2027, text)).toMatchObject({ ok: false, refusal: { code } })
  })
})
