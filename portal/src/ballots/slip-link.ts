/**
 * The code of a slip from its QR link: it stands behind `#`, which browsers send to nobody, and is taken out of the
 * address before anything else happens, so that neither history nor a reload shows it.
 */
export function slipCodes(): readonly string[] {
  const after = new URLSearchParams(location.hash.slice(1))
  const codes = [after.get('slip') ?? '', after.get('slip2') ?? '']
  if (codes.every((code) => code === '')) return []
  history.replaceState(null, '', location.pathname + location.search)
  return codes.map((code) => code.trim().slice(0, 100))
}
