/** Names a submission: the same content sent again keeps its name, so a lost answer cannot do a step twice. */

export type CommandKeys = Readonly<{ keyFor: (content: unknown) => string }>

export function commandKeys(fresh: () => string = randomName): CommandKeys {
  let last: Readonly<{ content: string; key: string }> | null = null
  return {
    keyFor: (content) => {
      const text = JSON.stringify(content)
      if (last?.content !== text) last = { content: text, key: fresh() }
      return last.key
    },
  }
}

/** Works on plain http in a county's own network too, where `crypto.randomUUID` is not offered. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `c_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
