/**
 * The demo county: 清禾县 and everyone in it are invented. People, units and the words that were raised; how far each
 * matter has come is in `journeys.ts`, and everything is made by giving commands, never by writing rows.
 */
import type { Channel, RaiserKind } from '@luoshi/domain/opinions/opinion'
import type { Appointer } from '@luoshi/domain/people/directory'
import type { Role } from '@luoshi/domain/people/roles'
import type { Journey } from './journeys.ts'

export const congressName = '清禾县人民代表大会常务委员会'

export type UnitKey = 'water' | 'housing' | 'education' | 'transport' | 'health' | 'floodOffice'

export const units: Readonly<Record<UnitKey, string>> = {
  water: '清禾县水利局',
  housing: '清禾县住房和城乡建设局',
  education: '清禾县教育局',
  transport: '清禾县交通运输局',
  health: '清禾县卫生健康局',
  floodOffice: '清禾县防汛抗旱服务中心',
}

export type OfficialKey = 'liu' | 'he' | 'tao' | 'ning' | 'kuang' | 'bao' | 'oldBao'

export const officials: Readonly<
  Record<
    OfficialKey,
    Readonly<{ name: string; unit: UnitKey; post: string; appointedBy: Appointer }>
  >
> = {
  liu: { name: '刘明远', unit: 'water', post: '局长', appointedBy: 'committeeAppointed' },
  he: { name: '何志远', unit: 'housing', post: '局长', appointedBy: 'committeeAppointed' },
  tao: { name: '陶静宜', unit: 'education', post: '局长', appointedBy: 'committeeAppointed' },
  ning: { name: '宁海川', unit: 'transport', post: '局长', appointedBy: 'committeeAppointed' },
  kuang: { name: '匡一鸣', unit: 'health', post: '局长', appointedBy: 'committeeAppointed' },
  bao: { name: '鲍向东', unit: 'floodOffice', post: '主任', appointedBy: 'notByCongress' },
  oldBao: { name: '翟长林', unit: 'housing', post: '原局长', appointedBy: 'committeeAppointed' },
}

export const accounts: readonly Readonly<{
  login: string
  name: string
  roles: readonly Role[]
  unit: UnitKey | null
  official: OfficialKey | null
}>[] = [
  { login: 'admin', name: '贺文清（系统管理员）', roles: ['admin'], unit: null, official: null },
  { login: 'clerk', name: '秦小满（人事代表工委）', roles: ['clerk'], unit: null, official: null },
  { login: 'chairs', name: '沈怀德（主任会议）', roles: ['chairs'], unit: null, official: null },
  { login: 'member', name: '温若兰（组成人员）', roles: ['member'], unit: null, official: null },
  { login: 'team', name: '秦岚（评议调查组）', roles: ['team'], unit: null, official: null },
  {
    login: 'water',
    name: '刘明远（县水利局局长）',
    roles: ['official'],
    unit: 'water',
    official: 'liu',
  },
  {
    login: 'waterstaff',
    name: '宋佳（县水利局办公室）',
    roles: ['unitStaff'],
    unit: 'water',
    official: null,
  },
  {
    login: 'housing',
    name: '何志远（县住建局局长）',
    roles: ['official'],
    unit: 'housing',
    official: 'he',
  },
  {
    login: 'flood',
    name: '鲍向东（县防汛抗旱服务中心主任）',
    roles: ['official'],
    unit: 'floodOffice',
    official: 'bao',
  },
  {
    login: 'education',
    name: '陶静宜（县教育局局长）',
    roles: ['official'],
    unit: 'education',
    official: 'tao',
  },
]

export type AppraisalKey = 'water' | 'housing' | 'education'

export type Raised = Readonly<{
  appraisal: AppraisalKey
  channel: Channel
  raiserKind: RaiserKind
  title: string
  text: string
  journey: Journey
}>

const of =
  (appraisal: AppraisalKey) =>
  (
    channel: Channel,
    raiserKind: RaiserKind,
    title: string,
    text: string,
    journey: Journey,
  ): Raised => ({
    appraisal,
    channel,
    raiserKind,
    title,
    text,
    journey,
  })

const water = of('water')
const housing = of('housing')
const education = of('education')

