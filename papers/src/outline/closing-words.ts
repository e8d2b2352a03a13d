/** Sentences that close a document and raise nothing: 特此报告, 同志们……, 县人民政府应于…… */

const closing =
  /^(?:同志们|各位|谢谢|特此(?:报告|通知|函告|函|意见|致函)|专此|此[函复]|以上(?:意见|建议|报告|问题|评议|审议)|上述(?:意见|建议|问题)|综上|请(?:你|贵|各|县|市|区).{0,12}(?:单位|政府|局|委|院|认真|高度)|(?:省|市|县|区)人民政府应当?(?:于|在|自|将|认真)|(?:对|针对|根据)(?:以上|上述)|希望(?:你|贵|各|述职|全)|会议(?:应到|由|在)|主持人)/

export function isClosing(text: string): boolean {
  return closing.test(text)
}
