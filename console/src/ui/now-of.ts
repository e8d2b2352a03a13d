/** The row that was clicked as the page has read it last: a dialog that stays open sends the version that stands now. */
export function nowOf<Row extends Readonly<{ id: string }>>(
  rows: readonly Row[] | undefined,
  clicked: Row,
): Row {
  return rows?.find(({ id }) => id === clicked.id) ?? clicked
}
