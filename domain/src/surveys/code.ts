/** Codes go into counters, addresses, papers and forms: short, lower-case, without the dot that joins a row to its matrix. */
export function isCode(code: string): boolean {
  return codePattern.test(code)
}

export const codePattern: RegExp = /^[a-z][a-z0-9-]{0,23}$/
