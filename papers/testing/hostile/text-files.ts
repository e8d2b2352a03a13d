/** Plain text that deceives the eye, breaks a reader, or is none. */
import { gbkBytes } from '../../src/testing/damage-like-a-copying-site.ts'
import { bytesOf, hostile, type HostileFile, joined, words } from './hostile-file.ts'

const text = (name: string, content: string, expected: HostileFile['expected'] | string) =>
  hostile(name, () => bytesOf(content), expected, '意见.txt')
const raw = (name: string, bytes: () => Uint8Array, expected: HostileFile['expected'] | string) =>
  hostile(name, bytes, expected, '意见.txt')
const holds = { holds: '缺水' }
const utf16 = (content: string) => () => new Uint8Array(Buffer.from(content, 'utf16le'))

const eyes: readonly HostileFile[] = [
  text('letters turned round', `\u202e${words}\u202c\n1.缺水`, { holds: '缺水', lacks: '\u202e' }),
  text('isolated directions', `\u2066\u2067${words}\u2069`, { holds: '缺水', lacks: '\u2067' }),
  text('letters without width', words.split('').join('\u200b'), {
    holds: '群众反映缺水',
    lacks: '\u200b',
  }),
  text('joiners', words.split('').join('\u200d\ufeff\u2060'), { holds: '群众反映缺水' }),
  text(
    'tags of Unicode',
    `${words}${String.fromCodePoint(0xe0041, 0xe0042).repeat(500)}`,
    'not-text',
  ),
  text('letters that look like others', `1.缺水。\nсмѕ а县水利局：${words}`, holds),
  text('radicals for characters', '⼀、⽔库缺⽔的问题没有解决', { holds: '水库' }),
  text('marks heaped on letters', `${words}${'缺\u0300\u0301\u0302\u0303'.repeat(5000)}`, holds),
  text('pictures joined', `${words}${'👨‍👩‍👧‍👦'.repeat(3000)}`, 'not-text'),
  text('private signs', `${words}${'\ue000\uf8ff'.repeat(500)}`, 'not-text'),
  text('signs for what was lost', `${words}${'\ufffd'.repeat(500)}`, 'not-text'),
  text('signals for a terminal', `\u001b[31m${words}\u001b]0;x\u0007`, {
    holds: '缺水',
    lacks: '\u001b',
  }),
  text('formulas', `=cmd|' /C calc'!A0\n+1\n-2\n@SUM(1)\n${words}`, holds),
  text('a script', `<scr\u200bipt>alert(1)</script>${words}`, holds),
]

const shapes: readonly HostileFile[] = [
  text('200 KB of brackets', '（'.repeat(66_000), ['not-text', 'line-too-long']),
  text('brackets inside brackets', `${'（'.repeat(20_000)}${words}${'）'.repeat(20_000)}`, [
    'not-text',
    'read',
  ]),
  text('67,000 lines of 一、', '一、\n'.repeat(67_000), 'too-many-lines'),
  text('9,000 lines of 一、', '一、\n'.repeat(9000), ['read']),
  text('9,000 lines of 1.1.1.1', '1.1.1.1 缺水\n'.repeat(9000), holds),
  text('one line of 60,000', '水'.repeat(60_000), 'line-too-long'),
  text('a list of a million', '1000000、缺水\n999999999999、停水', holds),
  text('numbers without end', `${'9'.repeat(40_000)}、缺水的问题没有解决${'水'.repeat(3000)}`, [
    'read',
    'not-text',
  ]),
  text('一是 a hundred times', Array.from({ length: 5000 }, () => '一是缺水；').join(''), holds),
  text('fields without end', `1.缺水。${'责任单位：县水利局；'.repeat(4000)}`, holds),
  text('rows of a table', '│1│缺水│\n'.repeat(15_000), holds),
  text('a row of 20,000 cells', `│${'1│'.repeat(20_000)}\n${words}`, 'not-text'),
  text('signs of lost bytes', `${words}${'??h'.repeat(10_000)}`, holds),
  text('glosses', '評(píng)議會(huì)'.repeat(3000), ['read']),
  text('openings of comments', `${'<!--'.repeat(10_000)}${words}`, ['read', 'not-text']),
  text('dots of a contents list', `${'.'.repeat(40_000)}3\n${words.repeat(200)}`, [
    'read',
    'not-text',
  ]),
  text('blanks without end', `缺${' '.repeat(45_000)}水\n${words}`, ['read']),
  text('letters apart without end', '缺 水 '.repeat(12_000), ['read']),
  text('four million characters', `${words}\n`.repeat(220_000), [
    'text-too-long',
    'too-many-lines',
  ]),
]

const bytes: readonly HostileFile[] = [
  raw('no bytes', () => new Uint8Array(), 'empty-file'),
  raw('one byte', () => new Uint8Array([65]), ['read', 'not-text']),
  raw('a mark of order alone', () => new Uint8Array([0xef, 0xbb, 0xbf]), ['no-text', 'not-text']),
  raw('zeros', () => new Uint8Array(100_000), ['no-text', 'not-text']),
  raw('bytes that are all 255', () => new Uint8Array(10_000).fill(255), ['no-text', 'not-text']),
  raw(
    'noise',
    () => Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256),
    ['not-text', 'read', 'line-too-long'],
  ),
  raw('halves of pairs in UTF-16', utf16(`\ufeff${words}${'\ud800'.repeat(1000)}`), 'not-text'),
  raw(
    'UTF-16 with half a character',
    () => joined(utf16(`\ufeff${words}`)(), new Uint8Array([1])),
    holds,
  ),
  raw('UTF-16 without a mark', utf16(words.repeat(5)), holds),
  raw('GBK cut in a character', () => Uint8Array.from(gbkBytes(words).slice(0, -1)), holds),
  raw('GBK with UTF-8 behind it', () => joined(Uint8Array.from(gbkBytes(words)), bytesOf(words)), [
    'read',
  ]),
  raw(
    'overlong UTF-8',
    () => joined(bytesOf(words), new Uint8Array([0xc0, 0xaf, 0xe0, 0x80, 0xaf])),
    ['read'],
  ),
  raw('characters of four bytes', () => joined(bytesOf('𠮷𠀀'.repeat(100)), bytesOf(words)), holds),
  raw('a zero between words', () => bytesOf(`${words}\u0000${words}`), ['read']),
  raw('carriage returns alone', () => bytesOf(`${words}\r1.缺水\r2.停水`), holds),
]

export const textFiles: readonly HostileFile[] = [...eyes, ...shapes, ...bytes]
