/** How much one upload may hold (documents.md §5). Whatever is larger is refused before it is read. */
export const readingLimits = {
  uploadBytes: 20 * 1024 * 1024,
  zipEntries: 2000,
  entryBytes: 100 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
  /** Times an entry may grow, above {@link ratioFromBytes}. */
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
  pdfPages: 500,
  /** Of one stream of a PDF, unpacked; pictures do not count. */
  pdfStreamBytes: 64 * 1024 * 1024,
  sheetRows: 200_000,
  sheetColumns: 256,
  sheetCells: 5_000_000,
  cellCharacters: 32_767,
  textCharacters: 3_000_000,
  textLines: 20_000,
  lineCharacters: 50_000,
} as const
