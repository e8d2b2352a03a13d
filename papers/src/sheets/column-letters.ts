/** A, B … Z, AA …: what a spreadsheet calls its columns; `place` counts from 0. */
export function columnLetters(place: number): string {
  let rest = place
  let letters = ''
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
    rest = Math.floor(rest / 26) - 1
  } while (rest >= 0)
  return letters
}
