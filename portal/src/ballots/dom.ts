/** Elements made by hand: what is shown is always set as text, never as markup. */

type Attribute = string | boolean | ((event: Event) => void)
type Child = Node | string | null

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (typeof value === 'string') element.setAttribute(name, value)
    else if (value) element.setAttribute(name, '')
  }
  for (const child of children.flat()) if (child !== null) element.append(child)
  return element
}

/** Each as a paragraph of its own. */
export function paragraphs(texts: readonly string[], kind = ''): readonly HTMLParagraphElement[] {
  return texts.map((text) => h('p', kind === '' ? {} : { class: kind }, text))
}

export function note(...texts: readonly string[]): HTMLElement {
  return h('div', { class: 'note' }, ...paragraphs(texts))
}

export function alertBox(...texts: readonly string[]): HTMLElement {
  return h('div', { class: 'alert', role: 'alert' }, ...paragraphs(texts))
}

export function act(label: string, press: () => void, kind = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: `act ${kind}`.trim(), click: press }, label)
}

/** Sets text only when it changes, so that a screen reader hears a line once. */
export function say(where: Node, text: string): void {
  if (where.textContent !== text) where.textContent = text
}
