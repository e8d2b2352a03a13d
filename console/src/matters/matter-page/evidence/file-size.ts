/** The size of a file as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilo = bytes / 1024
  return kilo < 1024 ? `${Math.round(kilo)} KB` : `${(kilo / 1024).toFixed(1)} MB`
}

/** Two or three letters that stand for the kind of file. */
export function kindOf({ name, mediaType }: Readonly<{ name: string; mediaType: string }>): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]
  return (ending ?? mediaType.split('/')[1] ?? '?').slice(0, 4).toUpperCase()
}
