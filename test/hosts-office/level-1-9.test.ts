/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { describeAtLevel } from './at-level'

// The least that manifest.xml asks for.
describeAtLevel(9)
