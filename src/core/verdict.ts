export type Verdict = 'met' | 'missed' | 'surplus' | 'unknown'
