/** What Office says of its theme; nothing on the web. */
export function officeDark(): boolean | undefined {
  const theme = typeof Office === 'undefined' ? undefined : (Office.context.officeTheme as (Office.OfficeTheme & { isDarkTheme?: boolean }) | undefined)
  return theme?.isDarkTheme
}
