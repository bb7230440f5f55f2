const swc = ['@swc/jest', {
  sourceMaps: 'inline',
  jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
}]
const shared = {
  transform: { '^.+\\.(t|j)sx?$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(@borgar)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
}

/** A time limit a project: jest itself knows one for all. */
const patience = project => ({ setupFilesAfterEnv: [`<rootDir>/test/patience/${project}.ts`] })

/**
 * core: the pure part, the hosts and the command line, in Node. pane: React views in jsdom.
 * browser: built pages in the real Chromium. libreoffice: written files in the real LibreOffice.
 * @type {import('jest').Config}
 */
export default {
  // Both of two cores: the runner itself has next to nothing to do.
  maxWorkers: '100%',
  projects: [
    { ...shared, displayName: 'core', ...patience('core'), testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', '/test/browser/', '/test/libreoffice/', '/test/taskpane/'] },
    { ...shared, displayName: 'pane', ...patience('pane'), testEnvironment: 'jsdom', testMatch: ['<rootDir>/test/taskpane/**/*.test.{ts,tsx}'], setupFiles: ['<rootDir>/test/taskpane/browser-stubs.ts'], moduleNameMapper: { '\\.css$': '<rootDir>/test/taskpane/no-style.ts' } },
    { ...shared, displayName: 'browser', ...patience('browser'), testEnvironment: 'node', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
    { ...shared, displayName: 'libreoffice', ...patience('libreoffice'), testEnvironment: 'node', testMatch: ['<rootDir>/test/libreoffice/**/*.test.ts'] },
  ],
}
