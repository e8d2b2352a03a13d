/** What a command about surveys is given: the open data folder, the congress, and whoever asks on this machine. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { ExitCode, Terminal } from '../frame/command.ts'
import type { Options } from '../frame/read-options.ts'
import { operator } from '../matters/asked-of-ledger.ts'
import { congressFor, sayNoCongress, withOffice, type Office } from '../running/office.ts'

export type Asking = Readonly<{
  office: Office
  options: Options
  terminal: Terminal
  by: typeof operator & Readonly<{ congress: Id<'congress'> }>
}>

export function asOperator(
  options: Options,
  terminal: Terminal,
  act: (asked: Asking) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withOffice(options, terminal, async (office) => {
    const about = await congressFor(office, options.text('congress'))
    if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
    return act({ office, options, terminal, by: { ...operator, congress: about.value } })
  })
}
