/** Words of the ledger as a file: out in the offices' forms and the county's own, and back. */
export const ledgersZh = {
  menu: '导出与回导',
  workbook: 'Excel',
  own: (name: string) => `本县表样：${name}`,
  csv: '清单（CSV，供程序使用）',
  back: '回导改过的台账……',
  backs: '回导记录',
}
