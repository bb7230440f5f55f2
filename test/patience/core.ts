/** Core: most tests take milliseconds, the longest of them run the built program or go through a hundred workbooks. The time is enough for a machine under ten times the load; what hangs still ends. */
jest.setTimeout(300_000)
