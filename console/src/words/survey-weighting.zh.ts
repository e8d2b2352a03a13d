/** Words of how the answers of a population are weighted. */
export const surveyWeightingZh = {
  label: '怎样加权',
  hint: '开始以后不能改，免得挑好看的算法。',
  margins: '边际人数',
  marginsHint: '只知道各类的合计（如各乡镇多少人、各年龄段多少人），不知道每一层的人数时用。',
  name: '边际名称，如“年龄”',
  source: '人数依据，如“2025年统计年鉴第23页”',
  level: '类别名称',
  size: '人数',
  total: (people: number) => `合计 ${people} 人`,
  addLevel: '加一类',
  addMargin: '加一组边际',
  remove: '去掉',
  nameless: (n: number) => `第${n}层`,
  belongs: (stratum: string) => `“${stratum}”属于`,
}
