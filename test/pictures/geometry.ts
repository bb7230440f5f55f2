import type { Element } from '../../src/pictures'
import { textWidth } from '../../src/pictures/text-size'

export interface Spot {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Every shape's own element of a picture, whatever it stands in. */
export function all(node: Element, tag: string): Element[] {
  return node.children.flatMap(child => (typeof child === 'string' ? [] : [...(child.tag === tag ? [child] : []), ...(child.tag === 'defs' ? [] : all(child, tag))]))
}

/** Where the words of a picture stand. */
export function spots(drawing: Element): Spot[] {
  return all(drawing, 'text').map(({ attributes, children }) => {
    const words = children.filter(child => typeof child === 'string').join(''), size = Number(attributes['font-size'])
    const wide = textWidth(words, size, attributes['font-weight'] !== undefined), x = Number(attributes['x']), y = Number(attributes['y'])
    const left = attributes['text-anchor'] === 'end' ? x - wide : attributes['text-anchor'] === 'middle' ? x - wide / 2 : x
    return { words, left, right: left + wide, top: y - size, bottom: y + size * 0.25 }
  })
}

export function frame(drawing: Element): { readonly width: number; readonly height: number } {
  return { width: Number(drawing.attributes['width']), height: Number(drawing.attributes['height']) }
}
