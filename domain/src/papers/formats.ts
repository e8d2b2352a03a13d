/** In which formats a paper can be had. */
export const paperFormats = ['docx', 'pdf'] as const

export type PaperFormat = (typeof paperFormats)[number]

export const paperMediaTypes: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

export function isPaperFormat(raw: string): raw is PaperFormat {
  return paperFormats.some((one) => one === raw)
}
