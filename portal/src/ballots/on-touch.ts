/** Hears of whatever a person does at the screen. */
export function onTouch(touched: () => void): void {
  for (const kind of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'])
    addEventListener(kind, touched, { capture: true, passive: true })
}
