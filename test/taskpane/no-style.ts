/** Styles mean nothing in jsdom. */
export {}
