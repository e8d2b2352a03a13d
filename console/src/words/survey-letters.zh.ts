/** Words of letters that were lost, or are printed once more. */
export const surveyLettersZh = {
  replace: '作废重做邀请码',
  replaceEffects: (n: number) => [
    `先前做的邀请码全部作废，给抽中的 ${n} 人每人另做一个。已经打印的信函请收回销毁，寄出的要换成新的。`,
    '只有还没有人用过先前的码，才能这样做：系统查不出哪个码是谁的，用过以后再做，同一个人就能答两次。',
  ],
  replaced: (n: number) => `作废重做 ${n} 个`,
  fromFile: '用下载的文件打印信函',
  fromFileWrong: '这不是本次调查的邀请码文件',
  fromFileWrongFix: '请选择制作邀请码时下载的那个 CSV 文件；文件只在这台电脑上读，不会上传。',
  read: (n: number) => `文件里有 ${n} 个邀请码`,
  readHint: '可以打印信函。文件只在这台电脑上读，没有上传；离开这一页就不再保留。',
}
