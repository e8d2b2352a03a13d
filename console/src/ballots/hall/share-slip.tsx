/** A teller's slip on the screen and, if wanted, on paper: the code by groups and as a QR picture. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { Button } from 'antd'
import { useHallWords } from './hall-words.ts'
import { PrintSheet } from './print-sheet.tsx'
import { QrPicture } from './qr-picture.tsx'

type Props = Readonly<{ title: string; ballot: SecretBallot; holder: string; slip: string }>

export function ShareSlip({ onDone, ...slip }: Props & Readonly<{ onDone: () => void }>) {
  const words = useHallWords()
  return (
    <>
      <p className="hall-call">{words.yours(slip.holder)}</p>
      <Slip {...slip} />
      <p className="quiet">{words.slipHow}</p>
      <div className="hall-acts">
        <Button type="primary" onClick={onDone}>
          {words.noted}
        </Button>
        <Button onClick={() => window.print()}>{words.printSlip}</Button>
      </div>
      <PrintSheet>
        <h1>{words.slipTitle(slip.title, slip.holder)}</h1>
        <Slip {...slip} />
        <p>{words.slipKeep}</p>
      </PrintSheet>
    </>
  )
}

function Slip({ ballot, slip }: Props) {
  const words = useHallWords()
  return (
    <div className="share-slip">
      <p className="quiet">{ballot.title}</p>
      <div className="share-slip-code">
        <ol>
          {slip.split(' ').map((group, at) => (
            // Two groups may be the same; their places are what they are.
            <li key={`${at}-${group}`}>{group}</li>
          ))}
        </ol>
        <QrPicture text={slip.replaceAll(' ', '')} label={words.slipQr} />
      </div>
    </div>
  )
}
