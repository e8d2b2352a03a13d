/** The styles of a Word file, as far as the linter asks about them. */
import { readXml } from '../readers/read-xml.ts'
import { type Look, lookOf, type WordStyle, type WordStyles } from './word-look.ts'

export function readStyles(bytes: Uint8Array): WordStyles {
  const byId = new Map<string, WordStyle>()
  let defaults: Look = {}
  let normal: string | null = null
  let inDefaults = false
  let id: string | null = null
  readXml(bytes, {
    open: (element) => {
      if (element.name === 'w:docDefaults') inDefaults = true
      else if (element.name === 'w:style') {
        id = element.attribute('styleId') ?? null
        if (id === null) return
        byId.set(id, { basedOn: null, look: {} })
        if (element.attribute('default') === '1' && element.attribute('type') === 'paragraph')
          normal = id
      } else if (inDefaults) defaults = { ...defaults, ...lookOf(element) }
      else if (id !== null) {
        const style = byId.get(id) ?? { basedOn: null, look: {} }
        byId.set(
          id,
          element.name === 'w:basedOn'
            ? { ...style, basedOn: element.attribute('val') ?? null }
            : { ...style, look: { ...style.look, ...lookOf(element) } },
        )
      }
    },
    close: (name) => {
      if (name === 'w:docDefaults') inDefaults = false
      if (name === 'w:style') id = null
    },
  })
  return { defaults, normal, byId }
}
