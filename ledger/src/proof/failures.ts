/** What can be wrong with a proof, each with the leaf it is about and a sentence for people. */

/** `leaf` is the position in the log, counted from 1; 0 when it is about the file as a whole. */
export type Failure = Readonly<{ leaf: number; code: FailureCode; why: string; en: string }>

const sentences = {
  'not-a-proof': [
    '这不是落实证明文件。请用 luoshi export proof 重新导出。',
    'This is no Luoshi proof file. Export it again with luoshi export proof.',
  ],
  'newer-format': [
    '证明文件由较新的版本导出。请升级后再核验。',
    'A newer version wrote this proof file. Upgrade, then verify again.',
  ],
  'cut-off': [
    '文件不完整，后面的内容缺失。请重新取得完整的文件。',
    'The file ends early. Get the complete file again.',
  ],
  'unreadable-line': ['这一行不能识别。', 'This line cannot be read.'],
  'line-too-long': ['这一行过长，已停止核验。', 'This line is too long; verification stopped.'],
  'too-many-failures': [
    '问题太多，只列出前面的部分，已停止核验。',
    'Too many failures: only the first are listed and verification stopped.',
  ],
  'too-many-checkpoints': [
    '检查点过多，已停止核验。',
    'Too many checkpoints; verification stopped.',
  ],
  'missing-event': [
    '记录的序号不连续，这一条缺失或者次序被改动。',
    'The numbers have a gap: this event is missing or was moved.',
  ],
  'leaf-changed': [
    '记录内容与其哈希值不符，写入后被改动过。',
    'The event does not match its hash: it was changed after it was written.',
  ],
  'chain-broken': [
    '下一条记录接续的不是现在的这一条，这一条被改写过。',
    'The next event does not follow this one: this one was rewritten.',
  ],
  'words-changed': [
    '原话与当时的哈希值不符，被改动过。',
    'The words do not match their hash: they were changed.',
  ],
  'words-destroyed': [
    '原话已不在，但没有依法删除的记录。',
    'The words are gone and no event says that they were erased.',
  ],
  'facts-not-canonical': [
    '记录内容的写法不唯一，可能有两种读法。',
    'The facts are not in canonical form and could be read in two ways.',
  ],
  'no-checkpoint': [
    '没有已签名的检查点，不能证明历史未被改动。',
    'There is no signed checkpoint, so nothing shows that history was not rewritten.',
  ],
  'checkpoint-forged': [
    '检查点的签名不成立，或者格式不对。',
    'The signature of the checkpoint is not valid, or it is malformed.',
  ],
  'checkpoint-disagrees': [
    '检查点签名时的历史与现在的记录不一致。',
    'The history that was signed is not the history in this file.',
  ],
  'unsigned-tail': ['从这一条起没有检查点签名。', 'From this event on nothing is signed.'],
  'other-key': [
    '签名公钥与指定的公钥不是同一把。',
    'The file was signed with another key than the one you gave.',
  ],
  'older-checkpoint-forged': [
    '留存的检查点不是这把公钥签名的，或者格式不对。',
    'The checkpoint you kept was not signed by this key, or is malformed.',
  ],
  'older-checkpoint-disagrees': [
    '现在的记录不是留存检查点之后的延续，历史被改写或者截短过。',
    'The log does not continue the checkpoint you kept: history was rewritten or cut.',
  ],
  'opinion-lost': [
    '这条意见既没有成为事项，也没有说明理由的退出。',
    'This opinion became no matter and has no exit.',
  ],
  'opinion-twice': [
    '这条意见同时对应多个事项，或者既成为事项又退出。',
    'This opinion is carried by more than one matter, or both by a matter and an exit.',
  ],
  'opinion-raised-twice': ['同一条意见登记了两次。', 'The same opinion was raised twice.'],
  'opinion-unknown': ['所指的意见不存在。', 'The opinion it refers to does not exist.'],
  'split-part-missing': ['拆分出的意见没有登记。', 'A part of the split opinion was never raised.'],
  'matter-opened-twice': ['同一事项立项两次。', 'The same matter was opened twice.'],
  'matter-unknown': ['所指的事项不存在。', 'The matter it refers to does not exist.'],
  'merge-in-a-circle': [
    '事项归并形成循环，没有主事项。',
    'Matters are merged in a circle; none of them leads.',
  ],
  'exit-unexplained': ['退出没有写明理由。', 'The exit gives no reason.'],
  'exit-unapproved': ['退出没有写明批准机关。', 'The exit names no approving body.'],
  'closed-unsatisfied': [
    '销号时，本轮的整改措施、完成时间、整改质量三项没有全部测评为满意。',
    'Closed although the verdict of the latest round does not satisfy on all three axes.',
  ],
  'round-out-of-order': ['轮次没有依次递增。', 'The rounds do not follow one another.'],
  'count-differs': ['意见总数不等于事项与退出之和。', 'Raised is not matters plus exits.'],
} as const

export type FailureCode = keyof typeof sentences

export function failure(leaf: number, code: FailureCode): Failure {
  const [why, en] = sentences[code]
  return { leaf, code, why, en }
}
