/** Rules and flags of cleaning in the clerk's words: what was done, and what she should do. */
import type { FlagKind, RuleName } from './cleaned.ts'

export type Words = Readonly<{ zh: string; en: string }>

export const ruleWords: Readonly<Record<RuleName, Words>> = {
  'line-ends': { zh: '统一换行', en: 'line ends made alike' },
  blanks: { zh: '统一空格', en: 'blanks made alike' },
  'invisible-characters': { zh: '去掉不可见字符', en: 'invisible characters removed' },
  'shifted-bytes': { zh: '按字节修复丢失的字', en: 'lost characters repaired from bytes' },
  'lost-label-blank': { zh: '恢复条目标签旁的空格', en: 'blank beside an article label restored' },
  'compat-forms': { zh: '部首和兼容字形改为正字', en: 'radicals and compatibility forms replaced' },
  'full-width': { zh: '全角字母数字改半角', en: 'full-width letters and digits narrowed' },
  'enclosed-numbers': { zh: '带圈带括号的序号展开', en: 'enclosed numbers written out' },
  'pinyin-glosses': { zh: '去掉网站加的注音', en: 'pinyin added by a site removed' },
  'merged-punctuation': { zh: '拆开被合并的标点', en: 'merged punctuation taken apart' },
  simplified: { zh: '繁体转简体', en: 'traditional characters simplified' },
  'chinese-punctuation': { zh: '中文旁的标点改全角', en: 'punctuation beside Chinese widened' },
  'spaced-letters': { zh: '合并逐字隔开的文字', en: 'letters that stood apart closed up' },
  'doubled-commas': { zh: '去掉重复的逗号', en: 'doubled commas removed' },
  'blanks-between-han': { zh: '去掉字间空格', en: 'blanks between characters removed' },
  'web-lines': { zh: '删去网页自带的行', en: 'lines of the web page cut' },
  'html-comments': { zh: '删去网页注释', en: 'HTML comments removed' },
  'pasted-images': { zh: '删去混入的图片数据', en: 'picture data removed' },
  'markdown-marks': { zh: '去掉标题记号', en: 'heading marks removed' },
}

/** Words for an edit, whose rule may name several rules joined by `+`. */
export function wordsOfRule(rule: string): Words {
  const words = rule.split('+').flatMap((name) => (isRuleName(name) ? [ruleWords[name]] : []))
  return { zh: words.map((one) => one.zh).join('，'), en: words.map((one) => one.en).join('; ') }
}

export const flagWords: Readonly<Record<FlagKind, Words>> = {
  'repairable-gap': {
    zh: '这里丢了字节，可按字节修复。请核对建议后点“采纳”。',
    en: 'Bytes were lost here and can be restored. Check the suggestion and accept it.',
  },
  'open-gap': {
    zh: '这里丢了内容，现有字节不足以认出。请对照原件补上，未补前保持原样。',
    en: 'Something was lost here and the bytes left do not tell what. Fill it in from the original.',
  },
  unreadable: {
    zh: '这里有读不出的字符。请对照原件补上，或换一种编码重新读取。',
    en: 'A character here could not be read. Fill it in from the original, or read the file in another encoding.',
  },
  'private-use': {
    zh: '这里是自造字，别的电脑上显示不出来。请对照原件改成标准字。',
    en: 'This is a private-use character that other computers cannot show. Replace it from the original.',
  },
  'lone-question': {
    zh: '句子中间出现问号，可能是丢了一个字。请对照原件确认。',
    en: 'A question mark in the middle of a sentence: a character may be missing. Check the original.',
  },
  'merged-punctuation': {
    zh: '这个字可能由两个字的残余字节合成。请看建议，并对照原件。',
    en: 'This character may be made of the remains of two. See the suggestion and check the original.',
  },
  'gloss-tone': {
    zh: '去掉的注音与字典声调不同。一般无碍，请看一眼是否删对。',
    en: 'The pinyin removed here differs in tone from the dictionary. Usually harmless; have a look.',
  },
  'gloss-left': {
    zh: '这里像是注音，但与前面的字对不上，所以没有删。请确认。',
    en: 'This looks like pinyin but does not fit the character before it, so it was kept. Please check.',
  },
  'traditional-left': {
    zh: '简体文件里的繁体字，没有转换（可能是人名）。请确认。',
    en: 'A traditional character in a simplified text, left as it is (it may be a name). Please check.',
  },
  'name-like': {
    zh: '这个字已转成简体，如果是人名用字，请改回原字。',
    en: 'This character was simplified; if it belongs to a name, put the original back.',
  },
  spam: {
    zh: '这里像是被植入的广告词，没有删。请确认后自行删除。',
    en: 'This looks like an injected advertisement; it was kept. Delete it yourself if it is.',
  },
  'list-cut-short': {
    zh: '从这里起还有同类问题，数量太多，不再逐一列出。请换一份更完整的原件。',
    en: 'From here on there are more of the same, too many to list. Look for a better copy.',
  },
}

function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(ruleWords, name)
}
