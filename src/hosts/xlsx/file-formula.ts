/**
 * Formulas in a file differ from formulas as people see them: functions younger than Excel 2007 carry a prefix, and `[@column]`
 * is written out. The snapshot holds them without the prefix, as Excel shows them.
 */
const YOUNG = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV ' +
    'CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST ' +
    'F.DIST.RT F.INV F.INV.RT F.TEST FILTER FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT ' +
    'IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL ' +
    'NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ ' +
    'REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORT SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE ' +
    'UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
)
/** These two stand in a name space of their own. */
const WORKSHEET_ONLY = new Set(['FILTER', 'SORT'])

/** `=XLOOKUP(…)` -> `_xlfn.XLOOKUP(…)`: without the leading `=`, texts and quoted names left alone. */
export function fileFormula(formula: string): string {
  const body = formula.startsWith('=') ? formula.slice(1) : formula
  if (!/[A-Za-z.]\(|\[@/.test(body)) return body
  return body.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Za-z_][A-Za-z0-9_.]*)(?=\()|\[@(?:\[((?:[^\]']|'.)*)\]|([^\]']*))\]/g, (all: string, name: string | undefined, bracketed: string | undefined, column: string | undefined) => {
    if (name !== undefined) {
      const upper = name.toUpperCase()
      return YOUNG.has(upper) ? `_xlfn.${WORKSHEET_ONLY.has(upper) ? '_xlws.' : ''}${upper}` : all
    }
    const inner = bracketed ?? column
    return inner === undefined ? all : inner === '' ? '[#This Row]' : `[[#This Row],[${inner}]]`
  })
}

/** A formula of a file as Excel shows it, with its leading `=`. */
export function shownFormula(formula: string): string {
  return `=${formula.includes('_xl') ? formula.replace(/_xlfn\.(?:_xlws\.)?/g, '') : formula}`
}
