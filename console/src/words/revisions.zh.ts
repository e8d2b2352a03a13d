/** Words of the tracked changes of a document under review. */
export const revisionsZh = {
  title: '修订',
  intro:
    '原件带有修订痕迹。系统按接受全部修订后的文字读入；哪一处不该接受，点一下就按修订前读，随时可以改回。',
  kinds: { inserted: '插入', deleted: '删除' },
  accepted: '已接受',
  refused: '按修订前读',
  refuse: '不接受这一处',
  accept: '改为接受',
}
