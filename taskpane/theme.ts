import { useEffect, useState } from 'react'

const query = '(prefers-color-scheme: dark)'

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
    return () => media.removeEventListener('change', follow)
  }, [office])
  return dark
}
