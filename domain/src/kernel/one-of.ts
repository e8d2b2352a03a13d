/**
 * A tagged union written as a table, one row per member.
 *
 *     ByStatus<{ open: { due: Day }; closed: Nothing }>
 *     // = { status: 'open'; due: Day } | { status: 'closed' }, all readonly
 */
type OneOf<Tag extends string, Rows> = {
  [Name in keyof Rows]: Readonly<Record<Tag, Name> & Rows[Name]>
}[keyof Rows]

/** A thing, by what it can be at one time. */
export type ByStatus<Rows> = OneOf<'status', Rows>

/** An occurrence or a command, by what it is. */
export type ByType<Rows> = OneOf<'type', Rows>

/** A refusal, by its code. */
export type ByCode<Rows> = OneOf<'code', Rows>

/** A row that needs no more than its tag. */
export type Nothing = Readonly<Record<never, never>>
