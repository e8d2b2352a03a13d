/** What each cell of the comparison is given. */
import type { Round } from '@luoshi/domain/matters/matter'
import type { MatterDetail } from '@luoshi/server/contract/matters'

export type CellProps = Readonly<{ round: Round; before: Round | null; detail: MatterDetail }>
