/** Office's own light and dark theme. The builds keep the tokens that the page names and leave the rest out (`vite.themes.ts`). */
export { webDarkTheme, webLightTheme } from '@fluentui/react-components'
