/** Papers, measures and figures of supervision in the demo county. */
export const reminderToTransport =
  '石桥、白马客运班线恢复一事长期没有进展，请于七日内书面报告进展和下一步安排。'

export const answerOfTransport =
  '已报请县政府专题研究班线补贴办法，会议定于下月上旬召开；在此之前先开通赶集日临时班车。'

export const noticeToHousing =
  '滨河绿地清退一事至今没有报送整改方案，请局长亲自研究，十日内报送方案并说明未按期报送的原因。'

export const talkReason =
  '河长巡河记录造假两轮整改均未通过测评，由主任会议约谈主要负责人，听取情况说明。'

export const talkAnswer =
  '已对四名责任人批评教育并通报，改用定位打卡巡河，县水利局每月抽查不少于两成。'

export const talkOutcome = '说明情况属实，责成两个月内完成第三轮整改，届时提请常委会会议测评。'

export const briefingRemarks =
  '本月总体推进正常。部分单位报送进展不及时，个别事项超过期限未报方案，请对照清单逐件落实。'

export const lookedBack = '到现场查看并走访群众五户，整改成果保持，没有反弹。'
