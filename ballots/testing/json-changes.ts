/** Every way to write one JSON text a little wrongly: each place of it in turn, each oddity there, as the text that results. */

type Change = Readonly<{ what: string; text: string }>

/** Values that stand in the place of another. */
const values: readonly unknown[] = [
  null,
  true,
  0,
  1,
  2,
  -1,
  1.5,
  65_536,
  2 ** 53,
  1e21,
  '',
  'A',
  'AQ',
  'AQAB',
  'é',
  '\u0000',
  '\u007f\u2028',
  '\ud800',
  '😀',
  'A'.repeat(501),
  [],
  {},
  [null],
  { a: 1 },
]

/** What no writer of JSON writes, and every reader has an opinion of. */
const raw: readonly string[] = [
  '1e400',
  '-1e400',
  '-0',
  '1.0',
  '1E0',
  '01',
  'NaN',
  '9'.repeat(5_000),
  `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  '"\\u0041"',
  '"\\ud83d\\ude00"',
  '"\\ud800"',
  '"\\/"',
  '"\t"',
]

const hole = '\u0001hole\u0001'
const written = JSON.stringify(hole)

export function changesOf(text: string): readonly Change[] {
  const whole: unknown = JSON.parse(text)
  const found: Change[] = []
  visit(whole, '', (place) => {
    const at = place.path === '' ? 'whole' : place.path
    for (const value of values)
      found.push({ what: `${at} = ${short(value)}`, text: JSON.stringify(place.with(value)) })
    for (const one of raw) {
      const around = JSON.stringify(place.with(hole))
      found.push({ what: `${at} = ${one.slice(0, 12)}`, text: around.replace(written, () => one) })
    }
    for (const { what, value } of place.beside)
      found.push({ what: `${at} ${what}`, text: JSON.stringify(value) })
  })
  return [...found, ...asText(text)]
}

/** Changes of the writing alone. */
function asText(text: string): readonly Change[] {
  return [
    { what: 'a space', text: text.replace(':', ': ') },
    { what: 'a space at the end', text: `${text} ` },
    { what: 'a space at the beginning', text: ` ${text}` },
    { what: 'a mark of byte order', text: `\uFEFF${text}` },
    {
      what: 'a field twice',
      text: text.replace('{', () => `{${/"\w+":/.exec(text)?.[0] ?? ''}0,`),
    },
    { what: 'a comma at the end', text: text.replace(/\}$/, ',}') },
    { what: 'cut off', text: text.slice(0, -1) },
    { what: 'twice', text: `${text}${text}` },
    {
      what: 'a name escaped',
      text: text.replace(
        /"([a-z])/,
        (_, first: string) => `"\\u00${first.charCodeAt(0).toString(16)}`,
      ),
    },
  ]
}

const short = (value: unknown) => JSON.stringify(value).slice(0, 12)

type Place = Readonly<{
  path: string
  /** The whole, with another value here. */
  with: (value: unknown) => unknown
  /** Something more, less, or in another order. */
  beside: readonly Readonly<{ what: string; value: unknown }>[]
}>

function visit(root: unknown, path: string, see: (place: Place) => void): void {
  walk(root, path, (value) => value, see)
}

function walk(
  value: unknown,
  path: string,
  around: (value: unknown) => unknown,
  see: (place: Place) => void,
): void {
  if (Array.isArray(value)) {
    see({ path, with: around, beside: besideList(value, around) })
    for (const [at, one] of value.entries())
      walk(one, `${path}/${at}`, (other) => around(value.with(at, other)), see)
    return
  }
  if (typeof value === 'object' && value !== null) {
    const fields: readonly (readonly [string, unknown])[] = Object.entries(value)
    see({ path, with: around, beside: besideFields(fields, around) })
    for (const [name, one] of fields)
      walk(one, `${path}/${name}`, (other) => around({ ...value, [name]: other }), see)
    return
  }
  see({ path, with: around, beside: [] })
}

function besideList(
  list: readonly unknown[],
  around: (value: unknown) => unknown,
): Place['beside'] {
  return [
    { what: 'longer', value: around([...list, ...list.slice(-1)]) },
    { what: 'shorter', value: around(list.slice(0, -1)) },
    { what: 'reversed', value: around(list.toReversed()) },
  ]
}

function besideFields(
  fields: readonly (readonly [string, unknown])[],
  around: (value: unknown) => unknown,
): Place['beside'] {
  const of = (all: readonly (readonly [string, unknown])[]) => around(Object.fromEntries(all))
  return [
    ...fields.map(([name], at) => ({
      what: `without ${name}`,
      value: of(fields.toSpliced(at, 1)),
    })),
    { what: 'with one field more', value: of([...fields, ['more', 1]]) },
    { what: 'with a field before', value: of([['more', 1], ...fields]) },
    { what: 'in another order', value: of(fields.toReversed()) },
  ]
}
