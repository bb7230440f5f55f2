import { series, Town } from '../workbooks/people'
import type { Extents } from './independent-reader'
import type { Excelize, ExcelizeFile } from './independent-writer'
import { sure } from './independent-writer'
import { buildZip, zipParts } from './package-builder'
import type { PartContent } from './package-builder'

export const FIGURES = '2026年 汇总(图表)'
export const ROSTER = '人员花名册'
export const BUDGET = '经费预算表'
export const LOCKED = '参数'

/** Its worksheets, each with the last row and column in which anything stands, and some room for more. */
export const WORKSHEETS: Extents = {
  [FIGURES]: [12, 11],
  [ROSTER]: [15, 9],
  办公用房情况: [5, 7],
  [BUDGET]: [7, 5],
  透视: [3, 8],
  [LOCKED]: [3, 3],
  深藏: [2, 4],
}

const PICTURE = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))

/**
 * A workbook with the features of real ones, built by a library that shares nothing with this project, and by hand what that cannot make. It holds
 * a small roster, premises and an own budget table, so that a fill has something to do.
 */
export function independentWorkbook(library: Excelize): Uint8Array {
  return withHandMadeParts(libraryWorkbook(library))
}

/** The same without the hand-made parts, packed by the library's own zip writer. */
export function libraryWorkbook(library: Excelize): Uint8Array {
  const file = library.NewFile()
  sure(file.SetSheetName('Sheet1', FIGURES))
  for (const sheet of [ROSTER, '办公用房情况', BUDGET, '透视', LOCKED, '深藏']) sure(file.NewSheet(sheet))
  roster(file)
  premises(file)
  budget(file)
  figures(file, library)
  pivot(file)
  locked(file, library)
  sure(file.SetSheetRow('深藏', 'A1', ['隐藏表', 7, true]))
  sure(file.SetSheetVisible('深藏', false))
  sure(file.AddChartSheet('图', { Type: library.Pie, Series: [{ Name: '面积', Categories: '办公用房情况!$B$3:$B$4', Values: '办公用房情况!$C$3:$C$4' }], Title: { Paragraph: [{ Text: '面积' }] } }))
  sure(file.SetDefinedName({ Name: '单位比例', RefersTo: `${LOCKED}!$B$2`, Comment: '单位承担' }))
  sure(file.SetDefinedName({ Name: '名单', RefersTo: `OFFSET(${ROSTER}!$C$3,0,0,COUNTA(${ROSTER}!$C:$C)-1,1)` }))
  sure(file.SetDefinedName({ Name: '_xlnm.Print_Titles', RefersTo: `${ROSTER}!$1:$2`, Scope: ROSTER }))
  sure(file.SetDocProps({ Creator: '甲', Title: '社区预算', Created: '2026-01-05T08:00:00Z', Modified: '2026-01-05T08:00:00Z' }))
  sure(file.SetCustomProps({ Name: '填报单位', Value: '某街道' }))
  sure(file.AddVBAProject(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 7])))
  return sure(file.WriteToBuffer()).buffer as Uint8Array
}

