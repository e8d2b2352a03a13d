/** A key of WebCrypto, by whichever of the two platforms (browser, Node) knows it. */
export type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>
