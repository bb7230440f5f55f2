/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { describeClient } from './other-client'

describeClient('excel-ios-16.00.debug.js')