function roster(file: ExcelizeFile): void {
  const town = new Town(series(411)), day = sure(file.NewStyle({ CustomNumFmt: 'yyyy"年"m"月"d"日"' })).style, text = sure(file.NewStyle({ NumFmt: 49, Font: { Family: '宋体', Size: 10 } })).style
  const head = sure(file.NewStyle({ Font: { Bold: true, Family: '黑体', Size: 12, Color: '#1F3864' }, Fill: { Type: 'pattern', Pattern: 1, Color: ['#DDEBF7'] }, Alignment: { Horizontal: 'center', Vertical: 'center', WrapText: true }, Border: ['left', 'right', 'top', 'bottom'].map(Type => ({ Type, Color: '#808080', Style: 1 })) })).style
  sure(file.SetCellValue(ROSTER, 'A1', '社区工作人员花名册'))
  sure(file.MergeCell(ROSTER, 'A1', 'I1'))
  sure(file.SetSheetRow(ROSTER, 'A2', ['序号', '社区名称', '姓名', '出生日期', '身份证号', '学历', '政治面貌', '人员性质', '年工资']))
  sure(file.SetCellStyle(ROSTER, 'A1', 'I2', head))
  for (let at = 0; at < 12; at++) {
    const person = town.person(28 + at * 2, 2025), row = at + 3
    sure(file.SetSheetRow(ROSTER, `A${row}`, [at + 1, at < 6 ? '河南社区' : '河东社区', person.name, 26_000 + at * 401, person.id, at % 3 === 0 ? '高中' : '大专', at % 2 === 0 ? '中共党员' : '群众', at % 2 === 0 ? '正式人员' : '聘用制人员', 38_000 + at * 550.25]))
  }
  sure(file.SetCellStyle(ROSTER, 'D3', 'D14', day))
  sure(file.SetCellStyle(ROSTER, 'E3', 'E14', text))
  sure(file.AddTable(ROSTER, { Range: 'A2:I14', Name: '人员', StyleName: 'TableStyleMedium2', ShowRowStripes: true }))
  sure(file.AddDataValidation(ROSTER, { Type: 'list', Sqref: 'H3:H14', Formula1: '"正式人员,聘用制人员"', AllowBlank: true, ShowErrorMessage: true, ErrorTitle: '人员性质', Error: '请从列表中选择', PromptTitle: '提示', Prompt: '正式或聘用', ShowInputMessage: true }))
  sure(file.AddDataValidation(ROSTER, { Type: 'decimal', Operator: 'between', Sqref: 'I3:I14', Formula1: '0', Formula2: '300000', ShowErrorMessage: true }))
  sure(file.AddComment(ROSTER, { Cell: 'C3', Author: '甲', Paragraph: [{ Text: '甲：', Font: { Bold: true } }, { Text: '按档案核对' }] }))
  sure(file.AddComment(ROSTER, { Cell: 'I5', Author: '乙', Text: '含津贴' }))
  sure(file.SetPanes(ROSTER, { Freeze: true, XSplit: 3, YSplit: 2, TopLeftCell: 'D3', ActivePane: 'bottomRight', Selection: [{ SQRef: 'D3', ActiveCell: 'D3', Pane: 'bottomRight' }] }))
  sure(file.SetColWidth(ROSTER, 'E', 'E', 22.5))
  sure(file.SetRowHeight(ROSTER, 1, 30))
  sure(file.SetHeaderFooter(ROSTER, { OddHeader: '&L填表人：&R&D', OddFooter: '第 &P 页 共 &N 页', DifferentOddEven: true, EvenFooter: '&C&A' }))
  sure(file.SetPageLayout(ROSTER, { Size: 9, Orientation: 'landscape', FitToWidth: 1, FitToHeight: 0 }))
  sure(file.SetPageMargins(ROSTER, { Left: 0.4, Right: 0.4, Top: 0.6, Bottom: 0.6, Horizontally: true }))
  sure(file.InsertPageBreak(ROSTER, 'A10'))
}

function premises(file: ExcelizeFile): void {
  const sheet = '办公用房情况'
  sure(file.SetSheetRow(sheet, 'A1', ['社区办公用房情况表']))
  sure(file.SetSheetRow(sheet, 'A2', ['序号', '社区名称', '使用面积（平方米）', '产权性质', '是否列入拆迁', '备注']))
  sure(file.SetSheetRow(sheet, 'A3', [1, '河南社区', 420, '自有', '否', ' 两头有空格 ']))
  sure(file.SetSheetRow(sheet, 'A4', [2, '河东社区', 60, '租借', '否', '第一行\n第二行']))
  sure(file.AutoFilter(sheet, 'A2:F4', []))
  sure(file.SetCellHyperLink(sheet, 'B3', 'https://example.org/?a=1&b=2', 'External', { Tooltip: '地址' }))
  sure(file.SetCellHyperLink(sheet, 'B4', `${ROSTER}!A1`, 'Location'))
  sure(file.AddPictureFromBytes(sheet, 'H2', { Extension: '.png', File: PICTURE, Format: { AltText: '平面图', ScaleX: 20, ScaleY: 20, Positioning: 'oneCell' }, InsertType: 0 }))
}

