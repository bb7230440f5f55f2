/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { describeAtLevel } from './at-level'

// Office LTSC 2021.
describeAtLevel(14)
