/**
 * Words that common passwords are built of, drawn up by ourselves: English, pinyin, family names, offices, lucky
 * numbers. Lower case; {@link isPredictable} adds years, dates, keyboard runs, repetitions and signs written for letters.
 */
const english = `admin administrator root super user guest test tester demo temp login pass password passwd passcode
  secret letmein welcome hello master manager system server oracle access abc love lover iloveyou you baby angel
  princess sunshine shadow dragon monkey tiger lion eagle panda football basketball soccer baseball hockey superman
  batman michael jordan kobe jack tom jerry lucy lily david john mike charlie daniel robert thomas george andrew jessica
  ashley nicole jennifer amanda computer internet windows linux google baidu tencent alibaba huawei xiaomi apple samsung
  iphone china chinese beijing freedom whatever trustno starwars pokemon mustang ferrari summer winter spring autumn
  january february march april june july august september october november december monday friday sunday money lucky
  happy flower orange banana cherry cookie chocolate killer ninja matrix hunter ranger soldier purple silver golden
  diamond blue black white green red changeme change default initial office work staff public service qwerty asdf zxcv
  asd qwe zxc`
const pinyin = `woaini aini woai wode nihao mima denglu guanli guanliyuan yonghu ceshi xitong zhongguo zhonghua renmin
  renda rendachangweihui changweihui changwei gongwei weiyuan weiyuanhui daibiao zhuren zhurenhuiyi fuzhuren zhengfu
  xianzhengfu xian zhen xiang shi qu sheng shiwei xianwei dangwei jiwei zuzhi xuanchuan bangongshi bangong jiancha
  jiandu pingyi luoshi zhenggai yijian shixiang minzheng minsheng caizheng jiaoyu jiaoyuju gongan weisheng jiaotong
  shuiwu nongye zhujian huanbao yingji fazhan gaige tongji shenji sifa beijing shanghai guangzhou shenzhen tianjin
  chongqing wuhan changsha nanjing hangzhou chengdu xian zhengzhou jinan hefei nanchang fuzhou kunming guiyang nanning
  lanzhou yinchuan xining shenyang changchun haerbin taiyuan hunan hubei henan hebei shandong shanxi jiangsu zhejiang
  anhui fujian jiangxi guangdong guangxi sichuan yunnan guizhou shaanxi gansu hainan baobao baobei laopo laogong mama
  baba jiejie gege didi meimei erzi nver laoshi xuesheng pengyou xingfu kuaile pingan jiankang facai fafafa gongxi
  xinnian zhufu jiayou nuli chenggong tianya tiantian xiaoming xiaohong xiaoxiao dadi taiyang yueliang xingxing woshi
  shishui zhangsan lisi wangwu`
const names = `wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie
  han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai
  xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan
  duan lei qian yin yi chang wen wei fang na min jing qiang lei jun jie juan tao yong chao ming xiuying ping gang guiying
  hua hong mei yun bin bo bin peng hui ning yuting jianguo jianjun guoqing weidong`
const numbers = `123 1234 12345 123456 1234567 12345678 123456789 1234567890 520 5201314 521 1314 1314520 666 6666 888
  8888 168 518 588 688 886 999 9999 000 111 110 119 120 12315 12345 007 147 258 369 147258 147258369 159 357 789 987 654
  321 4321 54321 654321 100 200 001 01 02 03 88 66 99 12 21 11 22 00`

export const commonPieces: ReadonlySet<string> = new Set(
  [english, pinyin, names, numbers].flatMap((list) => list.split(/\s+/)),
)
