/**
 * Which families may serve which part of a paper, the standard's own first, then those that resemble it.
 * Source: GB/T 9704-2012, 5.2.2 (仿宋), 7.3.1 (小标宋), 7.3.3 (黑体、楷体), 7.5 (宋体); documents.md §1.
 */
export const faceRoles = ['body', 'first', 'second', 'title', 'number'] as const
export type FaceRole = (typeof faceRoles)[number]

type Wanted = Readonly<{
  /** What the standard asks for, as people call it. */
  called: string
  /** The standard's face under the names offices have it by. */
  proper: readonly string[]
  /** What stands in for it, and is said to. */
  similar: readonly string[]
  /** A face called a title's must be a heavy one. */
  heavy: boolean
}>

const songs = ['noto serif cjk sc', 'source han serif sc', 'source han serif cn', 'noto serif sc']

export const wantedFaces: Readonly<Record<FaceRole, Wanted>> = {
  body: {
    called: '仿宋',
    proper: ['仿宋_gb2312', 'fangsong_gb2312', '仿宋', 'fangsong', '华文仿宋', 'stfangsong'],
    similar: [
      'zhuque fangsong',
      '朱雀仿宋',
      'zhuque fangsong (technical preview)',
      'fandolfang r',
      'fandolfang',
      ...songs,
    ],
    heavy: false,
  },
  first: {
    called: '黑体',
    proper: ['黑体', 'simhei', '华文黑体', 'stheiti'],
    similar: ['noto sans cjk sc', 'source han sans sc', 'source han sans cn', 'noto sans sc'],
    heavy: false,
  },
  second: {
    called: '楷体',
    proper: ['楷体_gb2312', 'kaiti_gb2312', '楷体', 'kaiti', '华文楷体', 'stkaiti'],
    similar: ['lxgw wenkai', '霞鹜文楷', 'fandolkai', 'ar pl ukai cn'],
    heavy: false,
  },
  title: {
    called: '小标宋',
    proper: [
      '方正小标宋简体',
      '方正小标宋_gbk',
      'fzxiaobiaosong-b05s',
      'fzxiaobiaosong-b05',
      'fzxbsjw--gb1-0',
      'fzxbsk--gbk1-0',
    ],
    similar: songs,
    heavy: true,
  },
  number: {
    called: '宋体',
    proper: ['宋体', 'simsun', '华文宋体', 'stsong'],
    similar: songs,
    heavy: false,
  },
}

/** The places where a paper's own characters are tried: names of people, brackets of numbers, units. */
export const probe = '一丁仿宋〔〕㎡堃喆镕昇'
