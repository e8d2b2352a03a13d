import { useWords } from '../words/language.ts'

/** From the second round on: which one; and whether the county's warning number is reached. */
export function RoundTag({ round, warned }: Readonly<{ round: number; warned: boolean }>) {
  const { matters } = useWords()
  return (
    <>
      {round > 1 && <span className="round">{matters.round(round)}</span>}
      {warned && <span className="warned">{matters.warned}</span>}
    </>
  )
}
