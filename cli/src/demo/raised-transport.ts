/**
 * What was raised about 县交通运输局, whose appraisal shows the whole campaign: every opinion here comes out of a record of
 * its own (a gap of the self-check, a finding, a voice, a speech), and goes to the units with one opinion letter.
 */
import { recordedAbout, type Raised } from './raised-kind.ts'

const transport = recordedAbout('transport')

export const raisedOfTransport: readonly Raised[] = [
  transport(
    'selfCheck',
    'self',
    '客运站检票口老旧',
    '自查发现县客运站两个检票口长期停用，节假日排队超过四十分钟。',
    'verified',
  ),
  transport(
    'investigation',
    'team',
    '农村公路养护资金',
    '抽查五个乡镇，有三个没有按规定比例安排农村公路日常养护资金。',
    'verified',
  ),
  transport(
    'investigation',
    'team',
    '超限检测站形同虚设',
    '暗访两个夜晚，石桥超限检测站无人值守，重载货车绕行村道。',
    'inProgress',
  ),
  transport(
    'publicCall',
    'public',
    '末班公交过早',
    '柳河镇的末班公交下午四点半就走了，赶集回来只能自己找车。',
    'verified',
  ),
  transport(
    'meetingRemark',
    'member',
    '农村客运班线停开',
    '石桥、白马两个乡镇的客运班线停开半年，群众出行很不方便。',
    'late',
  ),
  transport(
    'meetingRemark',
    'deputy',
    '危桥改造进度慢',
    '葫芦沟危桥挂牌三年，年年列计划，年年没有动工，请给一个准确的时间。',
    'submitted',
  ),
  transport(
    'meetingRemark',
    'public',
    '城东路口破损',
    '城东路口破损半年没有人修，电动车已经摔过好几个人。',
    'reissued',
  ),
]
