export { maskText as maskIds } from '../core/mask'
