import { cellArea } from '../../core/area'
import { sheetNamed } from '../../core/snapshot'
import { message } from '../../messages'
import { rule } from '../rule'

/** 标红, 黄色底纹, 红字, and what it stands for: 离职, 聘用, 党员. */
const COLOUR = /标[红黄蓝绿灰橙紫]|[红黄蓝绿灰橙紫粉](?:色|底|字)|底色|底纹|颜色/
const MEANS = /(?:为|是|表示|代表|指|系|[:：])[^,，。;；]*(?:离|退|调|休|借|缺|编|聘|党|团|群众|正式|临时|兼|挂|死|故|去世|不在|停|租|拆|合用)/
const LINES_BELOW = 15, LONGEST = 120

/** A note says what a colour means, and colours are not read: nobody is left out or counted for the colour of a cell. */
export const colourNotRead = rule({
  id: 'colour-not-read', needs: [], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '学历', '人员类别'], ['河东社区', '甲某', '大专', '正式'], ['河东社区', '乙某', '大专', '聘用'], ['注：红色字体为已离职人员']],
    good: [['社区', '姓名', '学历', '人员类别'], ['河东社区', '甲某', '大专', '正式'], ['河东社区', '乙某', '大专', '聘用'], ['注：黄色部分为必填项']],
  },
  run({ reading, snapshot }, report) {
    const told = new Set<string>()
    for (const { sheet: name, counted, header, body, skipped } of reading.tables) {
      const rows = counted ? (sheetNamed(snapshot, name)?.rows ?? []) : []
      const lines = skipped.map(({ row }) => row)
      for (let row = 1; row < header.top; row++) lines.push(row)
      for (let row = (body ?? header).bottom, last = row + LINES_BELOW; row < last;) lines.push(++row)
      for (const row of lines)
        for (const [at, value] of (rows[row - 1] ?? []).entries()) {
          if (typeof value !== 'string' || value.length > LONGEST || !COLOUR.test(value) || !MEANS.test(value) || told.has(`${name}/${row}`)) continue
          told.add(`${name}/${row}`)
          const at1 = { sheet: name, row, column: at + 1 }
          report({ at: cellArea(at1), subject: `${name}/colour`, message: message('finding.colour-not-read', { text: value.trim() }) })
        }
    }
  },
})
