/** Where voters go, large enough to be read from a phone held before the screen. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { useHallWords } from './hall-words.ts'
import { QrPicture } from './qr-picture.tsx'

export function VoteAddress({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const { vote } = ballot.addresses
  if (vote === null) return null
  return (
    <figure className="hall-address">
      <QrPicture text={vote} label={words.voteQr} />
      <figcaption>
        {words.scan}
        <br />
        <a href={vote} target="_blank" rel="noreferrer">
          {vote.replace(/^https?:\/\//, '')}
        </a>
      </figcaption>
    </figure>
  )
}
