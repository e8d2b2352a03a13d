/** Headers of a file that a browser saves, or shows in a sandbox when `inline`: it runs in no origin of ours. */
export function attachmentOf(
  fileName: string,
  mediaType = 'application/octet-stream',
  inline = false,
): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(fileName)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** RFC 8187. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
