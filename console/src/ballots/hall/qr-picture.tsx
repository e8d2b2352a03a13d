/** A QR code drawn in the page itself: what it holds goes to nobody. */
import { renderSVG } from 'uqr'

/** White around it, in squares. Source: ISO/IEC 18004 (quiet zone). */
const border = 2

export function QrPicture({ text, label }: Readonly<{ text: string; label: string }>) {
  const svg = renderSVG(text, { ecc: 'M', border })
  return (
    <img className="hall-qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
  )
}
