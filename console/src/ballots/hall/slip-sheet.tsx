/** Slips to be cut and folded: the name outside, the code inside, the QR picture that opens the voter's page with it. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { useHallWords } from './hall-words.ts'
import { QrPicture } from './qr-picture.tsx'

export type Slip = Readonly<{ voter: string; code: string }>

export function SlipSheet({
  ballot,
  slips,
}: Readonly<{ ballot: SecretBallot; slips: readonly Slip[] }>) {
  const words = useHallWords()
  return (
    <div className="slip-sheet">
      {slips.map(({ voter, code }) => (
        <section key={voter}>
          <p className="slip-name">
            <b>{voter}</b>
            <span>{words.slipFold}</span>
          </p>
          <div className="slip-inside">
            <div>
              <p>{ballot.title}</p>
              <p className="slip-code">{code}</p>
              <p>{words.slipFingerprint(ballot.fingerprint ?? '')}</p>
              <p>{words.slipInside}</p>
            </div>
            {/* Behind the number sign: browsers send it to nobody. */}
            <QrPicture
              text={`${ballot.addresses.vote ?? ''}#slip=${encodeURIComponent(code)}`}
              label={words.slipOf(voter)}
            />
          </div>
        </section>
      ))}
    </div>
  )
}
