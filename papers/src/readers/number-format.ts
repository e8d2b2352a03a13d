/** How Word writes the numbers of an automatic list (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */
import { inChinese } from '../outline/chinese-number.ts'

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const formal = '零壹贰叁肆伍陆柒捌玖'

export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return inChinese(value)
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return [...String(value)]
        .map((digit) => '〇一二三四五六七八九'.charAt(Number(digit)))
        .join('')
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return legal(value)
    case 'ideographTraditional':
      return cycled(stems, value)
    case 'ideographZodiac':
      return cycled(branches, value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value)
    case 'decimalEnclosedParen':
      return `（${value}）`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    case 'ideographEnclosedCircle':
      return `（${inChinese(value)}）`
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letter(value)
    case 'lowerLetter':
      return letter(value).toLowerCase()
    case 'bullet':
    case 'none':
      return ''
    default: // decimal, and formats of other scripts
      return String(value)
  }
}

function cycled(signs: string, value: number): string {
  return signs.charAt((value - 1) % signs.length)
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1)
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21)
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36)
  return `（${value}）`
}

function legal(value: number): string {
  const plain = value >= 10 && value < 20 ? `一${inChinese(value)}` : inChinese(value)
  const weights = new Map([
    ['十', '拾'],
    ['百', '佰'],
    ['千', '仟'],
    ['〇', '零'],
  ])
  return [...plain]
    .map((sign) => {
      const digit = '〇一二三四五六七八九'.indexOf(sign)
      return digit > 0 ? formal.charAt(digit) : (weights.get(sign) ?? sign)
    })
    .join('')
}

function letter(value: number): string {
  if (value < 1) return String(value)
  const sign = String.fromCharCode(65 + ((value - 1) % 26))
  return sign.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 10))
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let words = ''
  for (const [weight, sign] of romans) {
    while (rest >= weight) {
      words += sign
      rest -= weight
    }
  }
  return words
}
