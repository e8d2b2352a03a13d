import type { reassignmentZh } from './reassignment.zh.ts'

export const reassignmentEn: typeof reassignmentZh = {
  fromReceipt:
    'If it is not your business, ask for another unit now; once it is signed for, the time limit runs from that day.',
  over: (day) =>
    `Another unit could be asked for until ${day}. If it really is another’s, write to the committee, who may move it.`,
  asked: (reason) => `Why another unit is asked for: ${reason}`,
  refused: 'Another unit was asked for and refused; this one keeps it.',
  unitFirst: 'Choose the unit first',
  nobody: 'Nobody is in post; register somebody first',
}