/** The person's own table: its money column is blank. */
function budget(file: ExcelizeFile): void {
  const money = sure(file.NewStyle({ CustomNumFmt: '#,##0.00_ ;[Red]-#,##0.00 ', Fill: { Type: 'pattern', Pattern: 1, Color: ['#FFF2CC'] } })).style
  for (const [at, row] of [['2026年社区人员经费预算表'], ['', '', '单位：元'], ['序号', '项目', '金额'], [1, '正式人员经费'], [2, '聘用人员经费'], ['合计']].entries()) sure(file.SetSheetRow(BUDGET, `A${at + 1}`, row))
  sure(file.SetCellStyle(BUDGET, 'C4', 'C6', money))
  sure(file.SetConditionalFormat(BUDGET, 'C4:C6', [{ Type: 'data_bar', Criteria: '=', MinType: 'min', MaxType: 'max', BarColor: '#638EC6', BarSolid: true }]))
  sure(file.SetCellRichText(BUDGET, 'E3', [{ Text: '说明', Font: { Bold: true, Color: '#C00000' } }, { Text: '：按月发放', Font: { Italic: true } }]))
}

function figures(file: ExcelizeFile, library: Excelize): void {
  const red = sure(file.NewConditionalStyle({ Font: { Color: '#9C0006' }, Fill: { Type: 'pattern', Pattern: 1, Color: ['#FEC7CE'] } })).style
  const share = sure(file.NewStyle({ NumFmt: 10, Font: { Italic: true, Underline: 'single' }, Alignment: { Horizontal: 'right', Indent: 1 } })).style
  const turned = sure(file.NewStyle({ Fill: { Type: 'gradient', Color: ['#FFFFFF', '#E0EBF5'], Shading: 1 }, Alignment: { TextRotation: 45 } })).style
  sure(file.SetSheetRow(FIGURES, 'A1', ['项目', '一季度', '二季度', '三季度', '四季度', '全年', '占比', '走势']))
  for (const [at, name] of ['办公', '水电', '维修', '活动'].entries()) sure(file.SetSheetRow(FIGURES, `A${at + 2}`, [name, 10.5 + at, 12 - at * 0.25, 9 * at, 11]))
  sure(file.SetCellFormula(FIGURES, 'F2', 'SUM(B2:E2)', { Type: 'shared', Ref: 'F2:F5' }))
  sure(file.SetCellFormula(FIGURES, 'G2', 'F2:F5/SUM(F2:F5)', { Type: 'array', Ref: 'G2:G5' }))
  sure(file.SetCellFormula(FIGURES, 'F6', 'ROUND(SUM(F2:F5)*单位比例,2)'))
  sure(file.SetCellFormula(FIGURES, 'B6', `IF(COUNTIF(${ROSTER}!$H$3:$H$14,"正式人员")>3,"够","缺")`))
  sure(file.SetCellBool(FIGURES, 'C6', true))
  sure(file.SetCellStr(FIGURES, 'D6', '00123'))
  sure(file.SetCellStyle(FIGURES, 'G2', 'G5', share))
  sure(file.SetCellStyle(FIGURES, 'A1', 'H1', turned))
  sure(file.SetConditionalFormat(FIGURES, 'B2:E5', [
    { Type: 'cell', Criteria: '>', Value: '11', Format: red },
    { Type: '3_color_scale', Criteria: '=', MinType: 'min', MidType: 'percentile', MidValue: '50', MaxType: 'max', MinColor: '#F8696B', MidColor: '#FFEB84', MaxColor: '#63BE7B' },
    { Type: 'icon_set', IconStyle: '3Arrows' },
  ]))
  sure(file.SetConditionalFormat(FIGURES, 'A2:A5', [{ Type: 'formula', Criteria: '$F2>40', Format: red, StopIfTrue: true }]))
  sure(file.AddSparkline(FIGURES, { Location: ['H2', 'H3', 'H4', 'H5'], Range: [2, 3, 4, 5].map(row => `'${FIGURES}'!B${row}:E${row}`), Type: 'column', Markers: true, High: true }))
  const values = [2, 3, 4, 5].map(row => ({ Name: `'${FIGURES}'!$A$${row}`, Categories: `'${FIGURES}'!$B$1:$E$1`, Values: `'${FIGURES}'!$B$${row}:$E$${row}` }))
  sure(file.AddChart(FIGURES, 'A9', { Type: library.Col, Series: values.slice(0, 2), Title: { Paragraph: [{ Text: '分季支出' }] }, Legend: { Position: 'bottom' } }, { Type: library.Line, Series: values.slice(2) }))
  sure(file.AddChart(FIGURES, 'J9', { Type: library.Doughnut, Series: values.slice(0, 1), HoleSize: 40 }))
  sure(file.AddShape(FIGURES, { Cell: 'J2', Type: 'rect', Width: 160, Height: 40, Fill: { Type: 'pattern', Pattern: 1, Color: ['#8EB9FF'] }, Paragraph: [{ Text: '注意口径' }] }))
  sure(file.AddFormControl(FIGURES, { Cell: 'L6', Type: library.FormControlSpinButton, CurrentVal: 7, MinVal: 0, MaxVal: 10, IncChange: 1, CellLink: 'N6' }))
  sure(file.AddFormControl(FIGURES, { Cell: 'L8', Type: library.FormControlCheckBox, Text: '已核', Checked: true, CellLink: 'N8' }))
  sure(file.AddIgnoredErrors(FIGURES, 'D6', library.IgnoredErrorsNumberStoredAsText))
  for (const row of [3, 4]) sure(file.SetRowOutlineLevel(FIGURES, row, 1))
  sure(file.SetRowVisible(FIGURES, 4, false))
  sure(file.SetColOutlineLevel(FIGURES, 'C', 2))
  sure(file.SetColVisible(FIGURES, 'D', false))
  sure(file.SetColStyle(FIGURES, 'I', share))
  sure(file.SetSheetProps(FIGURES, { TabColorRGB: '#C00000', OutlineSummaryBelow: false, CodeName: 'Figures', FitToPage: true }))
  sure(file.SetSheetView(FIGURES, 0, { ZoomScale: 85, ShowGridLines: false, TopLeftCell: 'A1', View: 'pageBreakPreview' }))
  sure(file.SetSheetBackgroundFromBytes(FIGURES, '.png', PICTURE))
}