export const raised: readonly Raised[] = [
  // 县水利局：整改测评阶段
  water(
    'meetingRemark',
    'member',
    '青石街供水管网漏损',
    '青石街一带水管漏了大半年，路面常年是湿的，报修几次都没有彻底解决。',
    'closed',
  ),
  water(
    'meetingRemark',
    'member',
    '北沟水库除险加固进度',
    '北沟水库列入除险加固计划已经两年，坝坡还是老样子，请说明什么时候完工。',
    'closedAfterThree',
  ),
  water(
    'investigation',
    'team',
    '灌区末级渠道失修',
    '白马灌区末级渠道塌了三处，下游七个村民小组去年晚稻浇不上水。',
    'closedAfterTwo',
  ),
  water(
    'forum',
    'public',
    '自来水浑浊',
    '柳河镇夏天下雨以后自来水发黄，要放好一会儿才能用。',
    'closed',
  ),
  water(
    'publicCall',
    'public',
    '河道采砂噪声',
    '沙湾码头夜里还在装砂，吵得两岸住户睡不着。',
    'relapsed',
  ),
  water(
    'deputySuggestion',
    'deputy',
    '山塘清淤',
    '石桥乡的小山塘多年没有清淤，蓄水量不到原来的一半。',
    'closed',
  ),
  water(
    'investigation',
    'team',
    '水费收缴不公开',
    '农村供水的水费标准没有上墙，各村收费不一样，群众不清楚。',
    'satisfied',
  ),
  water(
    'interview',
    'team',
    '值班带班制度不落实',
    '汛期夜间抽查两个乡镇水利站，都没有人带班。',
    'satisfied',
  ),
  water(
    'letter',
    'public',
    '取水井补偿',
    '修引水渠占了我家一口井，说好的补偿一直没有给清楚的答复。',
    'conditional',
  ),
  water(
    'meetingRemark',
    'deputy',
    '水质公示',
    '饮用水水质检测结果应当按月公布，不能只在网站角落放一张图。',
    'conditional',
  ),
  water(
    'investigation',
    'team',
    '河长巡河记录造假',
    '抽查的十二份巡河记录里有四份日期对不上，照片是旧的。',
    'roundThree',
  ),
  water(
    'forum',
    'public',
    '机井电费过高',
    '机井灌溉电费比邻乡高出一截，请把计费办法讲明白。',
    'roundTwoPlanned',
  ),
  water(
    'deputySuggestion',
    'deputy',
    '小流域治理',
    '葫芦沟水土流失越来越重，希望纳入小流域综合治理。',
    'committed',
  ),
  water(
    'meetingRemark',
    'member',
    '执法人员不足',
    '水政执法只有五个人，遇到非法取水往往第二天才到。',
    'verified',
  ),
  water('survey', 'public', '抢修电话打不通', '供水抢修电话中午和夜里经常没有人接。', 'verified'),
  water(
    'investigation',
    'team',
    '项目资金拨付慢',
    '两处泵站改造早已验收，工程款还有三成没有拨付。',
    'submitted',
  ),
  water('selfCheck', 'self', '行政许可超期', '自查发现三件取水许可超过法定时限才办结。', 'closed'),
  water('selfCheck', 'self', '培训不到位', '自查发现基层水利员当年没有参加过安全培训。', 'closed'),
  water(
    'forum',
    'public',
    '村口桥涵堵塞',
    '村口的桥涵被杂物堵住，一下大雨水就漫到院子里。',
    'late',
  ),
  water(
    'letter',
    'public',
    '渠边护栏缺失',
    '学校后面的干渠没有护栏，孩子上下学很不安全。',
    'lateChased',
  ),
  water(
    'meetingRemark',
    'member',
    '反映有人收受好处',
    '有人反映工程验收时收受好处。',
    'exitDiverted',
  ),
  water(
    'publicCall',
    'public',
    '要求调整省管水价',
    '希望把省里定的水资源费标准降下来。',
    'exitNotOurs',
  ),
  // 县住建局：集中整改阶段
  housing(
    'meetingRemark',
    'member',
    '老旧小区改造质量',
    '和平里小区去年刚铺的地面，今年就起皮开裂了。',
    'inProgress',
  ),
  housing(
    'meetingRemark',
    'deputy',
    '雨污分流',
    '老城区一下雨污水就往外冒，雨污分流说了三年还没有完工。',
    'inProgress',
  ),
  housing(
    'investigation',
    'team',
    '物业企业监管',
    '抽查六个小区，有四个没有公布维修资金使用情况。',
    'inProgressExtended',
  ),
  housing('forum', 'public', '路灯不亮', '纺织路有一半路灯不亮，晚上接孩子要打手电。', 'submitted'),
  housing(
    'publicCall',
    'public',
    '工地扬尘',
    '东环工地白天不洒水，车轮不冲洗，窗户不敢开。',
    'submitted',
  ),
  housing(
    'letter',
    'public',
    '房产证办理',
    '入住五年没有办下房产证，找了好几个部门都说不归他们管。',
    'inProgressMoved',
  ),
  housing(
    'deputySuggestion',
    'deputy',
    '公厕布点',
    '农贸市场周边没有公厕，商户和顾客意见很大。',
    'planned',
  ),
  housing('survey', 'public', '停车难', '县医院周围停车太难，救护车都进不去。', 'planned'),
  housing(
    'meetingRemark',
    'member',
    '招标不规范',
    '两个小型工程化整为零，没有公开招标。',
    'planReturned',
  ),
  housing(
    'investigation',
    'team',
    '危房排查台账',
    '危房排查台账和现场对不上，有两户已经搬走还在册。',
    'received',
  ),
  housing('forum', 'public', '下水井盖松动', '永安街井盖松动，车一过就响，夜里吵人。', 'received'),
  housing(
    'interview',
    'team',
    '窗口服务',
    '办理施工许可跑了四趟，每次要的材料都不一样。',
    'received',
  ),
  housing('letter', 'public', '电梯常坏', '安居花园电梯一个月坏三次，老人被困过。', 'verified'),
  housing(
    'meetingRemark',
    'deputy',
    '绿地被占',
    '滨河绿地被圈起来卖烧烤，一直没有清退。',
    'planLate',
  ),
  housing(
    'publicCall',
    'public',
    '供热温度不达标',
    '冬天供热不到十六度，测温后没有退费。',
    'committed',
  ),
  housing('selfCheck', 'self', '档案管理', '自查发现城建档案有十七卷没有移交。', 'closed'),
  housing('selfCheck', 'self', '公车管理', '自查发现两辆工程车没有登记行车日志。', 'closed'),
  housing(
    'meetingRemark',
    'member',
    '保障房分配',
    '有三户不符合条件的家庭住着保障房，群众看在眼里。',
    'inProgress',
  ),
  housing(
    'deputySuggestion',
    'deputy',
    '农村危桥',
    '杨树沟村的危桥每年汛期都要封，希望早日重建。',
    'reassigned',
  ),
  housing(
    'forum',
    'public',
    '消防通道',
    '建材市场消防通道堆满货物，检查过后又堆回去。',
    'inProgress',
  ),
  housing('survey', 'public', '垃圾清运', '城乡接合部垃圾三四天才清一次。', 'exitAnswered'),
  housing(
    'letter',
    'public',
    '邻里违建',
    '反映邻居搭建的棚子，已经自行协商解决。',
    'exitWithdrawn',
  ),
  // 县教育局：意见审定交办阶段
  education(
    'meetingRemark',
    'member',
    '课后服务收费',
    '个别学校课后服务自愿原则没有落实，不参加的学生被安排在操场等。',
    'issued',
  ),
  education(
    'meetingRemark',
    'member',
    '教师轮岗',
    '城区教师到乡镇轮岗，有的只挂名不到岗。',
    'issued',
  ),
  education(
    'meetingRemark',
    'deputy',
    '校车安全',
    '两所民办幼儿园校车超员，司机没有备案。',
    'issued',
  ),
  education(
    'investigation',
    'team',
    '营养餐台账',
    '三所学校营养餐台账与出库单对不上。',
    'approved',
  ),
  education(
    'investigation',
    'team',
    '校园周边食品',
    '学校门口流动摊点卖三无食品，放学时段没有人管。',
    'misassigned',
  ),
  education('forum', 'public', '择校', '片区划分每年都变，家长心里没底。', 'approved'),
  education(
    'publicCall',
    'public',
    '操场开放',
    '节假日学校操场不对外开放，周边居民没有地方锻炼。',
    'approved',
  ),
  education(
    'publicCall',
    'public',
    '假期作业过多',
    '三年级孩子暑假作业做了十天还没有做完。',
    'drafted',
  ),
  education(
    'deputySuggestion',
    'deputy',
    '寄宿学校取暖',
    '石桥中心校宿舍冬天没有暖气，孩子生冻疮。',
    'drafted',
  ),
  education(
    'forum',
    'public',
    '晚自习时间',
    '初中晚自习上到九点半，乡下孩子回家不安全。',
    'drafted',
  ),
  education('letter', 'public', '晚自习太晚', '孩子晚自习九点半才下课，公交已经停了。', 'merged'),
  education('survey', 'public', '公示栏不更新', '学校收费公示栏还是前年的。', 'drafted'),
  education(
    'meetingRemark',
    'deputy',
    '幼儿园学位',
    '东城新区入住三千户，只有一所公办幼儿园。',
    'issuedLate',
  ),
  education(
    'interview',
    'team',
    '职称评审',
    '乡镇教师反映职称评审向城区倾斜，标准没有公开。',
    'approved',
  ),
  education('investigation', 'team', '危旧校舍', '两处校舍鉴定为丙级，还在使用。', 'issued'),
  education('letter', 'public', '补课班', '举报有在职教师在校外办补课班。', 'exitDiverted'),
  education(
    'meetingRemark',
    'member',
    '体育课被占',
    '期末两周体育课、音乐课全部改上语文数学。',
    'drafted',
  ),
  education('forum', 'public', '家长群打卡', '家长群每天打卡接龙，成了家长的作业。', 'drafted'),
  education(
    'selfCheck',
    'self',
    '食堂明厨亮灶',
    '自查发现四所学校食堂监控没有接入平台。',
    'received',
  ),
  education('selfCheck', 'self', '采购手续', '自查发现教辅采购有两笔没有集体研究记录。', 'planned'),
  education(
    'survey',
    'public',
    '通学路口',
    '实验小学门口没有信号灯，早晚高峰很乱。',
    'exitNotOurs',
  ),
  education(
    'meetingRemark',
    'deputy',
    '留守儿童关爱',
    '留守儿童之家挂了牌子没有人值守。',
    'splitInTwo',
  ),
]
