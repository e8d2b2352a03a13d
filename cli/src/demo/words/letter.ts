/** The opinion letter to 县交通运输局 and the report that answers it, item by item. */
export const overall =
  '宁海川同志任职以来，农村公路建设成绩明显，通组硬化路实现全覆盖；但超限治理流于形式，部分乡镇客运班线停开，养护资金没有足额落实。'

export const suggestions =
  '（1）完善超限检测站夜间值守和抽查制度，每月公布一次查处情况。\n（2）把农村客运公交化改造列入明年为民办实事项目。'

export const requests: Readonly<Record<string, string>> = {
  客运站检票口老旧: '两个月内恢复两个检票口，节假日增开临时窗口，排队时间不超过十五分钟。',
  农村公路养护资金: '三个月内补足三个乡镇的养护资金，并把拨付凭证报县人大财经工委。',
  超限检测站形同虚设: '一个月内落实夜间双人值守，监控接入县治超平台，每月报送查处数据。',
  末班公交过早: '一个月内把柳河镇末班车延至十八时三十分，并在站点公示。',
  农村客运班线停开: '两个月内恢复石桥、白马两条班线，每日不少于四班。',
  危桥改造进度慢: '三个月内完成施工招标，明年汛前通车，并设置绕行标志。',
  城东路口破损: '一个月内修复破损路面，设置警示标志。',
}

export const approvedWith = '将第三项“加强管理”改为“一个月内落实夜间双人值守”。'

type Accounted = Readonly<{
  achieved: 'done' | 'partly' | 'notDone'
  resultClass: 'A' | 'B' | 'C'
  account: string
  whyNot: string
}>

export const accounted: Readonly<Record<string, Accounted>> = {
  客运站检票口老旧: done('两个检票口已更换闸机恢复使用，国庆期间平均排队九分钟。'),
  末班公交过早: done('柳河镇末班车已延至十八时三十分，站牌更新，随车走访群众二十人表示认可。'),
  农村公路养护资金: partly(
    '白马乡养护资金已补足，石桥乡、沙湾镇到位六成。',
    '县级财政调整预算在常委会会议通过后拨付，年底前补足。',
  ),
  超限检测站形同虚设: partly(
    '夜间双人值守已经落实，两个月查处超限货车三十七辆。',
    '监控接入县治超平台的设备正在采购，下月完成。',
  ),
  农村客运班线停开: {
    achieved: 'notDone',
    resultClass: 'C',
    account: '与两家客运公司协商三次，尚未达成一致。',
    whyNot: '班线亏损补贴办法没有出台，拟申请县政府专题研究，争取年底前恢复一条。',
  },
  危桥改造进度慢: partly(
    '葫芦沟危桥已完成施工图设计和招标，进场施工。',
    '主体工程要避开汛期，明年四月底前通车。',
  ),
}

export const comments = '请补充养护资金拨付凭证；客运班线一项请写明县政府研究的时间和下一步安排。'

function done(account: string): Accounted {
  return { achieved: 'done', resultClass: 'A', account, whyNot: '' }
}

function partly(account: string, whyNot: string): Accounted {
  return { achieved: 'partly', resultClass: 'B', account, whyNot }
}
