/** `luoshi ledger`: list, export as an office's sheet, compare a sheet that came back. */
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'
import { ledgerOptions } from './asked-of-ledger.ts'
import { compareSheet } from './compare-sheet.ts'
import { exportSheet } from './export-sheet.ts'
import { listLedger } from './list-ledger.ts'

const usage =
  'luoshi ledger list [--as-of TIME] [--where "status=issued,received;unit=unit_…;text=水;phase=during;late=1"] [--json] | export --format xlsx|csv [--layout yunyang|full|problems|tasks|duties|plans|own:NAME] --out FILE [--as-of TIME] [--where …] | import FILE --preview | --apply all|3,5 [--conflicts keep|sheet] [--as LOGIN] [--json]; [--data DIR] [--congress ID]'

export const ledgerCommand: Command = {
  summary: '台账：查询、导出、回导比对 · the ledger of matters',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, ledgerOptions)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [verb, file, ...more] = options.words
    if (verb === 'list' && file === undefined) return listLedger(options, terminal, usage)
    if (verb === 'export' && file === undefined) return exportSheet(options, terminal, usage)
    if (verb === 'import' && file !== undefined && more.length === 0)
      return compareSheet(file, options, terminal, usage)
    const known = verb === 'list' || verb === 'export'
    const extra = known ? file : verb === 'import' ? more[0] : undefined
    if (extra !== undefined) return sayNotUnderstood(terminal, unknownWord(extra), usage)
    const why = '请写明 list、export 或者 import FILE。 Say list, export or import FILE.'
    return sayNotUnderstood(terminal, why, usage)
  },
}
