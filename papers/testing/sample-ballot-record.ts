/** The record of a secret ballot as a sample: twenty-four tokens, five sheets, one form short, one objection. */
import { rowsOf } from '@luoshi/domain/ballots/ballot-rows'
import { instant } from '@luoshi/domain/kernel/day'
import type { CastOnPaper } from '../src/official/kinds/ballot-record.ts'
import { counted } from './sample-records.ts'

const rows = rowsOf(counted.subject)

export const castRecord: CastOnPaper = {
  ...counted,
  source: { type: 'castHere', secrecy: 'secret', rehearsal: false },
  fingerprint: '3f9a 0c1d 77e2 b4a5',
  issued: { tokens: 24, paper: 5 },
  electronic: rows.map(() => ({ cast: 23, counts: [18, 3, 2, 0, 0], blank: 0, invalid: 1 })),
  paper: rows.map(() => ({ cast: 5, counts: [4, 1, 0, 0, 0], blank: 0, invalid: 0 })),
  paperCounters: { chief: '郑一', scrutineers: ['钱二', '孙三'], tellers: ['李四'] },
  seal: {
    at: instant('2026-06-25T02:32:10.000Z'),
    ballots: 23 * rows.length,
    sealed: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    issued: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    close: 'fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13',
  },
  fails: null,
  objections: 1,
  remarks: [],
}
