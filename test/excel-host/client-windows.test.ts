/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { describeClient } from './other-client'

describeClient('excel-win32-16.01.debug.js')
