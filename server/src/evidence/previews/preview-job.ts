/** What a process that makes previews is asked and answers. Pictures come back as JPEG, made anew from the pixels. */
export type PreviewAsk =
  | Readonly<{ do: 'picture'; bytes: Uint8Array; orientation: number }>
  | Readonly<{ do: 'page'; bytes: Uint8Array; page: number }>

export type PreviewMade = Readonly<{
  /** How many pages there are; 1 for a picture. */
  pages: number
  /** At most 320 pixels a side. */
  thumb: Uint8Array
  /** At most 1600 pixels a side. */
  page: Uint8Array
}>

export type PreviewAnswer = PreviewMade | Readonly<{ unreadable: true }>

export const sides = { thumb: 320, page: 1600 } as const

/** A picture is unfolded whole, four bytes a pixel and some copies: beyond this it is not looked at. */
export const mostPreviewPixels = 60_000_000
