import type { Sheet } from './book'
import { newId } from './book'
import { Node, collection, text } from './node'
import type { EmulatedClass } from './node'
import { areaOf, rangeNode } from './ranges'

export const comments = collection<Sheet>(
  'CommentCollection',
  sheet => sheet.comments.map(one => Node.of(comment, { sheet, comment: one })),
  item => (item.is(comment) ? [item.self.comment.id] : []),
  {
    Add: { writes: true, does: (sheet, args) => {
      const area = areaOf(sheet, text(args, 0, 'CommentCollection.add'), 'CommentCollection.add')
      const one = { id: newId(), row: area.row, column: area.column, content: text(args, 1, 'CommentCollection.add'), replies: [] }
      sheet.comments.push(one)
      return Node.of(comment, { sheet, comment: one })
    } },
  },
)

const comment: EmulatedClass<{ readonly sheet: Sheet; readonly comment: Sheet['comments'][number] }> = {
  type: 'Comment',
  id: ({ comment }) => comment.id,
  scalars: {
    Id: { get: ({ comment }) => comment.id },
    Content: {
      get: ({ comment }) => comment.content,
      set: ({ comment }, value) => {
        comment.content = String(value)
      },
    },
  },
  methods: {
    Delete: {
      writes: true,
      does: ({ sheet, comment }) => {
        sheet.comments.splice(sheet.comments.indexOf(comment), 1)
        return undefined
      },
    },
    GetLocation: { does: ({ sheet, comment }) => rangeNode(sheet, { row: comment.row, column: comment.column, rows: 1, columns: 1 }) },
  },
}