function pivot(file: ExcelizeFile): void {
  sure(file.SetCellValue('透视', 'H1', '说明'))
  sure(file.AddPivotTable({ DataRange: `${ROSTER}!A2:I14`, PivotTableRange: '透视!A3:F20', Rows: [{ Data: '社区名称', DefaultSubtotal: true }], Columns: [{ Data: '人员性质', DefaultSubtotal: true }], Data: [{ Data: '年工资', Name: '工资合计', Subtotal: 'Sum' }], RowGrandTotals: true, ColGrandTotals: true, ShowDrill: true, ShowRowHeaders: true, ShowColHeaders: true, ShowLastColumn: true }))
  sure(file.AddSlicer(ROSTER, { Name: '社区名称', Cell: 'K3', TableSheet: ROSTER, TableName: '人员', Caption: '社区' }))
}

function locked(file: ExcelizeFile, library: Excelize): void {
  const open = sure(file.NewStyle({ Protection: { Locked: false }, NumFmt: 2 })).style
  sure(file.SetSheetRow(LOCKED, 'A1', ['参数', '值']))
  sure(file.SetSheetRow(LOCKED, 'A2', ['单位比例', 0.26]))
  sure(file.SetCellStyle(LOCKED, 'B2', 'B2', open))
  sure(file.ProtectSheet(LOCKED, { AlgorithmName: 'SHA-512', Password: '口令', SelectLockedCells: true, EditScenarios: true }))
  sure(file.AddHeaderFooterImage(LOCKED, { Position: library.HeaderFooterImagePositionRight, File: PICTURE, Extension: '.png', Width: '50pt', Height: '32pt' }))
  sure(file.SetHeaderFooter(LOCKED, { OddHeader: '&R&G' }))
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Threaded comments and their persons, an external link, custom XML, a calculation chain, the types of a workbook with macros, a part that nobody knows. */
function withHandMadeParts(bytes: Uint8Array): Uint8Array {
  const parts: Record<string, PartContent> = {}
  for (const [name, { plain }] of zipParts(bytes)) parts[name] = new Uint8Array(plain)
  const change = (name: string, old: string, now: string): void => {
    const text = Buffer.from(parts[name] as Uint8Array).toString()
    if (!text.includes(old)) throw new Error(`${name} has no ${old}`)
    parts[name] = new Uint8Array(Buffer.from(text.replace(old, () => now)))
  }
  const relate = (name: string, ...lines: readonly (readonly [string, string, string])[]): void => change(name, '</Relationships>', `${lines.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`)
  const rosterRelations = 'xl/worksheets/_rels/sheet2.xml.rels'
  relate(rosterRelations, ['rIdThreads', 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', '../threadedComments/threadedComment1.xml'])
  relate('xl/_rels/workbook.xml.rels', ['rIdPersons', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'], ['rIdLink', `${RELATIONS}/externalLink`, 'externalLinks/externalLink1.xml'], ['rIdChain', `${RELATIONS}/calcChain`, 'calcChain.xml'])
  change('xl/workbook.xml', '</sheets>', '</sheets><externalReferences><externalReference r:id="rIdLink"/></externalReferences>')
  relate('_rels/.rels', ['rIdCustom', `${RELATIONS}/customXml`, 'customXml/item1.xml'])
  const type = (part: string, kind: string): string => `<Override PartName="/${part}" ContentType="application/vnd.${kind}+xml"/>`
  change('[Content_Types].xml', 'openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main')
  change('[Content_Types].xml', '</Types>', `${type('xl/threadedComments/threadedComment1.xml', 'ms-excel.threadedcomments')}${type('xl/persons/person.xml', 'ms-excel.person')}${type('xl/externalLinks/externalLink1.xml', 'openxmlformats-officedocument.spreadsheetml.externalLink')}${type('xl/calcChain.xml', 'openxmlformats-officedocument.spreadsheetml.calcChain')}<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="dat" ContentType="application/octet-stream"/></Types>`)
  const threads = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"', main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  return buildZip({
    ...parts,
    'xl/threadedComments/threadedComment1.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<ThreadedComments ${threads}><threadedComment ref="C3" dT="2026-01-05T08:00:00.00" personId="{11111111-2222-3333-4444-555555555555}" id="{11111111-2222-3333-4444-666666666666}"><text>请再核对</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<personList ${threads}><person displayName="甲" id="{11111111-2222-3333-4444-555555555555}" userId="甲" providerId="None"/></personList>`,
    'xl/externalLinks/externalLink1.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<externalLink ${main}><externalBook xmlns:r="${RELATIONS}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/externalLinkPath" Target="other.xlsx" TargetMode="External"/></Relationships>`,
    'xl/calcChain.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<calcChain ${main}><c r="F2" i="1"/><c r="F6" i="1"/></calcChain>`,
    'customXml/item1.xml': '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
    'xl/未知/部件.dat': { content: new Uint8Array(700).map((_, at) => at * 7), stored: true, descriptor: true },
  })
}
