/** What jsdom lacks and the pane uses. Tests of the pure parts run in Node, where there is no window. */
if (typeof window !== 'undefined') {
  class NoResize {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  Object.assign(window, {
    ResizeObserver: NoResize,
    matchMedia: (query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }),
  })
}
