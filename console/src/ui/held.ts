/**
 * The record a form over the whole of it was filled from. While nothing was typed the form follows what others write; from then on it
 * keeps what was typed, and the version it began with, until the person has said which of the two is to stand.
 */
type Versioned = Readonly<{ version: number }>

type Held<Row extends Versioned> = Readonly<{
  row: Row
  /** Another round is another form: filled anew. */
  round: number
  isTouched: boolean
  /** The server has what was sent; the page has not read it yet. The next version is the person's own. */
  isSaved: boolean
}>

export function holding<Row extends Versioned>(row: Row): Held<Row> {
  return { row, round: 0, isTouched: false, isSaved: false }
}

/** What is shown when the page has read `now`. */
export function following<Row extends Versioned>(held: Held<Row>, now: Row): Held<Row> {
  if (now === held.row || isMoved(held, now)) return held
  if (now.version === held.row.version) return { ...held, row: now }
  // Whoever goes on typing before the own change has come back goes on over it.
  return held.isTouched ? keepingMine(held, now) : takingNow(held, now)
}

/** Somebody else changed the record under what is being typed. */
export function isMoved<Row extends Versioned>(
  { row, isTouched, isSaved }: Held<Row>,
  now: Row,
): boolean {
  return isTouched && !isSaved && now.version !== row.version
}

/** What was typed is to stand over what `now` says. */
export function keepingMine<Row extends Versioned>(held: Held<Row>, now: Row): Held<Row> {
  return { ...held, row: now, isSaved: false }
}

/** What was typed goes; the form is filled from `now`. */
export function takingNow<Row extends Versioned>({ round }: Held<Row>, now: Row): Held<Row> {
  return { row: now, round: round + 1, isTouched: false, isSaved: false }
}

export function touching<Row extends Versioned>(held: Held<Row>): Held<Row> {
  return held.isTouched ? held : { ...held, isTouched: true }
}

export function saving<Row extends Versioned>(held: Held<Row>): Held<Row> {
  return { ...held, isTouched: false, isSaved: true }
}
