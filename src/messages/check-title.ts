import type { Language } from '../core/message'
import { catalogue, say } from './index'

/** The name of a check as people read it; an id that no check of this version has stays as it is. */
export function checkTitle(id: string, language: Language): string {
  const key = `check.${id}`
  return key in catalogue ? say({ key, params: {} }, language) : id
}
