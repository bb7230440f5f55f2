import { bookParts } from './package-builder'
import type { PartContent } from './package-builder'

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...lines: readonly (readonly [string, string, string, string?])[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.map(([id, type, target, mode]) => `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${REL}/${type}`}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`).join('')}</Relationships>`

/**
 * A workbook with most of what real ones hold, put together by hand: merged headers, shared and array formulas, validations (also of 2010),
 * conditional formats (also of 2010), comments old and new, a chart, an image, a pivot table, an external link, custom XML, properties,
 * printer settings, sparklines, protection, a table, hidden sheets, a chart sheet, macros, a signature-like unknown part.
 */
export function richParts(): Record<string, PartContent> {
  const summary =
    '<sheetPr codeName="Sheet1"><tabColor theme="4"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F8"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C5" sqref="C5"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.4"/>' +
    '<cols><col min="1" max="1" width="20.5" customWidth="1" style="1"/><col min="5" max="6" width="12" hidden="1" outlineLevel="1"/></cols>' +
    '<sheetData><row r="1" spans="1:6" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="F1" s="1"/></row><row r="3" spans="1:6"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c></row>' +
    '<row r="4" spans="1:6"><c r="A4" t="s"><v>3</v></c><c r="B4"><v>1</v></c><c r="C4" s="2"><v>9.5</v></c><c r="D4" s="2"><f t="shared" ref="D4:D8" si="0">B4*C4</f><v>9.5</v></c><c r="F4" cm="1"><f t="array" ref="F4:F5">_xlfn.UNIQUE(B4:B8)</f><v>1</v></c></row>' +
    '<row r="5" spans="1:6"><c r="A5" t="inlineStr"><is><r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r></is></c><c r="B5"><v>2</v></c><c r="C5" s="2"><v>10</v></c><c r="D5" s="2"><f t="shared" si="0"/><v>20</v></c><c r="F5"><v>2</v></c></row>' +
    '<row r="6" spans="1:6" hidden="1"><c r="A6" t="e"><v>#N/A</v></c><c r="B6" t="b"><v>1</v></c><c r="C6" t="str"><f>"13800138000"</f><v>13800138000</v></c><c r="D6" s="2"><f t="shared" si="0"/><v>0</v></c></row><row r="8" spans="1:6"><c r="D8" s="2"><f t="shared" si="0"/><v>0</v></c></row></sheetData>' +
    '<sheetProtection sheet="0" objects="1"/><autoFilter ref="A3:F8"/><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>' +
    '<conditionalFormatting sqref="D4:D8"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>10</formula></cfRule><cfRule type="colorScale" priority="3"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF63BE7B"/></colorScale></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A4:A8"><formula1>"正式,聘用"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A5" r:id="rId5"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId4"/><headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks>' +
    '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="iconSet" priority="1" id="{1}"/><xm:sqref xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">B4:B8</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></ext></extLst>'
  const roster = '<dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="s"><v>4</v></c></row><row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="3"><v>45291</v></c><c r="C2" t="s"><v>5</v></c></row><row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" s="3"><v>45292</v></c><c r="C3" t="s"><v>6</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
  const guarded = '<sheetData><row r="2"><c r="B2" s="4"><v>1</v></c><c r="C2"><v>2</v></c></row></sheetData><sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="100000" sheet="1" objects="1" scenarios="1"/>'
  const parts = bookParts({
    sheets: [
      { name: '2026年 社区预算(汇总)', xml: summary, relationships: '' },
      { name: '花名册', xml: roster },
      { name: '图', xml: '<?xml version="1.0"?><chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>', type: 'chartsheet' },
      { name: '配置', xml: guarded, state: 'hidden' },
      { name: '深藏', xml: '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>', state: 'veryHidden' },
    ],
    strings: ['<si><t>标题</t></si>', '<si><t>姓名</t></si>', '<si><t>出生年月</t></si>', '<si><t xml:space="preserve"> 张三 </t></si>', '<si><t>身份证号</t></si>', '<si><t>990101199001010012</t></si>', '<si><t>00123</t><phoneticPr fontId="1"/></si>'],
    styles:
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font><font><b/><sz val="16"/><color theme="1"/><name val="黑体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" fillId="2" applyFont="1"><alignment horizontal="center"/></xf><xf numFmtId="176" fontId="0" applyNumberFormat="1"/><xf numFmtId="31" fontId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0"><protection locked="0"/></xf></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0"/><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}"/></extLst>',
    names: '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'2026年 社区预算(汇总)\'!$A$3:$F$8</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">\'2026年 社区预算(汇总)\'!$1:$3</definedName><definedName name="名单">OFFSET(配置!$B$2,0,0,COUNTA(配置!$B:$B),1)</definedName><definedName name="单位比例">0.26</definedName>',
  })
  parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace('</Relationships>', `<Relationship Id="rId90" Type="${REL}/calcChain" Target="calcChain.xml"/><Relationship Id="rId91" Type="${REL}/externalLink" Target="externalLinks/externalLink1.xml"/><Relationship Id="rId92" Type="${REL}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/><Relationship Id="rId93" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rId94" Type="${REL}/sheetMetadata" Target="metadata.xml"/><Relationship Id="rId95" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>`)
  parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] as string).replace('</Types>', '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>')
  return {
    ...parts,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(['rId1', 'drawing', '../drawings/drawing1.xml'], ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'], ['rId3', 'comments', '/xl/comments1.xml'], ['rId4', 'printerSettings', '../printerSettings/printerSettings1.bin'], ['rId5', 'hyperlink', 'https://example.org/?a=1&amp;b=2', 'External'], ['rId6', 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', '../threadedComments/threadedComment1.xml']),
    'xl/worksheets/_rels/sheet2.xml.rels': relations(['rId1', 'table', '/xl/tables/table1.xml']),
    'xl/tables/table1.xml': '<?xml version="1.0"?>\n<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="3" name="人员" displayName="人员" ref="A1:C3"><autoFilter ref="A1:C3"/><tableColumns count="3"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="出生年月"/><tableColumn id="3" name="身份证号"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>',
    'xl/calcChain.xml': '<?xml version="1.0"?><calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D4" i="1"/><c r="D5" i="1"/></calcChain>',
    'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
    'xl/drawings/_rels/drawing1.xml.rels': relations(['rId1', 'chart', '../charts/chart1.xml'], ['rId2', 'image', '../media/image1.png']),
    'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
    'xl/media/image1.png': { content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), stored: true },
    'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><br></xml>',
    'xl/comments1.xml': '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>甲</author></authors><commentList><comment ref="C5" authorId="0"><text><t>按文件</t></text></comment></commentList></comments>',
    'xl/threadedComments/threadedComment1.xml': '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
    'xl/persons/person.xml': '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
    'xl/printerSettings/printerSettings1.bin': { content: new Uint8Array([0, 1, 2, 255, 254]), descriptor: true },
    'xl/externalLinks/externalLink1.xml': '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cacheSource type="worksheet"><worksheetSource name="人员"/></cacheSource></pivotCacheDefinition>',
    'xl/metadata.xml': '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 7]),
    'customXml/item1.xml': '<b:Sources xmlns:b="x"/>',
    'docProps/app.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TitlesOfParts/></Properties>',
    'docProps/custom.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    'xl/未知/部件.dat': { content: new Uint8Array(3000).map((_, i) => i * 7), stored: true, descriptor: true },
  }
}
