/** Browser: real pages in Chromium, a hundred thousand rows among them. The time is enough for a machine under ten times the load; what hangs still ends. */
jest.setTimeout(600_000)
