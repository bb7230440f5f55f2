import { createElement, useState } from 'react'
import type { ReactNode } from 'react'
import type { Element, Picture } from '../../src/pictures'
import { markup } from '../../src/pictures'
import { copyPicture } from '../copy-picture'
import './picture.css'
import { usePaperWords } from './paper-words'

/** A picture on the screen: the drawing, what it leaves out, the table behind it, and a button that copies it. */
export function PictureFigure({ picture }: { picture: Picture }) {
  const tell = usePaperWords()
  const [copied, setCopied] = useState<'copied' | 'saved' | null>(null)
  const copy = () => void copyPicture(markup(picture.drawing), picture.title).then(setCopied)
  return (
    <figure className='picture'>
      <figcaption>
        <span>{picture.title}</span>
        <button type='button' className='link' onClick={copy}>{tell('picture.copy')}</button>
        <span role='status' className='quiet'>{copied !== null && tell(`picture.${copied}`)}</span>
      </figcaption>
      <Drawn node={picture.drawing} />
      {picture.note !== null && <p className='quiet'>{picture.note}</p>}
      <details>
        <summary>{tell('picture.table')}</summary>
        <table className='numbers'>
          <caption className='hidden'>{picture.title}</caption>
          <thead><tr>{picture.table.header.map((head, i) => <th key={i} scope='col'>{head}</th>)}</tr></thead>
          <tbody>
            {picture.table.rows.map((row, i) => (
              <tr key={i}>{row.map((cell, c) => (c === 0 ? <th key={c} scope='row'>{cell}</th> : <td key={c}>{cell}</td>))}</tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** A piece of a page that the pure part made, as the screen's own nodes: nothing of it is read as HTML. */
export function Drawn({ node }: { node: Element | string }): ReactNode {
  if (typeof node === 'string') return node
  const { style: _style, class: className, ...attributes } = node.attributes
  const properties = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [propertyName(name), value]))
  const named = className === undefined ? properties : { ...properties, className }
  return createElement(node.tag, named, ...node.children.map((child, i) => <Drawn key={i} node={child} />))
}

/** `stroke-width` is `strokeWidth` to React; what is heard keeps its name. */
function propertyName(name: string): string {
  return name.startsWith('aria-') ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
