/** “Chrome · Windows”: as much of a browser as its owner needs to know it again, and no more. */

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, '微信'],
  [/Edg\//, 'Edge'],
  [/360SE|QIHU/, '360'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Deepin/i, 'UOS'],
  [/Linux/, 'Linux'],
]

export function deviceOf(userAgent: string): string {
  const said = userAgent.slice(0, 500)
  const known = [browsers, systems].map((list) => list.find(([mark]) => mark.test(said))?.[1])
  return known.filter((one) => one !== undefined).join(' · ')
}
