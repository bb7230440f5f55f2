/** The name under which renderers have known the one mask. */
export { maskText as maskIds } from '../core/mask'
