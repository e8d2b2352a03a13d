/** What the units of the demo county wrote into their self-checks (自查自纠，未评先改). */
import type { AppraisalKey } from '../county.ts'

export type Found = Readonly<{
  question: string
  finding: string
  cause: string
  remedy: string
  /** Put right before the appraisal. */
  isFixed: boolean
  /** The title of the matter it becomes; null: it stays where it is. */
  title: string | null
}>

export type Filled = Readonly<{ found: readonly Found[]; achievements: readonly string[] }>

export const filled: Readonly<Partial<Record<AppraisalKey, Filled>>> = {
  water: {
    found: [
      open(
        'law1',
        '行政许可超期',
        '自查发现三件取水许可超过法定时限才办结。',
        '窗口和业务股之间没有办件时限提醒。',
        '建立办件倒计时，逾期由分管领导督办。',
      ),
      open(
        'diligence1',
        '培训不到位',
        '自查发现基层水利员当年没有参加过安全培训。',
        '培训经费没有列入年初预算。',
        '下半年分两批完成全员培训。',
      ),
      fixed(
        'administration3',
        '供水抢修人员上门不出示证件，群众有意见。',
        '没有统一制发工作证。',
        '已统一制发工作证，上门先亮证。',
      ),
    ],
    achievements: [
      '完成六处水源地规范化建设，县城供水水质连续两年达标。',
      '新建成农村供水管网二十三公里，新增受益群众四千人。',
    ],
  },
  housing: {
    found: [
      open(
        'administration1',
        '档案管理',
        '自查发现城建档案有十七卷没有移交。',
        '项目负责人调整后没有交接。',
        '逐卷清理，限期移交县城建档案馆。',
      ),
      open(
        'integrity2',
        '公车管理',
        '自查发现两辆工程车没有登记行车日志。',
        '车辆由施工队代管，制度没有覆盖到位。',
        '收回统一管理，补登日志。',
      ),
    ],
    achievements: ['完成十一个老旧小区改造，加装电梯九部。'],
  },
  education: {
    found: [
      open(
        'diligence3',
        '食堂明厨亮灶',
        '自查发现四所学校食堂监控没有接入平台。',
        '学校网络带宽不足，设备没有验收。',
        '暑期完成接入并验收。',
      ),
      open(
        'integrity3',
        '采购手续',
        '自查发现教辅采购有两笔没有集体研究记录。',
        '经办人员变动，会议记录缺失。',
        '补充说明，今后凡采购必有会议记录。',
      ),
    ],
    achievements: ['新增公办幼儿园学位五百四十个。'],
  },
  transport: {
    found: [
      open(
        'diligence2',
        '客运站检票口老旧',
        '自查发现县客运站两个检票口长期停用，节假日排队超过四十分钟。',
        '设备老化，维修经费没有落实。',
        '列入年度维修计划，国庆前恢复使用。',
      ),
      fixed(
        'administration2',
        '路政执法记录仪有六台没有按规定上传影像。',
        '没有专人管理，存储设备已满。',
        '已明确专人每日上传，补传三个月影像。',
      ),
      fixed(
        'law3',
        '人大代表关于增设校车站点的建议超过规定时间答复。',
        '承办股室之间推诿。',
        '已当面答复代表，两个站点投入使用。',
      ),
    ],
    achievements: [
      '新改建农村公路六十二公里，通组硬化路实现全覆盖。',
      '城区更新新能源公交车二十四辆。',
    ],
  },
  health: {
    found: [
      open('diligence3', null, '乡镇卫生院夜间值班医生配备不足。', '人员编制紧张。', '正在研究。'),
    ],
    achievements: [],
  },
  market: {
    found: [
      open(
        'administration1',
        null,
        '食品小作坊登记率只有六成，抽查发现三家无证经营。',
        '摸底不彻底，帮扶指导不够。',
        '两个月内逐户登记，发放办证指引。',
      ),
      fixed(
        'administration3',
        '农贸市场执法时言语生硬，被群众投诉两次。',
        '执法人员培训不够。',
        '已对当事人批评教育，组织文明执法培训。',
      ),
    ],
    achievements: ['建成放心消费示范街两条。'],
  },
}

/** What the committee's clerk wrote when she gave a self-check back. */
export const returnedBecause =
  '对照提纲十二个问题，只写了一条问题，原因和整改措施过于笼统。请结合医疗服务、医保基金使用等实际，逐条补充后重新报送。'

function open(
  question: string,
  title: string | null,
  finding: string,
  cause: string,
  remedy: string,
): Found {
  return { question, title, finding, cause, remedy, isFixed: false }
}

function fixed(question: string, finding: string, cause: string, remedy: string): Found {
  return { question, title: null, finding, cause, remedy, isFixed: true }
}
