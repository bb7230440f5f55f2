import { isCommunityLabel } from './communities'
import { readStatedDay } from './dates'
import { unitLine } from './money'
import { normalise } from './normalise'
import { rememberWords } from './word-cache'

/** What a row is, when its first words say that it is no data row. */
export type RowLabel = 'total' | 'subtotal' | 'of-which' | 'note' | 'signature' | 'example' | 'unit-line' | 'as-of' | 'reporting-unit'

const COUNT_SIDE = '(?:\\([^()]*\\))?'
const TOTAL = new RegExp(`^(?:[(（]?[一二三四五六七八九十]{1,2}[)）、.])?(?:全(?:镇|区|市|县|街道|部|乡|体|办)?|各社区|社区|总|\\d+个社区|所有社区|人员|本表|支出|收入|经费|资金|金额|总的|以上|上述|当年|年度|本年|镇街|[\\u4e00-\\u9fff]{2,4}(?:镇|街道|乡|县|市))?(?:合计|总计|共计|总合计|合计数|总计数|合计人数|总人数|总数|累计|汇总|合计金额|总金额|总合|合总|统计|总额|总和|合计(?:\\(人\\)|\\(元\\)|\\(万元\\)))${COUNT_SIDE}[:：]?(?:\\d+(?:人|名|户|个)?)?$`)
const ALONE_TOTAL = new Set(['全镇', '全区', '全街道', '全市', '全县', '全部', '全乡', '总', '计', '合', '共', 'total', 'sum', 'grandtotal', '总共', '合计共', '平均', '平均值', '平均数', '均值', '平均年龄', '人均', '合計', '總計', '共計', '全办'])
const SUBTOTAL = /^(?:.{0,16}?)(?:小计|小計|[本每]?页(?:小计|合计|总计|累计)|分计|页计|过次页|承前页|转下页|接上页|subtotal)(?:\([^()]*\))?[:：]?(?:\d+(?:人|名|户|个)?)?$/
const OF_WHICH = /^(?:其中|其 中|其中项|内含|其中含|其中包括|#其中)(?:[:：].*|[、,，].*|$|正式.*|聘用.*|男.*|女.*|党员.*|大专.*|\([^()]*\).*)/
const NOTE = /^(?:注|附注|注释|注明|注意|说明|填表说明|填报说明|填写说明|备注说明|编制说明|编报说明|表注|重要说明|特别说明|情况说明|填报要求|填表要求|填写要求|注意事项|填表须知|填报须知|温馨提示|要求|口径说明|指标解释)(?:[:：\d一(（.、]|$)/
const NOTE_WITH_COLON = /^(?:备注|备考|附|附件|提示|资料来源|数据来源|来源|依据|口径)\d*[:：]/
/** Sentences below a table: 以上情况属实, 1、本表一式两份, 以下空白. */
const STATEMENT = /^(?:(?:以上|上述).*(?:属实|准确|真实|无误)|(?:此行|此页|本页)?以下(?:空白|无正文)|此页无正文|特此说明|(?:[(（]?\d[)）]?[、.)])?本表(?:由|一式|须|需|请|于|中|为|所|应|按|填|用|适用|仅).*)[。.]?$/
const SIGNER = '(?:主管领导签字|主管领导签名|分管领导签字|单位领导签字|填表人?|填报人?|制表人?|造表人?|制单人?|编制人?|统计人?|统计员|审核人?|审核|复核人?|审定人?|审批人?|审批|校对人?|经办人?|经手人?|负责人|单位负责人|主要负责人|部门负责人|社区负责人|单位领导|分管领导|主管领导|主管|分管负责人|领导签字|领导|签字|签名|签章|盖章|公章|联系人|联系电话|联系方式|电话|会计|出纳|财务负责人|财务主管|法人代表|法定代表人|党组织书记|社区书记|社区主任|书记|主任|填报人签字|统计负责人|报送人|录入人|录入员|填写人)'
const SIGNATURE = new RegExp(`^(?:[\\u4e00-\\u9fff]{1,5}[所办局站科])?${SIGNER}(?:\\((?:签字|签名|签章|盖章|公章|章|签字盖章|手机)\\))?[:：]`)
const SIGNATURE_BRACKET = new RegExp(`^(?:${SIGNER}|单位|社区|居委会|镇\\(街道\\)|街道\\(镇\\)|镇\\(街\\)|社区居委会|镇街|街道|村居|填报单位|部门)?\\((?:签字|签名|签章|盖章|公章|章|签字盖章|签章盖章)\\)[:：]?$`)
const SIGNATURE_ALONE = new Set(['填表人', '填报人', '制表人', '审核人', '复核人', '经办人', '制表', '填表', '单位负责人', '签字', '盖章', '审核', '复核', '单位公章', '填报单位公章', '单位盖章', '(公章)', '(盖章)', '负责人签字', '领导签字', '主要负责人签字', '审核人签字', '填表人签字'])
const EXAMPLE = /^(?:(?:此|本|该|上|首)行(?:为|是|系|仅为|仅供)?)?(?:例|例如|例子|(?:填(?:写|表|报)|参考)?(?:示例|样例|范例|举例|例子|样本|示范)|样表|模板|example|sample)\d*(?:[:：)）.、,，;；].*|(?:仅供|供)?参考$|请?(?:填表时|填报时)?删除?$|\([^()]*\)|$|行$|[一二三]$|数据$)/i
const EXAMPLE_SIDE = /^[([【](?:例|例子|(?:填(?:写|表|报))?(?:示例|样例|范例|举例)|样本)[)\]】].*|.+[([【](?:例|例子|(?:填(?:写|表|报))?(?:示例|样例|范例|举例)|样本)[)\]】]$|^例(?:张三|李四|王五|某某|某)$/
const REPORTER = /^(?:填报|填表|报送|上报|编制|编报|制表|报表|申报|呈报|汇总|统计|主管|预算|报告|填写|用人|所属|本级)?(?:单位|部门|机构|街道|镇街|乡镇|社区)(?:名称)?(?:\((?:盖章|公章|章|签章|全称)\))?[:：]/
const AS_OF = /(?:截至|截止|日期|时间|基准日)/

