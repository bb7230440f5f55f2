/** A form of one person, as offices keep them. */
export const CARD = (community: string, name: string, sex: string, born: string, kind: string): string[] => [
  '社区工作者登记表',
  `姓名|${name}|性别|${sex}|出生年月|${born}`,
  `所在社区|${community}|政治面貌|中共党员|学历|大专`,
  `人员性质|${kind}|职务|委员`,
]
