/** Who somebody is, as a paper calls him: 县水利局局长刘明远; the unit once, where the post says it already. */
export type SeatOnPaper = Readonly<{ officialName: string; post: string; unitName: string }>

export function seatText({ officialName, post, unitName }: SeatOnPaper): string {
  return `${post.startsWith(unitName) ? '' : unitName}${post}${officialName}`
}
