/**
 * Who a letter is copied to, as papers name them: the bodies of the county by their full names.
 * Source: domain.md 8.4 (抄送：县委、县政府、组织部…); GB/T 9704-2012, 7.4.2 (全称、规范化简称或者统称).
 */
import { copyLabels } from '../rule-books/choice-words.ts'
import type { CopyReceiver } from '../rule-books/rule-book.ts'

export function copyReceiverName(receiver: CopyReceiver, county: string): string {
  switch (receiver) {
    case 'partyCommittee':
      return `中共${county}委员会`
    case 'government':
      return `${county}人民政府`
    case 'organisationDepartment':
      return `中共${county}委员会组织部`
    case 'unit':
    case 'superior':
    case 'deputies':
      return copyLabels[receiver].zh
  }
}
