/** LibreOffice: a whole program starts for each conversion. The time is enough for a machine under ten times the load; what hangs still ends. */
jest.setTimeout(600_000)
