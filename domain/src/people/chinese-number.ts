/** Numbers as Chinese papers write terms and sessions: 10 十, 18 十八, 31 三十一, 105 一百零五. From 1 to 199. */
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

export function chineseNumber(number: number): string {
  if (number >= 100) {
    const rest = number - 100
    if (rest === 0) return '一百'
    return rest < 10 ? `一百零${digits[rest] ?? ''}` : `一百${tens(rest, '一十')}`
  }
  return number < 10 ? (digits[number] ?? '') : tens(number, '十')
}

function tens(number: number, ten: string): string {
  const [high, low] = [Math.floor(number / 10), number % 10]
  const front = high === 1 ? ten : `${digits[high] ?? ''}十`
  return low === 0 ? front : `${front}${digits[low] ?? ''}`
}