/**
 * What the text of a row's leading cell says about the row; `null` for data, headers and titles.
 * 备注 and 联系电话 alone are headers: as labels they need a colon.
 */
export const rowLabel = rememberWords((text: string): RowLabel | null => {
  if (text.length > 2000) return null
  const word = normalise(text)
  if (word === '') return null
  if (ALONE_TOTAL.has(word.toLowerCase())) return 'total'
  if (SUBTOTAL.test(word)) return 'subtotal'
  if (TOTAL.test(word)) return 'total'
  // 老街社区（小计）
  const sides = /^(.{2,16})[(（[【](?:小计|合计|总计|共计)[)）\]】][:：]?(?:\d+(?:人|名|户|个)?)?$/.exec(word)?.[1]
  if (sides !== undefined) return isCommunityLabel(sides) ? 'subtotal' : 'total'
  const before = /^(.{2,16}?)(?:合计|总计|共计|合计数)(?:\([^()]*\))?[:：]?(?:\d+(?:人|名))?$/.exec(word)?.[1]
  if (before !== undefined && !/[:：,，。]/.test(before)) return isCommunityLabel(before) || /(?:人员|编制|聘用|正式|男|女|[室房组类])$/.test(before) ? 'subtotal' : 'total'
  if (/^[合总共计]*[总共计]\d+(?:人|名|户|个)$/.test(word)) return 'total'
  if (OF_WHICH.test(word)) return 'of-which'
  if (EXAMPLE.test(word) || (EXAMPLE_SIDE.test(word) && word.length <= 24)) return 'example'
  if (NOTE.test(word) || NOTE_WITH_COLON.test(word) || STATEMENT.test(word)) return 'note'
  const bare = word.replace(/^[([【]|[)\]】]$/g, '')
  if (REPORTER.test(bare) && unitLine(bare) === null) return SIGNATURE_BRACKET.test(word) ? 'signature' : /[:：]$/.test(bare) && /盖章|公章|章\)/.test(bare) && !/^(?:填报|报送|编制|填表)/.test(bare) ? 'signature' : 'reporting-unit'
  if (SIGNATURE.test(word) || SIGNATURE_BRACKET.test(word) || SIGNATURE_ALONE.has(word)) return 'signature'
  if (unitLine(word) !== null && word.length <= 40 && /^[(【[]?.{0,6}单位/.test(word)) return 'unit-line'
  if (AS_OF.test(word) && word.length <= 60 && readStatedDay(word) !== null && !/^\d/.test(word)) return 'as-of'
  return null
})
