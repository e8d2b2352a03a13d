/** What became of the columns of a sheet that came back, as lines: nothing of it is passed over in silence. */
import type { SheetColumns } from '@luoshi/domain/ledgers/fit-columns'

export function columnWords({ missing, ignored, told }: SheetColumns): readonly string[] {
  return [
    ...(missing.length > 0 ? [`？ 表里没有的列，照原样不动：${missing.join('、')}`] : []),
    ...(ignored.length > 0 ? [`？ 认不出的列，没有读：${ignored.join('、')}`] : []),
    ...(told === 'by-number'
      ? ['？ 隐藏的“#事项”列没有了，按问题编号认行；从旧表粘贴来的行分不出来，请逐行核对']
      : []),
  ]
}
