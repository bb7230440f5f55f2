import { useEffect, useState } from 'react'

const query = '(prefers-color-scheme: dark)'

const COMES_BACK = ['focus', 'pointerover'] as const

/**
 * Dark or light: what Office says where it says anything (it says nothing on the web), else what the system prefers.
 * High contrast needs no theme of ours: in forced colours the system's palette wins over every token.
 */
export function useDark(office?: () => boolean | undefined): boolean {
  const ask = () => office?.() ?? matchMedia(query).matches
  const [dark, setDark] = useState(ask)
  useEffect(() => {
    const media = matchMedia(query)
    const follow = () => setDark(office?.() ?? media.matches)
    media.addEventListener('change', follow)
    // Excel tells nobody that its theme changed: it is asked when the person comes back to the pane.
    for (const event of COMES_BACK) addEventListener(event, follow)
    document.addEventListener('visibilitychange', follow)
    return () => {
      media.removeEventListener('change', follow)
      for (const event of COMES_BACK) removeEventListener(event, follow)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [office])
  return dark
}
