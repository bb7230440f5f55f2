import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const files = ['src/messages', 'src/budgets', 'src/render', 'src/cli', 'taskpane'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name)).map(name => `${folder}/${name}`))

/** One list of terms: the word on the left is said nowhere; users' own words are read all the same (vocabulary). */
test.each([
  ['截止日期', '截至日期'], ['样例', '示例'], ['跳过', '略过'], ['没有读成', '文件未能读取'], ['缺少的依据', '待补数据'],
  ['没有可以使用的面积数', '未填报使用面积'], ['补全数据后结论可能改变', '数据补齐后，结论可能变化'], ['Judging again', 'Checking again'], ['Look before you write', 'Preview'],
])('“%s” is “%s”', word => {
  expect(files.filter(file => readFileSync(join(root, file), 'utf8').split('\n').some(line => line.includes(word) && !line.includes('!Shown') && !/budgets\/own/.test(file)))).toEqual([])
})
