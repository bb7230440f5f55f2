import type { LocalText } from '../core/plan'

/** What is said about people: contradictions behind the figures, and the findings of src/rules/people. */
export const people = {
  'open.contradictions': { 'zh-CN': '有人的信息前后矛盾或重复登记：按已读口径 {value} 人，另一种读法下在 {low}～{high} 人之间', en: 'some rows contradict themselves or name one person twice: {value} as read, and between {low} and {high} otherwise' },
  'open.contradictory-share': { 'zh-CN': '有人的信息前后矛盾或重复登记：按已读口径 {share:share}，另一种读法下在 {low:share}～{high:share} 之间', en: 'some rows contradict themselves or name one person twice: {share:share} as read, and between {low:share} and {high:share} otherwise' },
  'open.contradictory-ages': { 'zh-CN': '有人的信息前后矛盾或重复登记：平均年龄按已读口径 {mean:age} 岁，另一种读法下在 {low:age~high}～{high:age~low} 岁之间', en: 'some rows contradict themselves or name one person twice: a mean of {mean:age} as read, and between {low:age~high} and {high:age~low} otherwise' },
  'remark.contradictions': { 'zh-CN': '有人的信息前后矛盾或重复登记，另一种读法下在 {low}～{high} 人之间', en: 'some rows contradict themselves or name one person twice; otherwise between {low} and {high}' },
  'remark.contradictory-share': { 'zh-CN': '有人的信息前后矛盾或重复登记，另一种读法下在 {low:share}～{high:share} 之间', en: 'some rows contradict themselves or name one person twice; otherwise between {low:share} and {high:share}' },
  'remark.contradictory-ages': { 'zh-CN': '有人的信息前后矛盾或重复登记，另一种读法下平均年龄在 {low:age~high}～{high:age~low} 岁之间', en: 'some rows contradict themselves or name one person twice; otherwise the mean lies between {low:age~high} and {high:age~low}' },
} as const satisfies Readonly<Record<string, LocalText>>
