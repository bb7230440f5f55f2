import type { LocalText } from '../core/plan'

/** The audit of formulas: findings, what was checked, explanations. */
export const audit = {
  'audit.error-value': { 'zh-CN': '{count} 个单元格的公式得出错误值 {error}，另有 {passed} 个单元格因引用它们而出错。', en: 'The formulas of {count} {count#cell#cells} give {error}; {passed} more {passed#cell shows#cells show} it because {passed#it points#they point} there.' },
  'audit.total-typed-in': { 'zh-CN': '{cell} 等 {count} 处是手工填入的数，同行（列）的 {siblings} 处用公式计算。现在相等（{value}），数据变动后不会随之更新；公式应为 {right}。', en: '{count} {count#cell holds#cells hold} a typed number where {siblings} siblings compute ({cell}: {value}). It is right now and will not follow when the data changes; the formula would be {right}.' },
  'audit.typed-in-differs': { 'zh-CN': '{cell} 是手工填入的 {value}，同行（列）的 {siblings} 处用公式计算；按同样的公式 {right} 应为 {expected}，相差 {difference}。', en: '{cell} holds a typed {value} where {siblings} siblings compute; by their formula {right} it would be {expected}, a difference of {difference}.' },
  'audit.typed-in-noted': { 'zh-CN': '{cell} 手工填为 {value} 并有说明；同行（列）的 {siblings} 处用公式计算，按 {right} 为 {expected}，相差 {difference}。', en: '{cell} was typed as {value} with a note beside it; its {siblings} siblings compute, and by {right} it would be {expected}, a difference of {difference}.' },
  'audit.formula-operator-differs': { 'zh-CN': '{cell} 的公式取同样的单元格，运算、函数或系数却与同行（列）的 {siblings} 处不同；按它们应为 {right}，得 {value}。', en: '{cell} takes the same cells as its {siblings} siblings with another operator, function or factor; like them it would be {right} and give {value}.' },
  'audit.formula-range-differs': { 'zh-CN': '{cell} 的公式范围与同行（列）的 {siblings} 处不同（像它这样的 {own} 处）；按它们应为 {right}，得 {value}。', en: 'The range in {cell} ends elsewhere than those of its {siblings} siblings ({own} like it); like them it would be {right} and give {value}.' },
  'audit.formula-range-leaves': { 'zh-CN': '{cell} 等 {count} 处的公式范围比旁边的 {own} 处短，漏掉的单元格里有数；{cell} 应为 {right}，得 {value}。', en: 'The ranges of {count} {count#cell#cells} ({cell} …) are shorter than those of {own} beside them, and the cells left out hold numbers; {cell} would be {right} and give {value}.' },
  'audit.formula-range-breaks': { 'zh-CN': '{cell} 等 {count} 处的公式范围比旁边的 {own} 处短。漏掉的单元格现在是空的，数值没错；填了数就会漏计，公式应为 {right}。', en: 'The ranges of {count} {count#cell#cells} ({cell} …) are shorter than those of {own} beside them. The cells left out are blank now, so the value is right; once filled they would be missed. The formula would be {right}.' },
  'audit.formula-range-uneven': { 'zh-CN': '这一组 {count} 处求和的范围长短不一（{cell} 等 {own} 处与其余不同）。差的单元格里没有数，数值没错；请统一，如 {cell} 改为 {right}。', en: 'The {count} ranges here end at different lines ({cell} and {own} in all differ from the others). What lies between holds no number, so no value is wrong; make them alike, {cell} as {right}.' },
  'audit.formula-reference-differs': { 'zh-CN': '{cell} 的公式引用了与同行（列）的 {siblings} 处不同的单元格；按它们应为 {right}，得 {value}。', en: '{cell} points at another cell than its {siblings} siblings do; like them it would be {right} and give {value}.' },
  'audit.formula-terms-differ': { 'zh-CN': '{cell} 的公式比同行（列）的 {siblings} 处少了或多了一项；按它们应为 {right}，得 {value}。', en: '{cell} has a term less or more than its {siblings} siblings; like them it would be {right} and give {value}.' },
  'audit.formula-breaks-pattern': { 'zh-CN': '{cell} 的公式与两侧相同的公式不一样（同样的共 {siblings} 处）；按它们应为 {right}，得 {value}。', en: '{cell} differs from the equal formulas on both sides ({siblings} of them); like them it would be {right} and give {value}.' },
  'audit.range-leaves-cells-out': { 'zh-CN': '{cell} 等 {count} 处求和止于 {left} 之前，紧接着的数没有计入。如应计入，{cell} 为 {right}，得 {value}。', en: '{count} {count#sum stops#sums stop} ({cell}) right before {left}, and the numbers that follow are left out. If they belong to it, {cell} would be {right} and give {value}.' },
  'audit.not-failed': { 'zh-CN': '核查项 {check} 没有完成（{cause}），其余各项照常。', en: 'The check {check} did not finish ({cause}); all others did.' },

  'audit.title': { 'zh-CN': '工作簿审核', en: 'Workbook audit' },
  'audit.checked': { 'zh-CN': '核对了 {formulas} 个公式、{totals} 个合计（其中 {held} 个成立）、{pairs} 处表间关系；{not} 处未能核对。', en: 'Checked: {formulas} {formulas#formula#formulas}, {totals} {totals#total#totals} ({held} of them {held#holds#hold}), {pairs} {pairs#pair#pairs} of places; {not} could not be checked.' },
  'audit.checked-not': { 'zh-CN': '未能核对', en: 'Not checked' },

  'explain.formula-error-value': { 'zh-CN': '公式得出错误值（引用失效、名称不存在、类型不符等），按原因归并：自身出错的列为一条，只因引用而出错的列为相关单元格。分母还是空白的表样为提示。', en: 'Formulas that give an error value (a lost reference, an unknown name, a wrong type), by cause: cells whose own formula makes the error are one finding, those that pass it on are related. A form whose divisor is still blank is a note only.' },
  'explain.total-typed-in': { 'zh-CN': '同行或同列都用公式，这一格却是手工填入的数，而且与公式的结果相等：现在没错，以后会错。', en: 'A number typed in where the cells beside it compute, equal to what their formula gives: right now, and it will break.' },
  'explain.typed-in-differs': { 'zh-CN': '同行或同列都用公式，这一格却是手工填入的数，而且与公式的结果不同。旁边有说明（按合同价、手工填列等）的只作提示。', en: 'A number typed in where the cells beside it compute, and other than what their formula gives. With a note beside it (as by contract, by hand) it is a note only.' },
  'explain.formula-operator-differs': { 'zh-CN': '引用的单元格与同行（列）一样，运算符、函数或系数不同（如 1000 写成 10000，10 个月写成 12 个月）。', en: 'The same cells as the siblings, and another operator, function or factor (1000 for 10000, 10 months for 12).' },
  'explain.formula-range-differs': { 'zh-CN': '求和等范围与同行（列）的不一样长。数值相同的只作提示。', en: 'A range that is longer or shorter than those of its siblings. A note only where the value is the same.' },
  'explain.formula-reference-differs': { 'zh-CN': '与同行（列）同样的公式，有一处引用了别的单元格：绝对引用的 $ 丢失，或错了一行、一列。', en: 'The siblings\' formula with another cell in one place: a lost $ anchor, or the row or column beside.' },
  'explain.formula-terms-differ': { 'zh-CN': '比同行（列）的公式少一项或多一项。', en: 'A term less or more than in the siblings\' formula.' },
  'explain.formula-breaks-pattern': { 'zh-CN': '两侧的公式相同，中间这一格不同，也不属于另一方向的一组公式。', en: 'A formula between two equal ones that is neither, and belongs to no run in the other direction.' },
  'explain.range-leaves-cells-out': { 'zh-CN': '求和范围之后、合计之前还有数没有计入。合计行、“其中”行、年份不算漏计。', en: 'Numbers between a sum\'s range and the sum itself are left out. Totals, rows of which (其中) and years are no omission.' },
} as const satisfies Readonly<Record<string, LocalText>>
