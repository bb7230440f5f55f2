/** Trusted Types, where the browser has them: the types of this compiler do not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string }
}

/** The one script address that this page may start, and no other, as the browser wants it where it has Trusted Types. To be called once a page. */
export function onlyScript(address: string): string {
  const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('plancheck', {
    createScriptURL(wanted) {
      if (wanted !== address) throw new TypeError('only the checker may be started')
      return wanted
    },
  })
  return policy?.createScriptURL(address) ?? address
}
